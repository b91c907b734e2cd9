package vn.thidua.platform.boot;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What every service sets alike; whatever a service or an operator sets stands above it. */
public final class ServiceDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = defaults();

    private static Map<String, Object> defaults() {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("spring.threads.virtual.enabled", "true");
        defaults.put("server.shutdown", "graceful");
        defaults.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
        defaults.put("server.max-http-request-header-size", "16KB");
        defaults.put("server.tomcat.connection-timeout", "10s");
        defaults.put("server.tomcat.keep-alive-timeout", "60s");
        defaults.put("server.tomcat.max-connections", "2048");
        defaults.put("server.tomcat.max-swallow-size", "2MB");
        defaults.put("server.tomcat.max-http-form-post-size", "64KB");
        defaults.put("server.server-header", "");
        defaults.put("server.error.whitelabel.enabled", "false");
        defaults.put("spring.servlet.multipart.max-file-size", "20MB");
        defaults.put("spring.servlet.multipart.max-request-size", "21MB");
        defaults.put("spring.web.resources.add-mappings", "false");
        defaults.put("spring.mvc.log-resolved-exception", "false");
        defaults.put("spring.jmx.enabled", "false");
        defaults.put("management.endpoints.web.exposure.include", "health,info,metrics");
        defaults.put("management.endpoint.health.probes.enabled", "true");
        defaults.put("management.endpoint.health.show-details", "when-authorized");
        defaults.put("management.endpoint.health.roles", "ROLE_ADMIN,SCOPE_operations");
        // Boot's own asks with "hello", which the embedded server does not know
        defaults.put("management.health.mongodb.enabled", "false");
        defaults.put("spring.main.banner-mode", "off");
        defaults.put("springdoc.api-docs.version", "openapi_3_1");
        defaults.put("springdoc.swagger-ui.enabled", "false");
        defaults.put("logging.level.org.springdoc.core.events", "ERROR");
        // found nowhere but below /api/v1/<context>/: who is signed in need not see the other contexts
        defaults.put("springdoc.api-docs.path", "/api/v1/none/whole.json");
        defaults.put("springdoc.override-with-generic-response", "false");
        return Map.copyOf(defaults);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("thiduaDefaults", DEFAULTS));
    }
}
