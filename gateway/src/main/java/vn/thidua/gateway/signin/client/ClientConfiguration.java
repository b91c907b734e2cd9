package vn.thidua.gateway.signin.client;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import vn.thidua.access.AccessContext;
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
                        // its endpoints ask for scopes themselves
                        .requestMatchers("/api/v1/" + AccessContext.NAME + "/**")
                        .authenticated()
                        .requestMatchers("/api/v1/{context}/**")
                        .access(ClientConfiguration::mayEnter)
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

    /**
     * The post of a client says where, its scopes say what: a context is entered with the scope that bears its name. One
     * that has no published scope yet is closed to clients. Whether it reads or writes is the service's to decide: what is
     * searched by a name comes with POST.
     */
    private static AuthorizationDecision mayEnter(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext request) {
        @Nullable Authentication known = caller.get();
        String own = "SCOPE_" + request.getVariables().get("context") + ".read";
        return new AuthorizationDecision(known != null
                && known.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(held -> own.equals(held) || "SCOPE_operations".equals(held)));
    }

    private static boolean carriesToken(HttpServletRequest request) {
        @Nullable String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }
}
