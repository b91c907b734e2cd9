package vn.thidua.plan.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the words of a document mean.
 *
 * @param id of the unit; of the unit that has the post; of the group
 * @param name of the unit or group as it was called when it was chosen
 * @param post title of the post, as {@code Chủ tịch UBND}; for {@link Kind#POST} only
 * @param units members of a group when it was chosen; for {@link Kind#GROUP} only
 * @param persons the same for people, by id
 */
public record Target(
        Kind kind, String id, String name, @Nullable String post, List<String> units, List<String> persons) {

    /** What is meant. */
    public enum Kind {
        UNIT,
        /** Whoever holds the post in the unit. */
        POST,
        GROUP
    }

    public Target {
        units = List.copyOf(units);
        persons = List.copyOf(persons);
    }

    public static Target unit(String unit, String name) {
        return new Target(Kind.UNIT, unit, name, null, List.of(), List.of());
    }

    public static Target post(String unit, String name, String title) {
        return new Target(Kind.POST, unit, name, title, List.of(), List.of());
    }

    public static Target group(String group, String name, List<String> units, List<String> persons) {
        return new Target(Kind.GROUP, group, name, null, units, persons);
    }

    /** The units that answer for it: itself, that of the post, those of the group. */
    public List<String> answering() {
        return switch (kind) {
            case UNIT, POST -> List.of(id);
            case GROUP -> units;
        };
    }
}
