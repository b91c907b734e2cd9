package vn.thidua.gateway;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import vn.thidua.access.AccessContext;
import vn.thidua.access.first.FirstAdministrator;
import vn.thidua.access.first.FirstPasswordFile;
import vn.thidua.gateway.edge.EdgeConfiguration;
import vn.thidua.gateway.signin.SignInConfiguration;
import vn.thidua.gateway.signin.SignInProperties;

/** The one door to all services; it holds the context access. Its settings are in {@code gateway.yml}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({AccessContext.class, SignInConfiguration.class, EdgeConfiguration.class})
public class GatewayApplication {

    /** What it is called among the services of one process: each has settings of its own name. */
    public static final String NAME = "gateway";

    private static final Logger logger = LoggerFactory.getLogger(GatewayApplication.class);

    /** Starts it; settings are given as {@code --name=value}. */
    public static void main(String[] args) {
        start(args);
    }

    /** The same, for who has something else to do with it; whoever was opened at the first start is told of. */
    public static ConfigurableApplicationContext start(String... args) {
        ConfigurableApplicationContext context = builder().run(args);
        context.getBean(FirstAdministrator.class).takePassword().ifPresent(password -> {
            Path file = context.getBean(SignInProperties.class).firstPassword().toAbsolutePath();
            FirstPasswordFile.write(file, password);
            logger.warn(
                    "the first administrator is {}; the password for one sign-in lies in {}: read it and delete it",
                    FirstAdministrator.NAME,
                    file);
        });
        return context;
    }

    /** As the standalone starts it, beside other services in one JVM. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(GatewayApplication.class).properties("spring.config.name=" + NAME);
    }
}
