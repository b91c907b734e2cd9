package vn.thidua.standalone;

import java.util.List;
import java.util.Locale;

/**
 * A service that the launcher knows.
 *
 * @param name also the name of its configuration, {@code plan-service.yml} for example
 * @param application class of its Spring Boot application; by name, so that asking for a status loads none of it
 * @param port unless another one is asked for
 * @param contexts whose endpoints it has, as they stand in {@code /api/v1/<context>}
 */
public record ServiceDefinition(String name, String application, int port, List<String> contexts) {

    public ServiceDefinition {
        contexts = List.copyOf(contexts);
    }

    /** All that is shipped. */
    public static List<ServiceDefinition> all() {
        return List.of(
                new ServiceDefinition(
                        "plan-service",
                        "vn.thidua.planservice.PlanServiceApplication",
                        8081,
                        List.of("organization", "plan")),
                new ServiceDefinition(Gateway.NAME, "vn.thidua.gateway.GatewayApplication", 8080, List.of("access")));
    }

    /** What names another port in the environment, {@code THIDUA_PORT_PLAN_SERVICE} for example. */
    public String portVariable() {
        return "THIDUA_PORT_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
