package vn.thidua.gateway.signin.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.util.UriUtils;
import vn.thidua.gateway.edge.EdgePaths;
import vn.thidua.gateway.signin.SignInProperties;
import vn.thidua.gateway.signin.issuer.IssuerLogin;
import vn.thidua.gateway.signin.issuer.IssuerSignIn;
import vn.thidua.gateway.signin.issuer.OutsideIssuer;
import vn.thidua.gateway.signin.session.SessionContexts;
import vn.thidua.gateway.signin.session.SessionStart;
import vn.thidua.gateway.signin.throttle.KnownDevices;
import vn.thidua.gateway.signin.token.PublicKeysFilter;
import vn.thidua.gateway.signin.token.SignedServiceTokens;
import vn.thidua.platform.security.CallerAuthentication;
import vn.thidua.platform.web.problem.ProblemType;
import vn.thidua.platform.web.problem.ProblemWriter;

/** The chain of filters for browsers: a session with a cookie, and a token against forged requests. */
@Configuration(proxyBeanMethods = false)
public class BrowserConfiguration {

    @Bean
    @Order(3)
    SecurityFilterChain browserRequests(
            HttpSecurity http,
            SessionContexts contexts,
            CookieCsrfTokenRepository csrf,
            PasswordSignIn signIn,
            SessionStart sessions,
            KnownDevices devices,
            SignedServiceTokens tokens,
            SignInProperties settings,
            ProblemWriter problems,
            ObjectProvider<OutsideIssuer> issuer,
            ObjectProvider<IssuerSignIn> issuerSignIn) {
        Optional<String> elsewhere = Optional.ofNullable(settings.issuer()).map(SignInProperties.Issuer::name);
        var page = new SignInFilter(signIn, sessions, devices, elsewhere);
        http.securityContext(context -> context.securityContextRepository(contexts))
                .csrf(forged -> forged.spa().csrfTokenRepository(csrf))
                // a sign-in begins a session of its own, and removes the one before
                .sessionManagement(management -> management.sessionFixation(fixation -> fixation.none()))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(request -> EdgePaths.isOpen(request.getMethod(), request.getRequestURI()))
                        .permitAll()
                        .requestMatchers("/actuator/**", EdgePaths.STATUS)
                        .hasAnyAuthority("ROLE_ADMIN", "SCOPE_operations")
                        .requestMatchers("/api/**")
                        .authenticated()
                        // what is nowhere is not found, signed in or not
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, failure) -> unknown(request, response, problems))
                        .accessDeniedHandler(
                                (request, response, denied) -> denied(request, response, denied, page, problems)))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterAfter(page, CsrfFilter.class)
                .addFilterAfter(new PublicKeysFilter(tokens), SignInFilter.class)
                .addFilterBefore(new BarFilter(problems), AuthorizationFilter.class);
        issuer.ifAvailable(present -> IssuerLogin.into(http, present, issuerSignIn.getObject()));
        return http.build();
    }

    /** A page is shown the way in; a request of a script, or of a program, is told. */
    private static void unknown(HttpServletRequest request, HttpServletResponse response, ProblemWriter problems)
            throws IOException {
        @Nullable String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (request.getMethod().equals("GET") && accept != null && accept.contains("text/html")) {
            @Nullable String query = request.getQueryString();
            String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(
                    HttpHeaders.LOCATION,
                    SignInFilter.LOGIN + "?next="
                            + UriUtils.encodeQueryParam(wanted, "UTF-8").replace("&", "%26"));
            return;
        }
        problems.write(request, response, ProblemType.UNAUTHENTICATED);
    }

    private static void denied(
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException denied,
            SignInFilter page,
            ProblemWriter problems)
            throws IOException {
        if (!(denied instanceof CsrfException)) {
            problems.write(request, response, ProblemType.NOT_ALLOWED);
        } else if (request.getRequestURI().equals(SignInFilter.LOGIN)) {
            page.outdated(request, response);
        } else if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication) {
            problems.write(response, SignInProblems.forged(request));
        } else if (request.getRequestURI().equals(SignInFilter.LOGOUT)) {
            // nobody is signed in: there is nothing to forge
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            problems.write(request, response, ProblemType.UNAUTHENTICATED);
        }
    }
}
