package vn.thidua.gateway.edge.routes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.gateway.edge.GatewayProperties;

/** All services behind the gateway. */
public final class BackingServices {

    private final List<BackingService> all;

    /**
     * @throws IllegalStateException if two claim the same context
     */
    public BackingServices(GatewayProperties properties) {
        all = properties.services().entrySet().stream()
                .map(each -> new BackingService(each.getKey(), each.getValue(), properties.resilience()))
                .toList();
        Map<String, String> holders = new HashMap<>();
        for (BackingService service : all) {
            for (String context : service.contexts()) {
                @Nullable String other = holders.put(context, service.name());
                if (other != null) {
                    throw new IllegalStateException(
                            "the context " + context + " is said to be in " + other + " and in " + service.name());
                }
            }
        }
    }

    /** In the order of the settings. */
    public List<BackingService> all() {
        return all;
    }
}
