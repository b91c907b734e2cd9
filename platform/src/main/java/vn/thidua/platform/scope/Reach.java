package vn.thidua.platform.scope;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The units a caller reaches with certain roles on a certain day. A unit that does not stand on that day is reached by
 * whoever reaches the one that answers for it.
 */
public final class Reach {

    private final Set<String> roots;
    private final LocalDate day;
    private final UnitTree tree;

    Reach(Set<String> roots, LocalDate day, UnitTree tree) {
        this.roots = Set.copyOf(roots);
        this.day = day;
        this.tree = tree;
    }

    /** The units of the roles: each reaches itself and all below it. */
    public Set<String> roots() {
        return roots;
    }

    /** Whether there is nothing in reach, whatever the tree. */
    public boolean isEmpty() {
        return roots.isEmpty();
    }

    /** Whether the unit is in reach. An unknown one is not. */
    public boolean contains(String unit) {
        return !roots.isEmpty() && containsStanding(tree.answering(unit, day));
    }

    private boolean containsStanding(String unit) {
        return roots.stream().anyMatch(root -> tree.isUnder(unit, root, day));
    }

    /** All units in reach, for a filter: {@code contains} is true for these and no others. */
    public Set<String> units() {
        Set<String> units = new LinkedHashSet<>();
        roots.forEach(root -> units.addAll(tree.answeredWithin(root, day)));
        return units;
    }
}
