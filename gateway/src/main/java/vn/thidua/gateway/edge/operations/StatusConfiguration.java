package vn.thidua.gateway.edge.operations;

import java.net.http.HttpClient;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.gateway.ServiceTokens;
import vn.thidua.gateway.edge.routes.BackingServices;
import vn.thidua.platform.boot.ThiduaProperties;
import vn.thidua.platform.hosting.Contexts;

/** The page of operators. */
@Configuration(proxyBeanMethods = false)
public class StatusConfiguration {

    @Bean
    StatusApi statusApi(
            BackingServices services,
            HttpClient serviceClient,
            ServiceTokens tokens,
            JsonMapper mapper,
            ThiduaProperties properties,
            ObjectProvider<Contexts> contexts,
            Clock clock) {
        var asking = new ServiceStatus(serviceClient, tokens, mapper, properties.installation());
        return new StatusApi(services, asking, contexts, clock);
    }
}
