package vn.thidua.gateway.edge.routes;

import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import vn.thidua.gateway.ServiceTokens;
import vn.thidua.gateway.edge.GatewayProperties;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;

/** A route per service that the settings name. */
@Configuration(proxyBeanMethods = false)
public class RoutesConfiguration {

    /** For services alone: it follows no redirect and keeps no cookie. */
    @Bean(destroyMethod = "shutdownNow")
    HttpClient serviceClient(GatewayProperties properties) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.resilience().connect())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    @Bean
    BackingServices backingServices(GatewayProperties properties) {
        return new BackingServices(properties);
    }

    @Bean
    HealthWatch healthWatch(BackingServices services, HttpClient serviceClient, GatewayProperties properties) {
        return new HealthWatch(services, serviceClient, properties.resilience().probe());
    }

    @Bean
    ProxyExchange serviceExchange(HttpClient serviceClient) {
        return new ServiceExchange(serviceClient);
    }

    /** Outside of everything that makes an answer of what is thrown. */
    @Bean
    FilterRegistrationBean<BrokenAnswers> brokenAnswers() {
        var registration = new FilterRegistrationBean<>(new BrokenAnswers());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    RouterFunction<ServerResponse> serviceRoutes(
            BackingServices services, ProxyExchange exchange, ServiceTokens tokens, GatewayProperties properties) {
        RouterFunctions.Builder routes = GatewayRouterFunctions.route("services");
        for (BackingService service : services.all()) {
            var calls = new ServiceCalls(service, exchange, tokens, properties.resilience());
            routes.route(ofAny(service), calls);
        }
        // a builder without any route cannot be built
        routes.route(RequestPredicates.path("/api/v1/none/none"), _ -> {
            throw new ProblemException(ProblemType.NOT_FOUND);
        });
        return routes.build();
    }

    private static RequestPredicate ofAny(BackingService service) {
        return service.contexts().stream()
                .map(context -> RequestPredicates.path("/api/v1/" + context + "/**"))
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }
}
