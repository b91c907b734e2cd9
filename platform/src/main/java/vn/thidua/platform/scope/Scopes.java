package vn.thidua.platform.scope;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.Caller.Binding;
import vn.thidua.platform.security.Role;

/**
 * For which units a caller may act. A role holds for its unit and all below it, up to and with its last day; a unit that
 * has ended is acted for by whoever may act for its successor, so that its records stay in somebody's hands.
 *
 * <p>The day is the one on which the caller acts, today; never one that the caller may choose, as in {@code asOf}: a role
 * that has run out would count again.
 */
public final class Scopes {

    private final UnitTree tree;

    public Scopes(UnitTree tree) {
        this.tree = tree;
    }

    /** Whether one of the roles reaches the unit on that day. An unknown unit is in nobody's reach. */
    public boolean mayActFor(Caller caller, Set<Role> roles, String unit, LocalDate day) {
        return reach(caller, roles, day).contains(unit);
    }

    /** The roles by which the caller acts for the unit, for the record of the act; empty if it may not. */
    public List<Binding> rights(Caller caller, Set<Role> roles, String unit, LocalDate day) {
        String answering = tree.answering(unit, day);
        return held(caller, roles, day).stream()
                .filter(binding -> tree.isUnder(answering, binding.unit(), day))
                .toList();
    }

    /** The roles that the caller holds for a unit below the given one, or for that one; empty if there are none. */
    public List<Binding> heldBelow(Caller caller, Set<Role> roles, String unit, LocalDate day) {
        String answering = tree.answering(unit, day);
        return held(caller, roles, day).stream()
                .filter(binding -> tree.isUnder(binding.unit(), answering, day))
                .toList();
    }

    /** All units that the roles reach on that day. */
    public Reach reach(Caller caller, Set<Role> roles, LocalDate day) {
        return new Reach(held(caller, roles, day).stream().map(Binding::unit).collect(Collectors.toSet()), day, tree);
    }

    private static List<Binding> held(Caller caller, Set<Role> roles, LocalDate day) {
        return caller.posts().stream()
                .filter(binding -> roles.contains(binding.role()))
                .filter(binding -> binding.until() == null || !binding.until().isBefore(day))
                .toList();
    }
}
