package vn.thidua.gateway.edge.describe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One description made of those of several contexts. What two of them call the same and mean the same stands once; what
 * they mean differently gets the context's name before its own, in all of them, whichever came first.
 */
final class Joined {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete", "head", "options");

    private Joined() {}

    /**
     * @param parts by context
     * @param missing contexts that could not be asked
     */
    static ObjectNode of(JsonMapper mapper, Map<String, ObjectNode> parts, List<String> missing) {
        Set<String> ambiguous = ambiguous(parts);
        ObjectNode joined = mapper.createObjectNode();
        joined.put("openapi", "3.1.0");
        joined.putObject("info")
                .put("title", "Thi Đua")
                .put("version", "v1")
                .put(
                        "description",
                        "All contexts behind the gateway. Sign in at /login (a request that changes anything then carries"
                                + " the cookie XSRF-TOKEN in the header X-XSRF-TOKEN), or take a token at /oauth2/token.");
        joined.putArray("servers").addObject().put("url", "/");
        ArrayNode tags = joined.putArray("tags");
        ObjectNode paths = joined.putObject("paths");
        ObjectNode components = joined.putObject("components");
        Map<String, JsonNode> schemas = new TreeMap<>();
        new TreeMap<>(parts).forEach((context, original) -> {
            ObjectNode part = original.deepCopy();
            rename(part, context, ambiguous);
            tags.addObject().put("name", context);
            part.path("paths").properties().forEach(path -> {
                mark(path.getValue(), context);
                paths.set(path.getKey(), path.getValue());
            });
            part.at("/components/schemas")
                    .properties()
                    .forEach(schema -> schemas.put(named(schema.getKey(), context, ambiguous), schema.getValue()));
            part.path("components").properties().forEach(kind -> {
                if (!kind.getKey().equals("schemas") && kind.getValue() instanceof ObjectNode more) {
                    components.withObject("/" + kind.getKey()).setAll(more);
                }
            });
        });
        ObjectNode all = components.putObject("schemas");
        schemas.forEach(all::set);
        if (!missing.isEmpty()) {
            ArrayNode left = joined.putArray("x-missing");
            missing.forEach(left::add);
        }
        return joined;
    }

    private static void mark(JsonNode path, String context) {
        for (String method : METHODS) {
            if (path.get(method) instanceof ObjectNode operation) {
                operation.putArray("tags").add(context);
                @Nullable String id = operation.path("operationId").asString("");
                if (id != null && !id.isEmpty()) {
                    operation.put("operationId", context + "_" + id);
                }
            }
        }
    }

    private static void rename(JsonNode root, String context, Set<String> ambiguous) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            if (node instanceof ObjectNode object && refersTo(object).length() > 0) {
                object.put("$ref", SCHEMAS + named(refersTo(object), context, ambiguous));
            }
            node.forEach(open::push);
        }
    }

    private static String named(String name, String context, Set<String> ambiguous) {
        return ambiguous.contains(name) ? context + "_" + name : name;
    }

    /** The names that do not mean the same in all contexts that use them, or refer to such a one. */
    private static Set<String> ambiguous(Map<String, ObjectNode> parts) {
        Map<String, JsonNode> first = new HashMap<>();
        Set<String> shared = new HashSet<>();
        Set<String> found = new TreeSet<>();
        for (ObjectNode part : parts.values()) {
            part.at("/components/schemas").properties().forEach(schema -> {
                @Nullable JsonNode known = first.putIfAbsent(schema.getKey(), schema.getValue());
                if (known != null) {
                    shared.add(schema.getKey());
                    if (!known.equals(schema.getValue())) {
                        found.add(schema.getKey());
                    }
                }
            });
        }
        boolean more = true;
        while (more) {
            more = false;
            for (String name : shared) {
                if (!found.contains(name) && refersToAny(first.get(name), found)) {
                    found.add(name);
                    more = true;
                }
            }
        }
        return found;
    }

    private static boolean refersToAny(@Nullable JsonNode schema, Set<String> names) {
        if (schema == null) {
            return false;
        }
        if (names.contains(refersTo(schema))) {
            return true;
        }
        for (JsonNode each : schema) {
            if (refersToAny(each, names)) {
                return true;
            }
        }
        return false;
    }

    private static String refersTo(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.startsWith(SCHEMAS) ? reference.substring(SCHEMAS.length()) : "";
    }
}
