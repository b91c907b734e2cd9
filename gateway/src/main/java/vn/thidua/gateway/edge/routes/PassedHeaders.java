package vn.thidua.gateway.edge.routes;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/**
 * Which headers go on. What a caller says goes to a service only if it is named here: so no cookie, no token and no
 * forwarding header of the caller's gets there, whatever its spelling. What a service says goes back unless it is named.
 */
final class PassedHeaders {

    private static final List<String> TO_THE_SERVICE = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.RANGE,
            "Idempotency-Key",
            "X-Position",
            "X-Correlation-Id");

    /** Between two hops alone, or the gateway's own to say. */
    private static final Set<String> NOT_TO_THE_CALLER = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "server",
            "x-powered-by",
            "set-cookie",
            "set-cookie2",
            "date",
            "www-authenticate",
            "strict-transport-security",
            "content-security-policy",
            "x-content-type-options",
            "x-frame-options",
            "x-xss-protection",
            "referrer-policy",
            "permissions-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy");

    private PassedHeaders() {}

    static HttpHeaders toTheService(HttpHeaders from) {
        var passed = new HttpHeaders();
        for (String name : TO_THE_SERVICE) {
            List<String> values = from.getValuesAsList(name);
            List<String> raw = from.getOrDefault(name, List.of());
            if (!values.isEmpty() && !raw.isEmpty()) {
                passed.put(name, List.copyOf(raw));
            }
        }
        return passed;
    }

    static void toTheCaller(HttpHeaders from, HttpHeaders to) {
        from.forEach((name, values) -> {
            // HTTP/2 has names that begin so
            if (!name.startsWith(":") && !NOT_TO_THE_CALLER.contains(name.toLowerCase(Locale.ROOT))) {
                to.put(name, List.copyOf(values));
            }
        });
    }
}
