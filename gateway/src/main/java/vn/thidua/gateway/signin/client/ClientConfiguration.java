package vn.thidua.gateway.signin.client;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import vn.thidua.access.view.Accounts;
import vn.thidua.gateway.edge.EdgePaths;
import vn.thidua.gateway.signin.SignInProperties;
import vn.thidua.gateway.signin.token.SigningKeyStore;
import vn.thidua.platform.boot.ThiduaProperties;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.security.CallerAuthentications;
import vn.thidua.platform.web.problem.ProblemType;
import vn.thidua.platform.web.problem.ProblemWriter;

/** One endpoint that gives tokens to clients, and the chain of filters for requests that carry one. */
@Configuration(proxyBeanMethods = false)
public class ClientConfiguration {

    private static final String BEARER = "Bearer ";

    @Bean
    LiveClients liveClients(Accounts accounts, SignInProperties settings, ThiduaProperties properties, Clock clock) {
        return new LiveClients(accounts, settings.clients().knowledge(), properties.installation(), clock);
    }

    @Bean
    ClientTokens clientTokens(
            SignInProperties settings,
            ThiduaProperties properties,
            LiveClients clients,
            Contexts contexts,
            KeyRing ring,
            Clock clock) {
        SignInProperties.Keys rules = settings.keys();
        var keys = new SigningKeyStore(
                contexts.get("access").database(), ring, "clients", rules.rotate(), rules.ahead(), clock);
        return new ClientTokens(
                settings.clients(),
                properties.installation(),
                clients,
                new CallerAuthentications(clock),
                keys::current,
                rules.refresh(),
                clock);
    }

    /** The only tokens that are taken at the door; sessions come with a cookie. */
    @Bean
    JwtDecoder clientTokenDecoder(ClientTokens tokens) {
        return tokens.decoder();
    }

    /** {@code POST /oauth2/token} for client credentials. Nothing else of OAuth 2 is open. */
    @Bean
    @Order(1)
    SecurityFilterChain tokenEndpoint(
            HttpSecurity http, LiveClients clients, ClientTokens tokens, SignInProperties settings) {
        var registered = new Clients(clients, settings.clients().lifetime());
        return http.securityMatcher(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/oauth2/token"))
                .oauth2AuthorizationServer(server -> server.registeredClientRepository(registered)
                        .authorizationService(new NoAuthorizations())
                        .authorizationServerSettings(AuthorizationServerSettings.builder()
                                .issuer(settings.clients().issuer())
                                .build())
                        .tokenGenerator(tokens.generator())
                        .clientAuthentication(client -> client.authenticationProviders(providers -> {
                            providers.removeIf(each -> !(each instanceof ClientSecretAuthenticationProvider));
                            providers.forEach(each -> ((ClientSecretAuthenticationProvider) each)
                                    .setPasswordEncoder(new Clients.Secrets()));
                        }))
                        .tokenEndpoint(endpoint -> endpoint.authenticationProviders(providers -> providers.removeIf(
                                each -> !(each instanceof OAuth2ClientCredentialsAuthenticationProvider)))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                // a secret comes with each request, no cookie
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Requests with a bearer token: no cookie counts here, so no other site can make use of one. */
    @Bean
    @Order(2)
    SecurityFilterChain clientRequests(HttpSecurity http, ClientTokens tokens, ProblemWriter problems) {
        return http.securityMatcher(ClientConfiguration::carriesToken)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                request -> EdgePaths.isOpen(request.getMethod(), request.getRequestURI()))
                        .permitAll()
                        .requestMatchers("/actuator/**", EdgePaths.STATUS)
                        .hasAuthority("SCOPE_operations")
                        // the post of a client says where, its scopes say what
                        .requestMatchers("/api/v1/organization/**")
                        .hasAnyAuthority("SCOPE_organization.read", "SCOPE_operations")
                        .requestMatchers("/api/v1/plan/**")
                        .hasAnyAuthority("SCOPE_plan.read", "SCOPE_operations")
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.decoder(tokens.decoder()).jwtAuthenticationConverter(tokens))
                        .authenticationEntryPoint((request, response, failure) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                            problems.write(request, response, ProblemType.UNAUTHENTICATED);
                        })
                        .accessDeniedHandler((request, response, denied) ->
                                problems.write(request, response, ProblemType.NOT_ALLOWED)))
                .exceptionHandling(handling -> handling.accessDeniedHandler(
                        (request, response, denied) -> problems.write(request, response, ProblemType.NOT_ALLOWED)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static boolean carriesToken(HttpServletRequest request) {
        @Nullable String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }
}
