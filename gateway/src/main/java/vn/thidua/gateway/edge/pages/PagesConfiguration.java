package vn.thidua.gateway.edge.pages;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import vn.thidua.gateway.edge.EdgePaths;

/** Files that lie open. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DashboardProperties.class)
public class PagesConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PagesConfiguration.class);

    /** Last of all: what nobody else answers. */
    @Bean
    @Order
    RouterFunction<ServerResponse> dashboard(DashboardProperties properties) {
        LOG.info("the dashboard is taken from {}", properties.dir().toAbsolutePath());
        RequestPredicate own = request -> isRead(request.method()) && EdgePaths.isDashboard(request.path());
        return RouterFunctions.route(own, new DashboardFiles(properties.dir()));
    }

    /** The page that reads {@code /openapi.json}, with its script and its looks. */
    @Bean
    RouterFunction<ServerResponse> docs() {
        return RouterFunctions.route()
                .GET(EdgePaths.DOCS, _ -> file("docs.html"))
                .GET(EdgePaths.DOCS + "/docs.js", _ -> file("docs.js"))
                .GET(EdgePaths.DOCS + "/docs.css", _ -> file("docs.css"))
                .build();
    }

    private static ServerResponse file(String name) {
        return ServerResponse.ok()
                .contentType(DashboardFiles.type(name))
                .cacheControl(CacheControl.noCache())
                .body(new ClassPathResource("edge/" + name));
    }

    private static boolean isRead(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }
}
