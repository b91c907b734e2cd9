package vn.thidua.plan.view.directory;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A group through time. Row: {@code {_id, unit, from, end, defined: {"2025-07-01": {name, kind, ids, of}}}}.
 *
 * @param unit whose group it is; null as long as only its end is known
 * @param end first day on which it is no more
 * @param definitions by the first day of each
 */
public record GroupRecord(
        String id, @Nullable String unit, @Nullable LocalDate end, NavigableMap<LocalDate, Definition> definitions) {

    /** How the members are found; the same names as in the contract. */
    public enum MembersKind {
        UNITS,
        PERSONS,
        UNITS_OF_KIND,
        HOLDERS_OF_POSTS
    }

    /**
     * Name and members from a day on.
     *
     * @param ids of units or persons that are listed
     * @param of the kind of units or posts, for the two rules
     */
    public record Definition(
            String name,
            MembersKind kind,
            List<String> ids,
            @Nullable String of) {

        public Definition {
            ids = List.copyOf(ids);
        }
    }

    public GroupRecord {
        definitions = Collections.unmodifiableNavigableMap(new TreeMap<>(definitions));
    }

    /** It has that name and those members from that day on, until the day of the next known definition. */
    public GroupRecord defined(String owner, Definition definition, LocalDate effective) {
        var all = new TreeMap<>(definitions);
        all.put(effective, definition);
        return new GroupRecord(id, owner, end, all);
    }

    public GroupRecord closed(LocalDate effective) {
        return new GroupRecord(id, unit, effective, definitions);
    }

    /** Null if it is not there on that day. */
    @Nullable
    Definition on(LocalDate day) {
        if (end != null && !day.isBefore(end)) {
            return null;
        }
        Map.Entry<LocalDate, Definition> found = definitions.floorEntry(day);
        return found == null ? null : found.getValue();
    }

    /** What the row says. */
    public static GroupRecord read(String id, Document row) {
        var definitions = new TreeMap<LocalDate, Definition>();
        if (row.get("defined") instanceof Document defined) {
            defined.forEach((day, definition) -> {
                if (definition instanceof Document one) {
                    definitions.put(
                            LocalDate.parse(day),
                            new Definition(
                                    one.getString("name"),
                                    MembersKind.valueOf(one.getString("kind")),
                                    one.getList("ids", String.class, List.of()),
                                    one.getString("of")));
                }
            });
        }
        String end = row.getString("end");
        return new GroupRecord(id, row.getString("unit"), end == null ? null : LocalDate.parse(end), definitions);
    }

    /** The row that says it, in the place of the one before. */
    public Document write(Document before) {
        var row = new Document(before);
        if (unit != null) {
            row.put("unit", unit);
        }
        if (end != null) {
            row.put("end", end.toString());
        }
        var defined = new Document();
        definitions.forEach((day, definition) -> {
            var one = new Document("name", definition.name())
                    .append("kind", definition.kind().name())
                    .append("ids", definition.ids());
            if (definition.of() != null) {
                one.append("of", definition.of());
            }
            defined.put(day.toString(), one);
        });
        row.put("defined", defined);
        return row;
    }
}
