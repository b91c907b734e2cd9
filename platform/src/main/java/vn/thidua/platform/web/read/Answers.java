package vn.thidua.platform.web.read;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;

/** Answers to queries. */
public final class Answers {

    /** How far what comes from other contexts has been read, as {@code organization:4711,plan:12}. */
    public static final String AS_OF = "X-As-Of";

    private Answers() {}

    /** One resource with its version as ETag; {@code If-None-Match} is answered with 304. */
    public static <T> ResponseEntity<T> versioned(long version, T body) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(body);
    }

    /**
     * The same for something that also shows what other contexts have told.
     *
     * @param foreign position seen last, by context
     */
    public static <T> ResponseEntity<T> versioned(long version, T body, Map<String, Long> foreign) {
        return ResponseEntity.ok()
                .eTag("\"" + version + "\"")
                .header(AS_OF, text(foreign))
                .body(body);
    }

    /** Something without a version that shows what other contexts have told. */
    public static <T> ResponseEntity<T> asOf(T body, Map<String, Long> foreign) {
        return ResponseEntity.ok().header(AS_OF, text(foreign)).body(body);
    }

    private static String text(Map<String, Long> foreign) {
        return new TreeMap<>(foreign)
                .entrySet().stream()
                        .map(each -> each.getKey() + ":" + each.getValue())
                        .collect(Collectors.joining(","));
    }
}
