package vn.thidua.plan.react;

import java.util.List;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.platform.context.Wanted;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.react.Policy;

/**
 * What a plan's acts mean for its tasks. It is one policy, for the acts of one plan must reach its tasks in their order:
 * who amends or closes a plan right after it was issued must not come before its tasks have begun.
 */
public final class TasksFollowPlans implements Policy {

    @Override
    public String name() {
        return "tasks-follow-plans";
    }

    @Override
    public List<Wanted> on(LoggedEvent event) {
        return event.payload() instanceof PlanEvent plan ? wanted(plan) : List.of();
    }

    private static List<Wanted> wanted(PlanEvent event) {
        return switch (event) {
            case PlanEvent.PlanIssued e -> WhenPlanIssuedAssignTasks.on(e);
            case PlanEvent.PlanAmended e -> WhenPlanAmendedChangeTasks.on(e);
            case PlanEvent.PlanSuperseded e -> WhenPlanEndedWithdrawTasks.on(e);
            case PlanEvent.PlanClosed e -> WhenPlanEndedWithdrawTasks.on(e);
            // a draft has no tasks yet, and a link changes none
            case PlanEvent.PlanDrafted _,
                    PlanEvent.DraftDetailsSet _,
                    PlanEvent.DraftTaskSet _,
                    PlanEvent.DraftTaskDropped _,
                    PlanEvent.DraftDiscarded _,
                    PlanEvent.PlanLinked _ -> List.of();
        };
    }
}
