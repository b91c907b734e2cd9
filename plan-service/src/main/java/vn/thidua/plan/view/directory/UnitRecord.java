package vn.thidua.plan.view.directory;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.scope.UnitHistory;

/**
 * A unit through time: its place in the tree, and its names. Row: {@code {_id, kind, from, end, successor, under:
 * {"2025-07-01": parent}, named: {"2025-07-01": {name, code}}}}, days as {@code YYYY-MM-DD}.
 *
 * @param kind null as long as only its moves are known
 * @param names by the first day of each; acts may be recorded in any order of their days
 */
public record UnitRecord(UnitHistory history, Directory.@Nullable Kind kind, NavigableMap<LocalDate, Naming> names) {

    /** Name and code from a day on. */
    public record Naming(String name, String code) {}

    public UnitRecord {
        names = Collections.unmodifiableNavigableMap(new TreeMap<>(names));
    }

    /** Nothing is known of it yet. */
    public static UnitRecord of(String unit) {
        return new UnitRecord(UnitHistory.of(unit), null, Collections.emptyNavigableMap());
    }

    String id() {
        return history.unit();
    }

    /** It stands from that day on. */
    public UnitRecord established(
            Directory.Kind what, Naming naming, @Nullable String parent, LocalDate first, @Nullable LocalDate until) {
        var named = new TreeMap<>(names);
        // another name of the same day came from another source's topic, and was recorded after this
        named.putIfAbsent(first, naming);
        return new UnitRecord(history.established(parent, first, until), what, named);
    }

    /** It is called that from a day on, until the day of the next known name. */
    public UnitRecord named(Naming naming, LocalDate effective) {
        var named = new TreeMap<>(names);
        named.put(effective, naming);
        return new UnitRecord(history, kind, named);
    }

    public UnitRecord moved(@Nullable String parent, LocalDate effective) {
        return new UnitRecord(history.moved(parent, effective), kind, names);
    }

    public UnitRecord ended(LocalDate effective, @Nullable String heir) {
        return new UnitRecord(history.ended(effective, heir), kind, names);
    }

    /** Whether it was established: there is something to show. */
    boolean isKnown() {
        return kind != null && history.from() != null && !names.isEmpty();
    }

    boolean stands(LocalDate day) {
        LocalDate from = history.from();
        return from != null && !day.isBefore(from) && !isOver(day);
    }

    /** Whether it has ended, or never was. */
    boolean isOver(LocalDate day) {
        LocalDate end = history.end();
        return end != null && !day.isBefore(end);
    }

    /** It was recorded in error. */
    boolean neverWas() {
        return history.end() != null
                && history.from() != null
                && !history.from().isBefore(history.end());
    }

    /** On that day; before its beginning the first, after its end the last one. */
    Naming nameOn(LocalDate day) {
        Map.Entry<LocalDate, Naming> found = names.floorEntry(lastDayUntil(day));
        return found == null ? names.firstEntry().getValue() : found.getValue();
    }

    /** On that day; before its beginning the first, after its end the last one. */
    @Nullable
    String parentOn(LocalDate day) {
        NavigableMap<LocalDate, @Nullable String> parents = history.parents();
        if (parents.isEmpty()) {
            return null;
        }
        Map.Entry<LocalDate, @Nullable String> found = parents.floorEntry(lastDayUntil(day));
        return found == null ? parents.firstEntry().getValue() : found.getValue();
    }

    private LocalDate lastDayUntil(LocalDate day) {
        LocalDate end = history.end();
        return end != null && !day.isBefore(end) ? end.minusDays(1) : day;
    }

    /** What the row says. */
    public static UnitRecord read(String unit, Document row) {
        var parents = new TreeMap<LocalDate, @Nullable String>();
        if (row.get("under") instanceof Document under) {
            under.forEach((day, parent) -> parents.put(LocalDate.parse(day), (String) parent));
        }
        var names = new TreeMap<LocalDate, Naming>();
        if (row.get("named") instanceof Document named) {
            named.forEach((day, naming) -> {
                if (naming instanceof Document one) {
                    names.put(LocalDate.parse(day), new Naming(one.getString("name"), one.getString("code")));
                }
            });
        }
        String kind = row.getString("kind");
        return new UnitRecord(
                new UnitHistory(unit, day(row, "from"), day(row, "end"), row.getString("successor"), parents),
                kind == null ? null : Directory.Kind.valueOf(kind),
                names);
    }

    /** The row that says it, in the place of the one before. */
    public Document write(Document before) {
        var row = new Document(before);
        put(row, "kind", kind);
        put(row, "from", history.from());
        put(row, "end", history.end());
        put(row, "successor", history.successor());
        var under = new Document();
        history.parents().forEach((day, parent) -> under.put(day.toString(), parent));
        row.put("under", under);
        var named = new Document();
        names.forEach((day, naming) ->
                named.put(day.toString(), new Document("name", naming.name()).append("code", naming.code())));
        row.put("named", named);
        return row;
    }

    private static void put(Document row, String field, @Nullable Object value) {
        if (value == null) {
            row.remove(field);
        } else {
            row.put(field, value.toString());
        }
    }

    private static @Nullable LocalDate day(Document row, String field) {
        String day = row.getString(field);
        return day == null ? null : LocalDate.parse(day);
    }
}
