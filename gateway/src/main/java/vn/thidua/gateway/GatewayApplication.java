package vn.thidua.gateway;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import vn.thidua.access.AccessContext;
import vn.thidua.gateway.edge.EdgeConfiguration;
import vn.thidua.gateway.signin.SignInConfiguration;

/** The one door to all services; it holds the context access. Its settings are in {@code gateway.yml}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({AccessContext.class, SignInConfiguration.class, EdgeConfiguration.class})
public class GatewayApplication {

    /** What it is called among the services of one process: each has settings of its own name. */
    public static final String NAME = "gateway";

    /** Starts it; settings are given as {@code --name=value}. */
    public static void main(String[] args) {
        builder().run(args);
    }

    /** As the standalone starts it, beside other services in one JVM. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(GatewayApplication.class).properties("spring.config.name=" + NAME);
    }
}
