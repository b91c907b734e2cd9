package vn.thidua.plan.react;

import java.time.LocalDate;
import java.util.List;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.domain.task.TaskCommand;
import vn.thidua.plan.domain.task.TaskEvent;
import vn.thidua.platform.context.Wanted;

/** What was open when a plan was superseded or closed is withdrawn. */
final class WhenPlanEndedWithdrawTasks {

    private WhenPlanEndedWithdrawTasks() {}

    static List<Wanted> on(PlanEvent.PlanSuperseded superseded) {
        return withdrawn(superseded.plan(), superseded.tasks(), TaskEvent.Cause.SUPERSEDED, superseded.effective());
    }

    static List<Wanted> on(PlanEvent.PlanClosed closed) {
        // it holds on its last day still
        LocalDate effective = closed.effective().plusDays(1);
        return withdrawn(closed.plan(), closed.tasks(), TaskEvent.Cause.CLOSED, effective);
    }

    private static List<Wanted> withdrawn(
            String plan, List<Integer> tasks, TaskEvent.Cause cause, LocalDate effective) {
        return tasks.stream()
                .map(n -> PlannedTask.id(plan, n))
                .map(id -> new Wanted(id, new TaskCommand.WithdrawTask(id, cause, effective)))
                .toList();
    }
}
