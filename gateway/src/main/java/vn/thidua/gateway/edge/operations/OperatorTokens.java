package vn.thidua.gateway.edge.operations;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTParser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import vn.thidua.gateway.edge.EdgePaths;
import vn.thidua.gateway.edge.GatewayProperties;
import vn.thidua.platform.boot.ThiduaProperties;
import vn.thidua.platform.security.CallerAuthentications;
import vn.thidua.platform.security.TokenRules;
import vn.thidua.platform.security.TokenVerifier;
import vn.thidua.platform.web.problem.ProblemType;
import vn.thidua.platform.web.problem.ProblemWriter;

/**
 * Lets tools of this machine look at how things are: who may read the installation's signing keys may be anybody in it
 * anyway. It opens nothing else, and nobody who comes over a network.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("thidua.gateway.operator-keys")
public class OperatorTokens {

    private static final String BEARER = "Bearer ";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    SecurityFilterChain operatorChain(
            HttpSecurity http,
            GatewayProperties properties,
            ThiduaProperties service,
            ProblemWriter problems,
            Clock clock)
            throws Exception {
        var tokens = service.tokens();
        var rules = new TokenRules(tokens.issuer(), tokens.audience(), service.installation(), tokens.lifetime());
        JwtDecoder decoder = TokenVerifier.of(rules, read(properties.operatorKeys()), clock);
        return http.securityMatcher(request -> isOperators(request, tokens.issuer()))
                .authorizeHttpRequests(
                        requests -> requests.anyRequest().hasAnyAuthority("ROLE_ADMIN", "SCOPE_operations"))
                .oauth2ResourceServer(server -> server.jwt(jwt ->
                                jwt.decoder(decoder).jwtAuthenticationConverter(new CallerAuthentications(clock)))
                        .authenticationEntryPoint((request, response, failure) ->
                                problems.write(request, response, ProblemType.UNAUTHENTICATED))
                        .accessDeniedHandler((request, response, denied) ->
                                problems.write(request, response, ProblemType.NOT_ALLOWED)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // no cookie opens anything here
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Whose token it says it is decides which chain looks at it, and nothing else: each verifies its own. */
    private static boolean isOperators(HttpServletRequest request, String issuer) {
        String path = request.getRequestURI();
        @Nullable String authorization = request.getHeader("Authorization");
        return (path.equals(EdgePaths.STATUS)
                        || path.startsWith("/actuator/")
                        || path.matches("/api/v1/[a-z][a-z0-9-]*/operations/.*"))
                && authorization != null
                && authorization.startsWith(BEARER)
                && isLoopback(request.getRemoteAddr())
                && issuer.equals(issuerOf(authorization.substring(BEARER.length())));
    }

    private static @Nullable String issuerOf(String token) {
        try {
            return JWTParser.parse(token.strip()).getJWTClaimsSet().getIssuer();
        } catch (ParseException e) {
            return null;
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static JWKSet read(String location) {
        try (InputStream in = new DefaultResourceLoader().getResource(location).getInputStream()) {
            return JWKSet.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | ParseException e) {
            // the cause could quote the file
            throw new IllegalStateException("thidua.gateway.operator-keys names no JWK set: " + location);
        }
    }
}
