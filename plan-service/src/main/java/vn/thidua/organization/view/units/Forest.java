package vn.thidua.organization.view.units;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.scope.DatedTree;
import vn.thidua.platform.text.Text;

/** All units through time, in memory; it does not change. */
public final class Forest {

    /** More than any chain of successors is long. */
    private static final int MOST_STEPS = 64;

    private static final int MOST_DAYS = 16;

    static final Forest EMPTY = new Forest(Map.of());

    private final Map<String, UnitRow> rows;
    private final DatedTree tree;
    private final Map<String, List<UnitRow>> children = new HashMap<>();
    private final Map<String, List<UnitRow>> heirsOf = new HashMap<>();

    private final Map<LocalDate, List<Node>> days = new ConcurrentHashMap<>();
    private final Set<String> codes = new HashSet<>();

    /** Sort and search keys are made once for each spelling. */
    private final Map<String, String> sortKeys;

    private final Map<String, String> folds;

    Forest(Map<String, UnitRow> rows) {
        this(rows, new HashMap<>(), new HashMap<>());
    }

    private Forest(Map<String, UnitRow> rows, Map<String, String> sortKeys, Map<String, String> folds) {
        this.rows = Map.copyOf(rows);
        this.tree = DatedTree.of(rows.values().stream().map(UnitRow::history).toList());
        this.sortKeys = sortKeys;
        this.folds = folds;
        for (UnitRow row : rows.values()) {
            Set<String> parents = new HashSet<>();
            row.places().forEach(place -> parents.add(place.parent()));
            parents.forEach(parent ->
                    children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(row));
            if (row.successor() != null) {
                heirsOf.computeIfAbsent(row.successor(), _ -> new ArrayList<>()).add(row);
            }
            for (UnitRow.Naming naming : row.namings()) {
                sortKeys.computeIfAbsent(naming.name(), Text::sort);
                folds.computeIfAbsent(naming.name(), Text::fold);
            }
            row.codes().forEach(code -> codes.add(code.toUpperCase(Locale.ROOT)));
        }
    }

    /** The same with some rows new or another. */
    Forest with(Collection<UnitRow> changed) {
        Map<String, UnitRow> all = new HashMap<>(rows);
        changed.forEach(row -> all.put(row.id(), row));
        return new Forest(all, new HashMap<>(sortKeys), new HashMap<>(folds));
    }

    Forest without(Set<String> imports) {
        Map<String, UnitRow> some = new HashMap<>(rows);
        some.values().removeIf(row -> row.importId() != null && imports.contains(row.importId()));
        return some.size() == rows.size() ? this : new Forest(some, new HashMap<>(sortKeys), new HashMap<>(folds));
    }

    public DatedTree tree() {
        return tree;
    }

    public Optional<UnitRow> unit(String id) {
        return Optional.ofNullable(rows.get(id)).filter(row -> !row.withdrawn());
    }

    public Collection<UnitRow> all() {
        return rows.values();
    }

    /** A unit in the tree of a day. */
    public record Node(UnitRow unit, @Nullable String parent, int depth) {}

    /** Whether any unit ever had the code, also one that was withdrawn. */
    boolean hasCode(String code) {
        return codes.contains(code.toUpperCase(Locale.ROOT));
    }

    /** Children on that day, by kind and name. */
    public List<UnitRow> children(String unit, LocalDate day) {
        return children.getOrDefault(unit, List.of()).stream()
                .filter(child -> child.existsOn(day) && unit.equals(child.parentOn(day)))
                .sorted(order(day))
                .toList();
    }

    /** All that ever stood directly below it. */
    List<UnitRow> everBelow(String unit) {
        return children.getOrDefault(unit, List.of());
    }

    /** Units at the top on that day: without a parent that exists. */
    public List<UnitRow> tops(LocalDate day) {
        return rows.values().stream()
                .filter(row -> row.existsOn(day) && !hasParent(row, day))
                .sorted(order(day))
                .toList();
    }

    private boolean hasParent(UnitRow row, LocalDate day) {
        String parent = row.parentOn(day);
        UnitRow above = parent == null ? null : rows.get(parent);
        return above != null && above.existsOn(day);
    }

    /** All units of a day, each before what is below it; of the last days asked for they are kept. */
    public List<Node> on(LocalDate day) {
        List<Node> known = days.get(day);
        if (known != null) {
            return known;
        }
        List<Node> nodes = List.copyOf(below(tops(day), day));
        if (days.size() >= MOST_DAYS) {
            days.clear();
        }
        days.put(day, nodes);
        return nodes;
    }

    /** The unit and all below it on a day, each before what is below it; depths begin with 0. */
    public List<Node> on(LocalDate day, String root) {
        List<Node> nodes = new ArrayList<>();
        int top = -1;
        for (Node node : on(day)) {
            if (top >= 0 && node.depth() <= top) {
                break;
            }
            if (node.unit().id().equals(root)) {
                top = node.depth();
            }
            if (top >= 0) {
                nodes.add(new Node(node.unit(), node.parent(), node.depth() - top));
            }
        }
        return nodes;
    }

    /** The units of a day below these, each before what is below it; {@code tops} are the first level. */
    public List<Node> below(List<UnitRow> tops, LocalDate day) {
        Map<String, List<UnitRow>> byParent = new HashMap<>();
        for (UnitRow row : rows.values()) {
            String parent = row.parentOn(day);
            if (parent != null && row.existsOn(day)) {
                byParent.computeIfAbsent(parent, _ -> new ArrayList<>()).add(row);
            }
        }
        Comparator<UnitRow> order = order(day);
        List<Node> nodes = new ArrayList<>();
        Set<String> met = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        push(open, tops.stream().map(top -> new Node(top, top.parentOn(day), 0)).toList());
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (!met.add(node.unit().id())) {
                continue;
            }
            nodes.add(node);
            List<UnitRow> next = byParent.getOrDefault(node.unit().id(), List.of());
            push(
                    open,
                    next.stream()
                            .sorted(order)
                            .map(child -> new Node(child, node.unit().id(), node.depth() + 1))
                            .toList());
        }
        return nodes;
    }

    private static void push(Deque<Node> open, List<Node> inOrder) {
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            open.push(inOrder.get(i));
        }
    }

    /** By tier, then by name as a dictionary has it, then by id. */
    public Comparator<UnitRow> order(LocalDate day) {
        return Comparator.comparing(UnitRow::kind)
                .thenComparing(row -> sortKey(row, day))
                .thenComparing(UnitRow::id);
    }

    public String sortKey(UnitRow row, LocalDate day) {
        return sortKeys.getOrDefault(row.namingOn(day).name(), "");
    }

    /** Whether a name it ever had, or its code on that day, holds the folded words. */
    public boolean matches(UnitRow row, String folded, LocalDate day) {
        return row.namingOn(day).code().equalsIgnoreCase(folded)
                || row.namings().stream().anyMatch(naming -> folds.getOrDefault(naming.name(), "")
                        .contains(folded));
    }

    /** Where a post of that unit is on that day: in the unit, in its successor's, or nowhere. */
    public Optional<String> heirOn(String unit, LocalDate day) {
        String id = unit;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            UnitRow row = rows.get(id);
            if (row == null || row.withdrawn()) {
                return Optional.empty();
            }
            LocalDate until = row.until();
            if (until == null || !day.isAfter(until)) {
                return Optional.of(id);
            }
            if (row.successor() == null) {
                return Optional.empty();
            }
            id = row.successor();
        }
        return Optional.empty();
    }

    /** The unit and all ended ones whose posts are in it on that day. */
    public Set<String> heldIn(String unit, LocalDate day) {
        Set<String> all = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(unit));
        while (!open.isEmpty()) {
            String id = open.pop();
            if (all.add(id)) {
                for (UnitRow before : heirsOf.getOrDefault(id, List.of())) {
                    if (!before.withdrawn() && !before.existsOn(day) && !day.isBefore(before.from())) {
                        open.push(before.id());
                    }
                }
            }
        }
        return all;
    }
}
