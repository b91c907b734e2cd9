package vn.thidua.platform.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;
import vn.thidua.platform.context.ContextRuntime;

/**
 * What an accepted act changed, value by value: what its event says, beside what the aggregate's earlier events have said
 * last under the same name. What is the same is left out where a like event said it last, or where it never was anything
 * else since the stream began; under one name, acts of different types may mean different things. Nothing is kept for it;
 * it is read from the stream each time.
 */
final class Changes {

    /** Stands for what only the key ring can read. */
    static final String SEALED = "(niêm phong)";

    private static final String PART = "n";
    private static final String WHOLE = "";
    private static final int DEEPEST = 4;
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * A value.
     *
     * @param field its place, as {@code details.title}; a list is one value
     * @param before absent if no earlier event names it; the same as after, if an act of another type has said so last
     */
    record Change(String field, @Nullable JsonNode before, JsonNode after) {}

    /**
     * What was said last.
     *
     * @param type of the event that said it
     * @param always whether the first event of the stream said the same, and all since
     */
    private record Said(JsonNode value, Class<?> type, boolean always) {}

    private final ContextRuntime runtime;

    Changes(ContextRuntime runtime) {
        this.runtime = runtime;
    }

    /** What the event at that place in its stream says that was not so before, in its own order. */
    List<Change> of(String aggregate, long sequence) {
        Map<String, Map<String, Said>> known = new HashMap<>();
        DomainEventStream stream = runtime.axon().eventStore().readEvents(aggregate);
        while (stream.hasNext()) {
            DomainEventMessage<?> event = stream.next();
            Map<String, JsonNode> said = said(event);
            String part = part(said);
            if (event.getSequenceNumber() == sequence) {
                return changes(known.getOrDefault(part, Map.of()), said, event.getPayloadType());
            }
            note(known.computeIfAbsent(part, _ -> new HashMap<>()), said, event);
            if (!part.equals(WHOLE)) {
                note(known.computeIfAbsent(WHOLE, _ -> new HashMap<>()), said, event);
            }
        }
        return List.of();
    }

    /** An event about one of several like parts of its aggregate says by a number which: it is compared with its like. */
    private static String part(Map<String, JsonNode> said) {
        @Nullable JsonNode number = said.get(PART);
        return number == null ? WHOLE : number.asString();
    }

    private static void note(Map<String, Said> known, Map<String, JsonNode> said, DomainEventMessage<?> event) {
        said.forEach((field, value) -> {
            @Nullable Said before = known.get(field);
            boolean always = before == null
                    ? event.getSequenceNumber() == 0
                    : before.always() && before.value().equals(value);
            known.put(field, new Said(value, event.getPayloadType(), always));
        });
    }

    private static List<Change> changes(Map<String, Said> known, Map<String, JsonNode> said, Class<?> type) {
        List<Change> changes = new ArrayList<>();
        said.forEach((field, after) -> {
            @Nullable Said before = known.get(field);
            if (before == null) {
                changes.add(new Change(field, null, after));
            } else if (!after.equals(before.value()) || !before.always() && !type.equals(before.type())) {
                changes.add(new Change(field, before.value(), after));
            }
        });
        return changes;
    }

    private Map<String, JsonNode> said(DomainEventMessage<?> event) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        String json =
                runtime.serializer().serialize(event.getPayload(), String.class).getData();
        collect("", JSON.readTree(json), 0, values);
        return values;
    }

    private static void collect(String path, JsonNode node, int depth, Map<String, JsonNode> values) {
        if (!node.isObject() || isSealed(node) || depth == DEEPEST) {
            values.put(path, hidden(node));
            return;
        }
        node.properties()
                .forEach(entry -> collect(
                        path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                        entry.getValue(),
                        depth + 1,
                        values));
    }

    private static boolean isSealed(JsonNode node) {
        return node.isObject() && node.has("subject") && node.has("keyId") && node.has("iv") && node.has("ct");
    }

    /** Ciphertext is nobody's to read here, wherever it lies. */
    private static JsonNode hidden(JsonNode node) {
        if (isSealed(node)) {
            return StringNode.valueOf(SEALED);
        }
        if (node.isArray()) {
            var array = JSON.createArrayNode();
            node.forEach(each -> array.add(hidden(each)));
            return array;
        }
        if (node.isObject()) {
            var object = JSON.createObjectNode();
            node.properties().forEach(entry -> object.set(entry.getKey(), hidden(entry.getValue())));
            return object;
        }
        return node;
    }
}
