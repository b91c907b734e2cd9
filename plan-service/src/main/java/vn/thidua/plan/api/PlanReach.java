package vn.thidua.plan.api;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.plan.domain.plan.PlanRejection;
import vn.thidua.plan.view.plans.Plans;
import vn.thidua.plan.view.plans.Plans.Plan;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.values.RejectedException;

/** Which issued plans a caller may act on, and refer to. */
@Component
class PlanReach {

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long BETWEEN_MILLIS = 20;

    private final Plans plans;

    PlanReach(Plans plans) {
        this.plans = plans;
    }

    /**
     * An issued plan of a unit within reach.
     *
     * @throws UnknownResourceException if there is none, or it is out of reach: 404
     */
    Plan owned(String id, Scope scope) {
        Optional<Plan> plan = plans.find(id);
        scope.requireOwner(plan.map(Plan::unit).orElse(id));
        return plan.orElseThrow(UnknownResourceException::unknown);
    }

    /**
     * The same, at a revision that the caller has seen, if that comes within a moment.
     *
     * @param revision null if any will do
     */
    Plan owned(String id, @Nullable Long revision, Scope scope) {
        Plan plan = owned(id, scope);
        long end = System.nanoTime() + MOST_NANOS;
        while (revision != null && plan.revision() < revision && System.nanoTime() - end < 0) {
            try {
                Thread.sleep(BETWEEN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return plan;
            }
            plan = plans.find(id).orElse(plan);
        }
        return plan;
    }

    /**
     * That the caller may read the plan which the request refers to; one that may not be read and none at all are the same.
     *
     * @param unit the one acted for: it remains so
     * @param field that refers to it
     * @throws RejectedException if not
     */
    void requireReadable(@Nullable String plan, String field, String unit, Scope scope) {
        if (plan == null) {
            return;
        }
        boolean readable = plans.find(plan)
                .filter(found -> scope.isConcerned(found.unit(), units(found)))
                .isPresent();
        scope.requireOwner(unit);
        if (!readable) {
            throw new RejectedException(new PlanRejection.NoSuchPlan(field));
        }
    }

    private static Set<String> units(Plan plan) {
        Set<String> units = new LinkedHashSet<>();
        plan.tasks().forEach(task -> units.addAll(task.content().units()));
        return units;
    }
}
