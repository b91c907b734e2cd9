package vn.thidua.gateway.edge;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.thidua.gateway.edge.describe.DescriptionConfiguration;
import vn.thidua.gateway.edge.limits.LimitsConfiguration;
import vn.thidua.gateway.edge.operations.OperatorTokens;
import vn.thidua.gateway.edge.operations.StatusConfiguration;
import vn.thidua.gateway.edge.pages.PagesConfiguration;
import vn.thidua.gateway.edge.routes.RoutesConfiguration;
import vn.thidua.gateway.edge.tls.TlsConfiguration;

/** All of the edge. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
@Import({
    DescriptionConfiguration.class,
    LimitsConfiguration.class,
    OperatorTokens.class,
    PagesConfiguration.class,
    RoutesConfiguration.class,
    StatusConfiguration.class,
    TlsConfiguration.class
})
public class EdgeConfiguration {}
