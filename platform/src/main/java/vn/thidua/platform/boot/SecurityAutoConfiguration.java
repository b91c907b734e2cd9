package vn.thidua.platform.boot;

import com.nimbusds.jose.jwk.JWKSet;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import vn.thidua.platform.security.CallerAuthentications;
import vn.thidua.platform.security.DevelopmentIssuer;
import vn.thidua.platform.security.SigningKeys;
import vn.thidua.platform.security.TokenRules;
import vn.thidua.platform.security.TokenSigner;
import vn.thidua.platform.security.TokenVerifier;
import vn.thidua.platform.web.problem.ProblemType;
import vn.thidua.platform.web.problem.ProblemWriter;

/** A resource server that denies by default: only health and the descriptions are open. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration"
        })
@EnableWebSecurity
public class SecurityAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    TokenRules tokenRules(ThiduaProperties properties) {
        var tokens = properties.tokens();
        return new TokenRules(tokens.issuer(), tokens.audience(), properties.installation(), tokens.lifetime());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("thidua.tokens.signing-keys")
    TokenSigner tokenSigner(ThiduaProperties properties, TokenRules rules, Clock clock) {
        @Nullable Path keys = properties.tokens().signingKeys();
        if (keys == null) {
            throw new IllegalStateException("thidua.tokens.signing-keys names no file");
        }
        return new TokenSigner(rules, SigningKeys.loadOrCreate(keys), clock);
    }

    /** Keys that are signed with here are known; others are where the settings say. */
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(
            ThiduaProperties properties, TokenRules rules, ObjectProvider<TokenSigner> signer, Clock clock) {
        List<String> keys = properties.tokens().jwkSet();
        if (!keys.isEmpty()) {
            return TokenVerifier.of(
                    rules,
                    keys.stream()
                            .map(each -> each.startsWith("http")
                                    ? TokenVerifier.published(URI.create(each))
                                    : TokenVerifier.known(read(each)))
                            .toList(),
                    clock);
        }
        @Nullable TokenSigner here = signer.getIfAvailable();
        if (here == null) {
            throw new IllegalStateException("thidua.tokens.jwk-set must say where the keys for tokens are");
        }
        return TokenVerifier.of(rules, here.publicKeys(), clock);
    }

    private static JWKSet read(String location) {
        try (InputStream in = new DefaultResourceLoader().getResource(location).getInputStream()) {
            return JWKSet.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            // the cause would quote the file
            throw new IllegalStateException("no JWK set at " + location);
        }
    }

    @Bean
    @ConditionalOnProperty("thidua.development-issuer.enabled")
    DevelopmentIssuer developmentIssuer(TokenSigner signer, ServerProperties server) {
        return new DevelopmentIssuer(signer, server.getAddress());
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain serviceFilterChain(
            HttpSecurity http, JwtDecoder decoder, Clock clock, ProblemWriter problems, ThiduaProperties properties)
            throws Exception {
        return http.authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    requests.requestMatchers(
                                    "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
                            .permitAll();
                    requests.requestMatchers("/api/v1/*/openapi.json").permitAll();
                    if (properties.developmentIssuer().enabled()) {
                        requests.requestMatchers(DevelopmentIssuer.PATH + "/**").permitAll();
                    }
                    requests.requestMatchers("/actuator/**").hasAnyAuthority("ROLE_ADMIN", "SCOPE_operations");
                    requests.anyRequest().authenticated();
                })
                .oauth2ResourceServer(server -> server.jwt(jwt ->
                                jwt.decoder(decoder).jwtAuthenticationConverter(new CallerAuthentications(clock)))
                        .authenticationEntryPoint((request, response, failure) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            problems.write(request, response, ProblemType.UNAUTHENTICATED);
                        })
                        .accessDeniedHandler((request, response, denied) ->
                                problems.write(request, response, ProblemType.NOT_ALLOWED)))
                .exceptionHandling(handling -> handling.accessDeniedHandler(
                        (request, response, denied) -> problems.write(request, response, ProblemType.NOT_ALLOWED)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // no cookie opens anything here, so no other page can use one
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(Customizer.withDefaults())
                .build();
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return (request, response, rejected) -> problems.write(request, response, ProblemType.MALFORMED_REQUEST);
    }
}
