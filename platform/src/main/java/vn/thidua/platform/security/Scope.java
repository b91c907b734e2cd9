package vn.thidua.platform.security;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.scope.Reach;
import vn.thidua.platform.scope.Scopes;
import vn.thidua.platform.scope.UnitTree;

/**
 * How far the caller's roles reach, for one request. A controller method takes it as an argument; it counts the roles that
 * the method's {@link Access} names, held today, in today's tree (a unit that has ended is reached by whoever reaches the
 * one that answers for it), and remembers which of them gave the right.
 */
public final class Scope {

    private final Caller caller;
    private final Scopes scopes;
    private final Set<Role> roles;
    private final LocalDate today;
    private final List<Caller.Binding> held;
    private final boolean everywhere;
    private final Set<Caller.Binding> used = new LinkedHashSet<>();
    private @Nullable String unit;
    private boolean asked;

    /**
     * What the caller reaches through the roles that the endpoint names.
     *
     * @param today in Vietnam
     */
    public Scope(Caller caller, Access access, UnitTree tree, LocalDate today) {
        this.caller = caller;
        this.scopes = new Scopes(tree);
        this.roles = Set.of(access.roles());
        this.today = today;
        this.held = caller.posts().stream()
                .filter(binding -> roles.contains(binding.role()) && holds(binding, today))
                .toList();
        this.everywhere = Arrays.stream(access.scopes()).anyMatch(caller.scopes()::contains);
    }

    /** Whether the role is held on that day. */
    public static boolean holds(Caller.Binding binding, LocalDate day) {
        return binding.until() == null || !binding.until().isBefore(day);
    }

    /** Who calls. */
    public Caller caller() {
        return caller;
    }

    /** The day whose roles and tree count. */
    public LocalDate today() {
        return today;
    }

    /** Whether the caller has any role, or scope, that the endpoint asks for. */
    public boolean mayAtAll() {
        return everywhere || !held.isEmpty();
    }

    /** Whether the unit is within reach. An unknown one is in nobody's, save that of a caller without bounds. */
    public boolean covers(String candidate) {
        asked = true;
        List<Caller.Binding> rights = scopes.rights(caller, roles, candidate, today);
        if (rights.isEmpty() && !everywhere) {
            return false;
        }
        used.addAll(rights);
        unit = candidate;
        return true;
    }

    /** All units within reach, for a filter; null of a caller without bounds. */
    public @Nullable Set<String> reachedUnits() {
        return isEverywhere() ? null : reach().units();
    }

    /**
     * For a unit that the request names, in a filter or in the body.
     *
     * @throws OutOfScopeException if it is out of reach or unknown: 403
     */
    public void requireNamed(String named) {
        if (!covers(named)) {
            throw new OutOfScopeException();
        }
    }

    /**
     * For the unit that owns a resource which the request names by id.
     *
     * @throws UnknownResourceException if it is out of reach: 404
     */
    public void requireOwner(String owner) {
        if (!covers(owner)) {
            throw UnknownResourceException.hidden();
        }
    }

    /**
     * For a resource that the request names by id and that concerns more units than its owner.
     *
     * @param named units that it names
     * @throws UnknownResourceException if it does not concern the caller: 404
     */
    public void requireConcerned(String owner, Iterable<String> named) {
        if (!isConcerned(owner, named)) {
            throw UnknownResourceException.hidden();
        }
    }

    /** Whether the owner is within reach, or a unit of the caller's is below it, or one of those named is within reach. */
    public boolean isConcerned(String owner, Iterable<String> named) {
        if (covers(owner)) {
            return true;
        }
        for (String each : named) {
            if (covers(each)) {
                return true;
            }
        }
        List<Caller.Binding> below = scopes.heldBelow(caller, roles, owner, today);
        used.addAll(below);
        return !below.isEmpty();
    }

    /**
     * For a resource that is about a person and belongs to units: the person, or whoever reaches one of them.
     *
     * @throws UnknownResourceException if neither: 404
     */
    public void requireSelfOr(String person, Iterable<String> owners) {
        if (isSelf(person)) {
            return;
        }
        for (String owner : owners) {
            if (covers(owner)) {
                return;
            }
        }
        throw UnknownResourceException.hidden();
    }

    /** Whether the person is the caller, or the one the caller acts for. */
    public boolean isSelf(String person) {
        asked = true;
        return person.equals(caller.person()) || person.equals(caller.actingFor());
    }

    /**
     * For what belongs to no unit.
     *
     * @throws NotAllowedException if the caller has bounds: 403
     */
    public void requireEverywhere() {
        if (!isEverywhere()) {
            throw new NotAllowedException();
        }
    }

    /** Whether the caller has no bounds: lists need no filter then. */
    public boolean isEverywhere() {
        asked = true;
        return everywhere;
    }

    /** All that the roles reach: lists show nothing else. Of a caller without bounds, ask {@link #isEverywhere} first. */
    public Reach reach() {
        asked = true;
        used.addAll(held);
        return scopes.reach(caller, roles, today);
    }

    /** The roles that gave the right so far, as {@code OFFICER@<unit>}; all that count if none was looked at. */
    public List<String> grantedBy() {
        var granting = used.isEmpty() ? held : used;
        return granting.stream()
                .map(binding -> binding.role() + "@" + binding.unit())
                .distinct()
                .toList();
    }

    /** The unit last found within reach: the one acted for. */
    public @Nullable String unit() {
        return unit;
    }

    /** Whether anybody has asked what is within reach; an answer without it has not been checked. */
    public boolean wasAsked() {
        return asked;
    }
}
