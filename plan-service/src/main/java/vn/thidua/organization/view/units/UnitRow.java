package vn.thidua.organization.view.units;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.unit.UnitKind;
import vn.thidua.platform.scope.UnitHistory;

/**
 * A unit through time.
 *
 * @param until last day; null without end
 * @param successor where its posts are after its end; null if they end with it
 * @param withdrawn it had been recorded in error
 * @param settled something refers to it: it cannot be withdrawn any more
 * @param version of the aggregate
 * @param namings in order of days; the first one begins with the unit
 * @param places in order of days; empty at the top
 * @param codes all it ever had
 * @param formedOf the units it was made of, if a merge or a split made it
 */
public record UnitRow(
        String id,
        UnitKind kind,
        String home,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String successor,
        boolean withdrawn,
        boolean settled,
        @Nullable String importId,
        long version,
        List<Naming> namings,
        List<Place> places,
        List<String> codes,
        List<String> formedOf,
        List<String> splitInto,
        List<Absorbed> absorbed) {

    /** Name and code from a day on. */
    public record Naming(LocalDate from, String name, String code) {}

    /** Under which unit from a day on. */
    public record Place(LocalDate from, String parent) {}

    /** Units that were merged into it. */
    public record Absorbed(LocalDate from, List<String> units) {}

    static UnitRow of(Document row) {
        return new UnitRow(
                row.getString("_id"),
                UnitKind.valueOf(row.getString("kind")),
                row.getString("home"),
                LocalDate.parse(row.getString("from")),
                day(row, "until"),
                row.getString("successor"),
                row.getBoolean("withdrawn", false),
                row.getBoolean("settled", false),
                row.getString("importId"),
                row.get("version", Number.class).longValue(),
                row.getList("namings", Document.class, List.of()).stream()
                        .map(n -> new Naming(first(n), n.getString("name"), n.getString("code")))
                        .toList(),
                row.getList("parents", Document.class, List.of()).stream()
                        .map(p -> new Place(first(p), p.getString("parent")))
                        .toList(),
                row.getList("codes", String.class, List.of()),
                row.getList("formedOf", String.class, List.of()),
                row.getList("splitInto", String.class, List.of()),
                row.getList("absorbed", Document.class, List.of()).stream()
                        .map(a -> new Absorbed(first(a), a.getList("units", String.class, List.of())))
                        .toList());
    }

    private static LocalDate first(Document entry) {
        return LocalDate.parse(entry.getString("from"));
    }

    private static @Nullable LocalDate day(Document row, String field) {
        String text = row.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }

    public boolean existsOn(LocalDate day) {
        return !withdrawn && !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Name and code on that day; before and after its days the nearest ones. */
    public Naming namingOn(LocalDate day) {
        Naming found = namings.getFirst();
        for (Naming naming : namings) {
            if (!naming.from().isAfter(day)) {
                found = naming;
            }
        }
        return found;
    }

    public @Nullable String parentOn(LocalDate day) {
        String found = null;
        for (Place place : places) {
            if (!place.from().isAfter(day)) {
                found = place.parent();
            }
        }
        return found;
    }

    UnitHistory history() {
        TreeMap<LocalDate, @Nullable String> parents = new TreeMap<>();
        if (places.isEmpty() || places.getFirst().from().isAfter(from)) {
            parents.put(from, null);
        }
        places.forEach(place -> parents.put(place.from(), place.parent()));
        LocalDate end = withdrawn ? from : until == null || until.equals(LocalDate.MAX) ? null : until.plusDays(1);
        return new UnitHistory(id, from, end, successor, parents);
    }
}
