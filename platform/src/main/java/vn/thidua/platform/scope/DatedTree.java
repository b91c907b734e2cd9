package vn.thidua.platform.scope;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tree of units on every day, immutable. A question walks up or down the parents of that day: a step is a binary
 * search in the unit's own few moves.
 *
 * <p>Who is in doubt is under nobody: a unit whose chain of parents runs in a circle, and one whose parent does not stand
 * on that day, has no ancestors beyond that point.
 */
public final class DatedTree implements UnitTree {

    /** More than any chain of parents is long; a longer one is a circle. */
    private static final int MOST_LEVELS = 64;

    /** A tree without units. */
    public static final DatedTree EMPTY = new DatedTree(List.of());

    private static final long NEVER = Long.MAX_VALUE;

    private static final class Node {
        final UnitHistory history;
        final long from;
        final long end;
        final long[] days;
        /** Beside each of the days; null at the top, and where the parent is not known. */
        final @Nullable Node[] parents;
        /** Units that have it for a parent on some day. */
        final Set<Node> children = new LinkedHashSet<>();

        Node(UnitHistory history) {
            this.history = history;
            LocalDate first = history.from();
            LocalDate last = history.end();
            from = first == null ? NEVER : first.toEpochDay();
            end = last == null ? NEVER : last.toEpochDay();
            days = history.parents().keySet().stream()
                    .mapToLong(LocalDate::toEpochDay)
                    .toArray();
            parents = new Node[days.length];
        }

        boolean stands(long day) {
            return from <= day && day < end;
        }

        @Nullable
        Node parent(long day) {
            int at = java.util.Arrays.binarySearch(days, day);
            int last = at >= 0 ? at : -at - 2;
            return last < 0 ? null : parents[last];
        }
    }

    private final Map<String, Node> nodes;

    private DatedTree(Collection<UnitHistory> units) {
        nodes = HashMap.newHashMap(units.size());
        for (UnitHistory unit : units) {
            if (nodes.put(unit.unit(), new Node(unit)) != null) {
                throw new IllegalArgumentException("two histories of " + unit.unit());
            }
        }
        for (Node node : nodes.values()) {
            int i = 0;
            for (String name : node.history.parents().values()) {
                Node parent = name == null ? null : nodes.get(name);
                node.parents[i++] = parent;
                if (parent != null) {
                    parent.children.add(node);
                }
            }
        }
    }

    /** The tree as it was recorded; whoever stands in a circle is under nobody. */
    public static DatedTree of(Collection<UnitHistory> units) {
        return new DatedTree(units);
    }

    /**
     * The tree with one history new or another.
     *
     * @throws IllegalArgumentException if a unit would stand under itself on some day
     */
    public DatedTree with(UnitHistory unit) {
        Map<String, UnitHistory> all = HashMap.newHashMap(nodes.size() + 1);
        nodes.forEach((id, node) -> all.put(id, node.history));
        all.put(unit.unit(), unit);
        var tree = new DatedTree(all.values());
        tree.circle().ifPresent(in -> {
            throw new IllegalArgumentException(in + " would stand under itself");
        });
        return tree;
    }

    /** A unit that stands under itself on some day, if there is one. */
    public Optional<String> circle() {
        for (Node node : nodes.values()) {
            // a circle begins on the day on which one of its units moves, or begins to stand
            for (long day : node.days) {
                if (runsInCircle(node, Math.max(day, node.from))) {
                    return Optional.of(node.history.unit());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean runsInCircle(Node node, long day) {
        int levels = 0;
        for (Node above = node; above != null && above.stands(day); above = above.parent(day)) {
            if (levels++ > MOST_LEVELS) {
                return true;
            }
        }
        return false;
    }

    /** How many units there are, on whatever day. */
    public int size() {
        return nodes.size();
    }

    /** What is known of a unit. */
    public Optional<UnitHistory> history(String unit) {
        return Optional.ofNullable(nodes.get(unit)).map(node -> node.history);
    }

    /** Its parent on that day; empty at the top, and for a unit that is unknown or does not stand. */
    public Optional<String> parent(String unit, LocalDate day) {
        long when = day.toEpochDay();
        Node node = nodes.get(unit);
        return node == null || !node.stands(when)
                ? Optional.empty()
                : Optional.ofNullable(node.parent(when)).map(parent -> parent.history.unit());
    }

    @Override
    public boolean isUnder(String unit, String ancestor, LocalDate day) {
        long when = day.toEpochDay();
        Node wanted = nodes.get(ancestor);
        boolean found = false;
        int levels = 0;
        // up to the top even when it is found: in a circle everybody would be under everybody
        for (Node node = nodes.get(unit); node != null && node.stands(when); node = node.parent(when)) {
            found |= node == wanted;
            if (levels++ > MOST_LEVELS) {
                return false;
            }
        }
        return found;
    }

    @Override
    public List<String> subtree(String unit, LocalDate day) {
        long when = day.toEpochDay();
        Node top = nodes.get(unit);
        if (top == null || !top.stands(when) || runsInCircle(top, when)) {
            return List.of();
        }
        List<String> below = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            Node node = open.remove();
            below.add(node.history.unit());
            for (Node child : node.children) {
                if (child.stands(when) && child.parent(when) == node) {
                    open.add(child);
                }
            }
        }
        return below;
    }

    @Override
    public String answering(String unit, LocalDate day) {
        Node node = nodes.get(unit);
        return node == null ? unit : answering(node, day.toEpochDay()).history.unit();
    }

    private Node answering(Node unit, long day) {
        Node node = unit;
        for (int steps = 0; !node.stands(day) && steps < MOST_LEVELS; steps++) {
            Node next = next(node, day);
            if (next == null) {
                return node;
            }
            node = next;
        }
        return node;
    }

    private @Nullable Node next(Node node, long day) {
        if (node.days.length == 0) {
            return null;
        }
        boolean gone = node.from < node.end && node.end <= day;
        if (!gone) {
            return node.parents[0];
        }
        String successor = node.history.successor();
        return successor == null ? node.parent(node.end - 1) : nodes.get(successor);
    }

    @Override
    public List<String> answeredWithin(String unit, LocalDate day) {
        long when = day.toEpochDay();
        List<String> standing = subtree(unit, day);
        Set<String> within = new HashSet<>(standing);
        List<String> all = new ArrayList<>(standing);
        for (Node node : nodes.values()) {
            if (!node.stands(when)
                    && within.contains(answering(node, when).history.unit())) {
                all.add(node.history.unit());
            }
        }
        return all;
    }
}
