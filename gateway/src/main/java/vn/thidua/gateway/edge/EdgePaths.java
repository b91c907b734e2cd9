package vn.thidua.gateway.edge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.UriUtils;

/** Which addresses are what. */
public final class EdgePaths {

    /** The joined description of all contexts. */
    public static final String OPENAPI = "/openapi.json";

    /** The same for people; its script stands below it. */
    public static final String DOCS = "/docs";

    /** For operators alone. */
    public static final String STATUS = "/status";

    /** What is never answered with a file of the dashboard: an address itself, and everything below it. */
    private static final List<String> RESERVED = List.of(
            "/api", "/login", "/logout", "/oauth2", "/.well-known", "/actuator", "/error", STATUS, OPENAPI, DOCS);

    private EdgePaths() {}

    /**
     * Whether an address belongs to the dashboard: its files lie open, what they show does not.
     *
     * @param path as it was sent; one that only means a reserved one after decoding is reserved too
     */
    public static boolean isDashboard(String path) {
        String plain;
        try {
            plain = UriUtils.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return RESERVED.stream().noneMatch(reserved -> plain.equals(reserved) || plain.startsWith(reserved + "/"));
    }

    /** Whether whoever asks may read: the dashboard's files and the descriptions, which hold nobody's data. */
    public static boolean isOpen(String method, String path) {
        boolean reads = method.equals("GET") || method.equals("HEAD");
        return reads
                && (isDashboard(path)
                        || path.equals(OPENAPI)
                        || path.equals(DOCS)
                        || path.startsWith(DOCS + "/")
                        || path.matches("/api/v1/[a-z][a-z0-9-]*/openapi\\.json")
                        || path.equals("/actuator/health")
                        || path.equals("/actuator/health/liveness")
                        || path.equals("/actuator/health/readiness"));
    }
}
