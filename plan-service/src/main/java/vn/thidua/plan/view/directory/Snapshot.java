package vn.thidua.plan.view.directory;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.view.directory.Directory.Group;
import vn.thidua.plan.view.directory.Directory.Kind;
import vn.thidua.plan.view.directory.Directory.Post;
import vn.thidua.plan.view.directory.Directory.Unit;
import vn.thidua.platform.scope.DatedTree;
import vn.thidua.platform.text.Text;

/** Units, posts and groups through time, in memory; it does not change. */
final class Snapshot {

    /** More than any chain of successors is long. */
    private static final int MOST_STEPS = 64;

    static final Snapshot EMPTY = new Snapshot(List.of(), Holdings.NONE, List.of());

    private final Map<String, UnitRecord> units = new HashMap<>();
    private final DatedTree tree;
    private final Map<String, List<UnitRecord>> children = new HashMap<>();
    private final Map<String, List<UnitRecord>> heirsOf = new HashMap<>();
    private final Holdings holdings;
    private final Map<String, GroupRecord> groups = new LinkedHashMap<>();
    private final Map<String, String> sortKeys = new ConcurrentHashMap<>();

    /**
     * @param posts by the unit in which they were recorded
     * @param into the persons whom others became
     * @param erased persons who cannot be found any more
     */
    record Holdings(Map<String, List<PostRecord>> posts, Map<String, String> into, Set<String> erased) {
        static final Holdings NONE = new Holdings(Map.of(), Map.of(), Set.of());

        /** The record that stays of a person; empty if there is nobody any more. */
        Optional<String> person(String id) {
            String person = id;
            for (int steps = 0; into.containsKey(person) && steps < MOST_STEPS; steps++) {
                person = Objects.requireNonNull(into.get(person));
            }
            return erased.contains(person) || erased.contains(id) ? Optional.empty() : Optional.of(person);
        }
    }

    Snapshot(Collection<UnitRecord> units, Holdings holdings, Collection<GroupRecord> groups) {
        this.holdings = holdings;
        groups.forEach(group -> this.groups.put(group.id(), group));
        tree = DatedTree.of(units.stream().map(UnitRecord::history).toList());
        for (UnitRecord unit : units) {
            this.units.put(unit.id(), unit);
            unit.history().parents().values().stream()
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(parent -> children.computeIfAbsent(parent, _ -> new ArrayList<>())
                            .add(unit));
            String successor = unit.history().successor();
            if (successor != null) {
                heirsOf.computeIfAbsent(successor, _ -> new ArrayList<>()).add(unit);
            }
        }
    }

    boolean knowsUnit(String id) {
        return known(id).isPresent();
    }

    boolean knowsGroup(String id) {
        return groups.containsKey(id);
    }

    private Optional<UnitRecord> known(String id) {
        return Optional.ofNullable(units.get(id)).filter(UnitRecord::isKnown);
    }

    Optional<Unit> unit(String id, LocalDate day) {
        return known(id).map(unit -> unit(unit, day));
    }

    private Unit unit(UnitRecord unit, LocalDate day) {
        UnitRecord.Naming naming = unit.nameOn(day);
        return new Unit(
                unit.id(),
                Objects.requireNonNull(unit.kind()),
                naming.code(),
                naming.name(),
                unit.parentOn(day),
                unit.stands(day),
                successor(unit, day));
    }

    private @Nullable String successor(UnitRecord unit, LocalDate day) {
        if (!unit.isOver(day) || unit.neverWas()) {
            return null;
        }
        String answering = tree.answering(unit.id(), day);
        return answering.equals(unit.id()) ? null : answering;
    }

    List<Unit> children(String unit, LocalDate day) {
        return children.getOrDefault(unit, List.of()).stream()
                .filter(child -> child.isKnown() && child.stands(day) && unit.equals(child.parentOn(day)))
                .map(child -> unit(child, day))
                .sorted(Comparator.comparing(Unit::kind)
                        .thenComparing(child -> sortKey(child.name()))
                        .thenComparing(Unit::id))
                .toList();
    }

    private String sortKey(String name) {
        return sortKeys.computeIfAbsent(name, Text::sort);
    }

    List<Unit> subtree(String unit, LocalDate day) {
        return tree.subtree(unit, day).stream()
                .flatMap(id -> unit(id, day).stream())
                .toList();
    }

    List<Post> posts(String unit, LocalDate day) {
        List<Post> posts = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(List.of(unit));
        Set<String> met = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String next = open.remove();
            if (met.add(next)) {
                posts.addAll(postsOf(next, day));
                children(next, day).stream()
                        .filter(child -> child.kind() == Kind.BODY)
                        .forEach(child -> open.add(child.id()));
            }
        }
        return posts;
    }

    /** Titles in one unit, each once, as a dictionary has them. */
    private List<Post> postsOf(String unit, LocalDate day) {
        Map<String, Post> byTitle = new LinkedHashMap<>();
        holdings(unit, day)
                .sorted(Comparator.comparing(post -> sortKey(post.title())))
                .forEach(post -> byTitle.putIfAbsent(Text.same(post.title()), new Post(unit, post.title())));
        return List.copyOf(byTitle.values());
    }

    /** Posts held in the unit on that day, also those begun in a unit that it succeeded. */
    private Stream<PostRecord> holdings(String unit, LocalDate day) {
        Optional<UnitRecord> held = known(unit).filter(one -> one.stands(day));
        if (held.isEmpty()) {
            return Stream.empty();
        }
        Set<String> begunIn = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(unit));
        while (!open.isEmpty()) {
            String id = open.pop();
            if (begunIn.add(id)) {
                heirsOf.getOrDefault(id, List.of()).stream()
                        .filter(before -> before.isOver(day) && !before.neverWas())
                        .forEach(before -> open.push(before.id()));
            }
        }
        return begunIn.stream()
                .flatMap(id -> holdings.posts().getOrDefault(id, List.of()).stream())
                .filter(post -> post.isHeld(day));
    }

    List<Group> groups(String unit, LocalDate day) {
        return groups.values().stream()
                .filter(group -> group.unit() != null && unit.equals(ownerOn(group.unit(), day)))
                .flatMap(group -> group(group, day).stream())
                // its own before those of units that it succeeded
                .sorted(Comparator.comparing((Group group) -> !group.owner().equals(unit))
                        .thenComparing(group -> sortKey(group.name()))
                        .thenComparing(Group::id))
                .toList();
    }

    Optional<Group> group(String id, LocalDate day) {
        return Optional.ofNullable(groups.get(id)).flatMap(group -> group(group, day));
    }

    private String ownerOn(String owner, LocalDate day) {
        return heir(owner, day).orElse(owner);
    }

    private Optional<Group> group(GroupRecord group, LocalDate day) {
        GroupRecord.Definition definition = group.on(day);
        if (definition == null || group.unit() == null) {
            return Optional.empty();
        }
        String owner = ownerOn(group.unit(), day);
        return Optional.of(new Group(
                group.id(),
                group.unit(),
                definition.name(),
                units(definition, owner, day),
                persons(definition, owner, day)));
    }

    private List<String> units(GroupRecord.Definition definition, String owner, LocalDate day) {
        return switch (definition.kind()) {
            case UNITS ->
                definition.ids().stream()
                        .flatMap(id -> heir(id, day).stream())
                        .distinct()
                        .toList();
            case UNITS_OF_KIND ->
                subtree(owner, day).stream()
                        .filter(unit ->
                                !unit.id().equals(owner) && unit.kind().name().equals(definition.of()))
                        .map(Unit::id)
                        .toList();
            case PERSONS, HOLDERS_OF_POSTS -> List.of();
        };
    }

    private List<String> persons(GroupRecord.Definition definition, String owner, LocalDate day) {
        return switch (definition.kind()) {
            case PERSONS ->
                definition.ids().stream()
                        .flatMap(id -> holdings.person(id).stream())
                        .distinct()
                        .sorted()
                        .toList();
            case HOLDERS_OF_POSTS ->
                tree.subtree(owner, day).stream()
                        .flatMap(unit -> holdings(unit, day))
                        .filter(post -> post.kind().equals(definition.of()))
                        .flatMap(post -> holdings.person(post.person()).stream())
                        .distinct()
                        .sorted()
                        .toList();
            case UNITS, UNITS_OF_KIND -> List.of();
        };
    }

    /** The unit itself while it stands, after its end whoever was named its successor; empty if there is nobody. */
    private Optional<String> heir(String unit, LocalDate day) {
        String id = unit;
        for (int steps = 0; id != null && steps < MOST_STEPS; steps++) {
            UnitRecord record = units.get(id);
            if (record == null || record.neverWas()) {
                return Optional.empty();
            }
            if (record.stands(day)) {
                return Optional.of(id);
            }
            id = record.isOver(day) ? record.history().successor() : null;
        }
        return Optional.empty();
    }
}
