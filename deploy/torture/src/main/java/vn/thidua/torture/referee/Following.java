package vn.thidua.torture.referee;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thidua.torture.referee.Topic.Sent;
import vn.thidua.torture.referee.Verdict.Findings;

/** Whether a topic follows its store: all that is to be told is told, and nothing that the store does not know. */
public final class Following {

    /** What begins the ids of records that a case has sent by itself. */
    private static final String FOREIGN = "torture-";

    private Following() {}

    /**
     * Compares a topic with its store. A record may come again, with the same id.
     *
     * @param published what becomes of an event: stored name to type of the record; one record each
     */
    public static void check(
            String context, List<Store.Event> log, List<Sent> topic, Map<String, String> published, Findings findings) {
        Map<String, Store.Event> byId = new HashMap<>();
        log.forEach(event -> byId.put(event.id(), event));
        Map<String, Map<String, Set<String>>> ids = new HashMap<>();
        Set<String> known = new HashSet<>();
        Map<String, Long> furthest = new HashMap<>();
        for (Sent sent : topic) {
            if (sent.id().startsWith(FOREIGN)) {
                continue;
            }
            Store.Event event = byId.get(sent.eventId());
            if (event == null) {
                findings.lost(context + ": the topic tells " + sent.id() + " (" + sent.type() + " of " + sent.subject()
                        + "), and the store has no such event");
                continue;
            }
            if (event.position() != sent.position()) {
                findings.other(context + ": " + sent.id() + " says position " + sent.position() + " instead of "
                        + event.position());
            }
            ids.computeIfAbsent(sent.eventId(), _ -> new HashMap<>())
                    .computeIfAbsent(lastPart(sent.type()), _ -> new HashSet<>())
                    .add(sent.id());
            // the first time a record stands there, all earlier ones of its aggregate stand before it
            if (known.add(sent.id())) {
                long last = furthest.merge(sent.subject(), sent.position(), Math::max);
                if (last > sent.position()) {
                    findings.skipped(context + ": " + sent.id() + " stands behind a later one of " + sent.subject());
                }
            }
        }
        for (Store.Event event : log) {
            String type = published.get(event.name());
            if (type == null) {
                continue;
            }
            Set<String> told = ids.getOrDefault(event.id(), Map.of()).getOrDefault(type, Set.of());
            if (told.isEmpty()) {
                findings.skipped(context + ": the topic does not tell " + event.name() + " of " + event.aggregate());
            } else if (told.size() > 1) {
                findings.doubled(context + ": the topic tells " + event.id() + " as " + told);
            }
        }
    }

    /** The last part of a type. */
    private static String lastPart(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
