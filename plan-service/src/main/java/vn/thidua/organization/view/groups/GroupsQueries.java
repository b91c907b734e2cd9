package vn.thidua.organization.view.groups;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.group.GroupMembers;
import vn.thidua.organization.domain.person.PostKind;
import vn.thidua.organization.domain.unit.UnitKind;
import vn.thidua.organization.view.people.PeopleQueries;
import vn.thidua.organization.view.units.Forest;
import vn.thidua.organization.view.units.UnitRow;

/** Reads groups, and who belongs to them on a day. */
public final class GroupsQueries {

    private final Supplier<MongoCollection<Document>> rows;
    private final PeopleQueries people;
    private final BooleanSupplier catchUp;

    /** @param catchUp waits a moment until the groups have come to the log's end; false if they have not */
    public GroupsQueries(Supplier<MongoCollection<Document>> rows, PeopleQueries people, BooleanSupplier catchUp) {
        this.catchUp = catchUp;
        this.rows = rows;
        this.people = people;
    }

    /** A group through time. */
    public record GroupRow(
            String id,
            String unit,
            LocalDate from,
            @Nullable LocalDate until,
            List<Definition> definitions,
            long version) {

        public boolean existsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }

        public Definition on(LocalDate day) {
            Definition found = definitions.getFirst();
            for (Definition definition : definitions) {
                if (!definition.from().isAfter(day)) {
                    found = definition;
                }
            }
            return found;
        }
    }

    /** Name and members from a day on. */
    public record Definition(LocalDate from, String name, GroupMembers members) {}

    /** A group; one that was defined a moment ago is waited for. */
    public Optional<GroupRow> group(String id) {
        Optional<GroupRow> found = find(id);
        return found.isEmpty() && catchUp.getAsBoolean() ? find(id) : found;
    }

    private Optional<GroupRow> find(String id) {
        return Optional.ofNullable(rows.get().find(Filters.eq("_id", id)).first())
                .map(GroupsQueries::row);
    }

    /** Groups of these units; of all, if there is no filter. */
    public List<GroupRow> groups(@Nullable Collection<String> units) {
        List<GroupRow> all = new ArrayList<>();
        for (Document row : units == null ? rows.get().find() : rows.get().find(Filters.in("unit", units))) {
            all.add(row(row));
        }
        return all;
    }

    /** Groups that these units own, or that list them, on a day. */
    public List<GroupRow> concerning(Collection<String> units, LocalDate day) {
        return groups(null).stream()
                .filter(group -> group.existsOn(day))
                .filter(group -> units.contains(group.unit())
                        || group.on(day).members().ids().stream().anyMatch(units::contains))
                .toList();
    }

    /** Ids of the units that belong to it on that day; an ended one is represented by its successor. */
    public List<String> units(GroupRow group, Forest forest, LocalDate day) {
        GroupMembers members = group.on(day).members();
        return switch (members.kind()) {
            case UNITS ->
                members.ids().stream()
                        .flatMap(id -> forest.heirOn(id, day).stream())
                        .distinct()
                        .toList();
            case UNITS_OF_KIND ->
                below(group, forest, day)
                        .filter(unit -> unit.kind() == members.unitKind())
                        .map(UnitRow::id)
                        .toList();
            case PERSONS, HOLDERS_OF_POSTS -> List.of();
        };
    }

    /** Ids of the people who belong to it on that day. */
    public List<String> persons(GroupRow group, Forest forest, LocalDate day) {
        GroupMembers members = group.on(day).members();
        return switch (members.kind()) {
            case PERSONS ->
                people.persons(members.ids()).values().stream()
                        .map(person -> Objects.requireNonNullElse(person.into(), person.id()))
                        .distinct()
                        .sorted()
                        .toList();
            case HOLDERS_OF_POSTS -> {
                List<String> units = below(group, forest, day).map(UnitRow::id).toList();
                yield people.heldIn(forest, units, day, members.postKind()).stream()
                        .map(holding -> holding.post().person())
                        .distinct()
                        .sorted()
                        .toList();
            }
            case UNITS, UNITS_OF_KIND -> List.of();
        };
    }

    private static Stream<UnitRow> below(GroupRow group, Forest forest, LocalDate day) {
        List<UnitRow> top =
                forest.heirOn(group.unit(), day).flatMap(forest::unit).stream().toList();
        return forest.below(top, day).stream().map(Forest.Node::unit);
    }

    private static GroupRow row(Document row) {
        String until = row.getString("until");
        return new GroupRow(
                row.getString("_id"),
                row.getString("unit"),
                LocalDate.parse(row.getString("from")),
                until == null ? null : LocalDate.parse(until),
                row.getList("definitions", Document.class, List.of()).stream()
                        .map(GroupsQueries::definition)
                        .toList(),
                row.get("version", Number.class).longValue());
    }

    private static Definition definition(Document row) {
        String unitKind = row.getString("unitKind");
        String postKind = row.getString("postKind");
        return new Definition(
                LocalDate.parse(row.getString("from")),
                row.getString("name"),
                new GroupMembers(
                        GroupMembers.Kind.valueOf(row.getString("kind")),
                        row.getList("ids", String.class, List.of()),
                        unitKind == null ? null : UnitKind.valueOf(unitKind),
                        postKind == null ? null : PostKind.valueOf(postKind)));
    }
}
