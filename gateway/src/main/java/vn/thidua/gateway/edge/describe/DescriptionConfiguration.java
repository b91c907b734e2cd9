package vn.thidua.gateway.edge.describe;

import java.net.http.HttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.gateway.edge.EdgePaths;
import vn.thidua.gateway.edge.routes.BackingServices;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.web.openapi.OpenApiPage;

/** The joined description. */
@Configuration(proxyBeanMethods = false)
public class DescriptionConfiguration {

    @Bean
    RouterFunction<ServerResponse> joinedDescription(
            BackingServices services,
            HttpClient serviceClient,
            JsonMapper mapper,
            ObjectProvider<OpenApiPage> own,
            ObjectProvider<Contexts> contexts) {
        var descriptions = new Descriptions(services, serviceClient, mapper, own, contexts);
        return RouterFunctions.route().GET(EdgePaths.OPENAPI, descriptions).build();
    }
}
