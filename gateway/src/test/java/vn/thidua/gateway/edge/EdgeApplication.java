package vn.thidua.gateway.edge;

import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.gateway.ServiceTokens;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.CallerAuthentications;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.testing.Tokens;
import vn.thidua.platform.web.problem.ProblemType;
import vn.thidua.platform.web.problem.ProblemWriter;

/** The edge alone: callers come with tokens, and the context access is one endpoint that stands for it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(EdgeConfiguration.class)
class EdgeApplication {

    @Bean
    ServiceTokens serviceTokens() {
        return caller -> Tokens.signer(Clock.systemUTC()).sign(caller);
    }

    @Bean
    UnitTree unitTree() {
        return new NoTree();
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, JwtDecoder decoder, Clock clock, ProblemWriter problems)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                request -> EdgePaths.isOpen(request.getMethod(), request.getRequestURI()))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt ->
                                jwt.decoder(decoder).jwtAuthenticationConverter(new CallerAuthentications(clock)))
                        .authenticationEntryPoint((request, response, failure) ->
                                problems.write(request, response, ProblemType.UNAUTHENTICATED)))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @RestController
    static class OwnEndpoint {

        @GetMapping("/api/v1/access/here")
        @Access(relation = Relation.ANY_AUTHENTICATED)
        ResponseEntity<String> here() {
            return ResponseEntity.ok("answered by the gateway itself");
        }
    }
}
