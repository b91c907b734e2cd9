package vn.thidua.platform.web.openapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes everything out of a description that is not of one context. */
final class OneContext {

    private static final String ANY = "/api/v1/{context}/";
    private static final String SCHEMAS = "/components/schemas/";
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete", "head", "options");

    private OneContext() {}

    /**
     * @return whether there is anything of the context's own
     */
    static boolean reduce(ObjectNode description, String context) {
        String own = "/api/v1/" + context + "/";
        if (!(description.get("paths") instanceof ObjectNode paths)) {
            return false;
        }
        Map<String, JsonNode> kept = new TreeMap<>();
        boolean any = false;
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            if (path.getKey().startsWith(own)) {
                any = true;
                kept.put(path.getKey(), path.getValue());
            } else if (path.getKey().startsWith(ANY)) {
                kept.put(own + path.getKey().substring(ANY.length()), withoutContext((ObjectNode) path.getValue()));
            }
        }
        paths.removeAll();
        kept.forEach(paths::set);
        description.set("info", description.objectNode().put("title", context).put("version", "v1"));
        // relative: the gateway stands at another address than the service
        description.set(
                "servers", description.arrayNode().add(description.objectNode().put("url", "/")));
        description.remove("tags");
        prune(description);
        return any;
    }

    private static JsonNode withoutContext(ObjectNode path) {
        for (String method : METHODS) {
            if (path.get(method) instanceof ObjectNode operation
                    && operation.get("parameters") instanceof ArrayNode parameters) {
                parameters.removeIf(
                        parameter -> parameter.path("name").asString("").equals("context"));
            }
        }
        return path;
    }

    private static void prune(ObjectNode description) {
        if (!(description.at("/components/schemas") instanceof ObjectNode schemas)) {
            return;
        }
        Set<String> used = new HashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        description.path("paths").forEach(open::add);
        description.at("/components/responses").forEach(open::add);
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            String reference = node.path("$ref").asString("");
            int schema = reference.indexOf(SCHEMAS);
            if (schema >= 0) {
                String name = reference.substring(schema + SCHEMAS.length());
                if (used.add(name) && schemas.has(name)) {
                    open.push(schemas.get(name));
                }
            }
            node.forEach(open::push);
        }
        schemas.retain(used);
    }
}
