package vn.thidua.organization.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.unit.UnitKind;
import vn.thidua.organization.view.units.Forest;
import vn.thidua.organization.view.units.UnitRow;

/** What goes out about units. */
final class UnitAnswers {

    private UnitAnswers() {}

    record UnitRef(String id, String name) {}

    /** @param exists whether it stands on the day asked for; else name and parent are the nearest */
    record Unit(
            String id,
            UnitKind kind,
            String code,
            String name,
            @Nullable UnitRef parent,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable UnitRef successor,
            String home,
            LocalDate asOf,
            boolean exists) {}

    /** A unit in a tree or list; {@code depth} from 0. */
    record Node(String id, @Nullable String parent, UnitKind kind, String code, String name, int depth) {}

    /** The units of a day, each before what is below it. */
    record Tree(LocalDate asOf, List<Node> units) {}

    record Naming(LocalDate from, String name, String code) {}

    record Place(LocalDate from, UnitRef parent) {}

    record Absorbed(LocalDate from, List<UnitRef> units) {}

    /** A unit through time, in order of days. */
    record History(
            String id,
            LocalDate from,
            @Nullable LocalDate until,
            List<Naming> names,
            List<Place> parents,
            List<UnitRef> formedOf,
            List<Absorbed> absorbed,
            List<UnitRef> splitInto,
            @Nullable UnitRef successor) {}

    /**
     * What a merge would touch.
     *
     * @param units that would end or go on
     * @param moved units below them that would get another parent
     * @param posts how many posts are held in the units themselves on that day: they follow the successor
     * @param people who hold them
     * @param groups that one of the units keeps, or that name one; those within reach
     * @param otherGroups how many more there are out of reach
     */
    record MergePreview(
            LocalDate effective,
            List<Node> units,
            List<Node> moved,
            int posts,
            int people,
            List<GroupRef> groups,
            int otherGroups) {}

    record GroupRef(String id, String name, String unit) {}

    static @Nullable UnitRef ref(Forest forest, @Nullable String id, LocalDate day) {
        return id == null
                ? null
                : forest.unit(id)
                        .map(row -> new UnitRef(id, row.namingOn(day).name()))
                        .orElse(null);
    }

    static List<UnitRef> refs(Forest forest, List<String> ids, LocalDate day) {
        return ids.stream()
                .flatMap(id -> forest.unit(id).stream())
                .map(row -> new UnitRef(row.id(), row.namingOn(day).name()))
                .toList();
    }

    static Unit unit(Forest forest, UnitRow row, LocalDate day) {
        UnitRow.Naming naming = row.namingOn(day);
        return new Unit(
                row.id(),
                row.kind(),
                naming.code(),
                naming.name(),
                ref(forest, row.parentOn(day), day),
                row.from(),
                row.until(),
                ref(forest, row.successor(), day),
                row.home(),
                day,
                row.existsOn(day));
    }

    static Node node(UnitRow row, @Nullable String parent, int depth, LocalDate day) {
        UnitRow.Naming naming = row.namingOn(day);
        return new Node(row.id(), parent, row.kind(), naming.code(), naming.name(), depth);
    }

    static History history(Forest forest, UnitRow row) {
        return new History(
                row.id(),
                row.from(),
                row.until(),
                row.namings().stream()
                        .map(n -> new Naming(n.from(), n.name(), n.code()))
                        .toList(),
                row.places().stream()
                        .flatMap(p -> forest.unit(p.parent()).stream()
                                .map(above -> new Place(
                                        p.from(),
                                        new UnitRef(
                                                above.id(),
                                                above.namingOn(p.from()).name()))))
                        .toList(),
                refs(forest, row.formedOf(), row.from().minusDays(1)),
                row.absorbed().stream()
                        .map(a -> new Absorbed(
                                a.from(), refs(forest, a.units(), a.from().minusDays(1))))
                        .toList(),
                refs(
                        forest,
                        row.splitInto(),
                        row.until() == null ? LocalDate.MAX : row.until().plusDays(1)),
                ref(
                        forest,
                        row.successor(),
                        row.until() == null ? row.from() : row.until().plusDays(1)));
    }
}
