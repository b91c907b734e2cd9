package vn.thidua.platform.context;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, by which right, within which request. It goes into the metadata of every event the command leads
 * to: the log is the audit of what was accepted.
 *
 * @param actor id of the person or client, never a name; {@code system} for the spine's own acts
 * @param posts the role bindings that gave the right, as {@code OFFICER@<unit>}
 * @param unit the unit acted for
 * @param request id of the request
 * @param correlation id that all that follows from one request shares
 * @param causation id of the event that led to this act, if one did
 * @param actingFor id of the person whose roles the actor used, if they were another's
 */
public record Act(
        String actor,
        List<String> posts,
        @Nullable String unit,
        String request,
        String correlation,
        @Nullable String causation,
        @Nullable String actingFor) {

    /** Actor of what nobody asked for but the spine itself. */
    public static final String SYSTEM = "system";

    public Act {
        posts = List.copyOf(posts);
    }

    /** An act in one's own name. */
    public Act(
            String actor,
            List<String> posts,
            @Nullable String unit,
            String request,
            String correlation,
            @Nullable String causation) {
        this(actor, posts, unit, request, correlation, causation, null);
    }

    /** An act of the spine itself that follows from an event: same correlation, that event as its cause. */
    public static Act after(String eventId, @Nullable String correlation) {
        return new Act(SYSTEM, List.of(), null, eventId, correlation == null ? eventId : correlation, eventId);
    }

    /**
     * The act behind an event, as its metadata tells.
     *
     * @throws IllegalArgumentException if the metadata tells of none: no command led to the event
     */
    public static Act of(Map<String, ?> metadata) {
        List<String> posts = new ArrayList<>();
        if (metadata.get("posts") instanceof Iterable<?> stored) {
            stored.forEach(post -> posts.add(String.valueOf(post)));
        }
        return new Act(
                required(metadata, "actor"),
                posts,
                text(metadata, "unit"),
                required(metadata, "request"),
                required(metadata, "correlation"),
                text(metadata, "causation"),
                text(metadata, "actingFor"));
    }

    /** What stands in the metadata of each event, and nothing else does. */
    public Map<String, Object> toMetadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("actor", actor);
        if (!posts.isEmpty()) {
            metadata.put("posts", posts);
        }
        if (unit != null) {
            metadata.put("unit", unit);
        }
        metadata.put("request", request);
        metadata.put("correlation", correlation);
        if (causation != null) {
            metadata.put("causation", causation);
        }
        if (actingFor != null) {
            metadata.put("actingFor", actingFor);
        }
        return metadata;
    }

    private static String required(Map<String, ?> metadata, String key) {
        String value = text(metadata, key);
        if (value == null) {
            throw new IllegalArgumentException("the metadata of an event does not tell its " + key);
        }
        return value;
    }

    private static @Nullable String text(Map<String, ?> metadata, String key) {
        return metadata.get(key) instanceof String value ? value : null;
    }
}
