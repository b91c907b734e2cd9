package vn.thidua.plan.api;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.plan.view.plans.PlanLine;
import vn.thidua.plan.view.plans.PlanLists;
import vn.thidua.plan.view.units.UnitsOnDay;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.problem.ProblemException;

/** Which plans and tasks a caller may read. */
@Component
class Reading {

    /** Rows of a workbook; nobody reads more. */
    static final int MOST_ROWS = 100_000;

    /** Years of days that may be asked for; the same as for the days of a plan. */
    private static final int EARLIEST = 1945;

    private static final int LATEST = 2199;

    private final PlanLists plans;
    private final UnitsOnDay units;

    Reading(PlanLists plans, UnitsOnDay units) {
        this.plans = plans;
        this.units = units;
    }

    static LocalDate day(@Nullable LocalDate asOf, Scope scope) {
        if (asOf == null) {
            return scope.today();
        }
        if (asOf.getYear() < EARLIEST || asOf.getYear() > LATEST) {
            throw ProblemException.malformed(
                    "asOf",
                    "Phải từ năm " + EARLIEST + " đến năm " + LATEST + ".",
                    "It must be from " + EARLIEST + " to " + LATEST + ".");
        }
        return asOf;
    }

    /** How far other contexts have been heard of. */
    Map<String, Long> heard() {
        return Map.of("organization", units.position());
    }

    /**
     * An issued plan on a day, for those whom it concerns.
     *
     * @throws UnknownResourceException if there was none by then, or it concerns the caller not: 404
     */
    PlanLine plan(String id, LocalDate day, Scope scope) {
        var found = plans.line(id, day);
        scope.requireConcerned(found.map(PlanLine::unit).orElse(id), found.isEmpty() ? List.of() : plans.units(id));
        return found.orElseThrow(UnknownResourceException::unknown);
    }

    /** Whether there is such a plan on that day, and it concerns the caller. */
    boolean isReadable(String id, LocalDate day, Scope scope) {
        return plans.line(id, day)
                .map(plan -> scope.isConcerned(plan.unit(), plans.units(id)))
                .orElse(false);
    }

    /**
     * The units of a question: one with those that it answers for, all below one, or both; null if it names none.
     *
     * @throws vn.thidua.platform.security.OutOfScopeException if one of them is out of reach: 403
     */
    @Nullable
    Set<String> named(@Nullable String unit, @Nullable String under, LocalDate day, Scope scope) {
        if (unit != null) {
            scope.requireNamed(unit);
        }
        if (under != null) {
            scope.requireNamed(under);
        }
        Set<String> named;
        if (unit != null) {
            named = new HashSet<>(units.itself(unit, day));
            if (under != null) {
                named.retainAll(units.within(under, day));
            }
        } else if (under != null) {
            named = new HashSet<>(units.within(under, day));
        } else {
            return null;
        }
        Set<String> reach = scope.reachedUnits();
        if (reach != null) {
            // the tree of another day gives nobody what is out of reach today
            named.retainAll(reach);
        }
        return named;
    }

    /** Units above those of the caller, and those that they answer for: their plans concern all below. */
    Set<String> above(Scope scope) {
        Set<String> above = new HashSet<>();
        for (String root : scope.reach().roots()) {
            for (Directory.Unit unit : units.above(root, scope.today())) {
                if (above.add(unit.id())) {
                    above.addAll(units.itself(unit.id(), scope.today()));
                }
            }
        }
        return above;
    }
}
