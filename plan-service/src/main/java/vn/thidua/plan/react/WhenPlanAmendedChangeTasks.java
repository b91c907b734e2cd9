package vn.thidua.plan.react;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.domain.task.TaskCommand;
import vn.thidua.plan.domain.task.TaskEvent;
import vn.thidua.platform.context.Wanted;

/** A new version assigns, changes and withdraws tasks. */
final class WhenPlanAmendedChangeTasks {

    private WhenPlanAmendedChangeTasks() {}

    static List<Wanted> on(PlanEvent.PlanAmended amended) {
        String plan = amended.plan();
        PlanEvent.Changes changes = amended.changes();
        List<Wanted> wanted = new ArrayList<>(WhenPlanIssuedAssignTasks.assigned(
                        plan,
                        amended.unit(),
                        amended.details(),
                        amended.tasks().stream().filter(task -> changes.added().contains(task.n())))
                .toList());
        for (PlannedTask task : amended.tasks()) {
            if (changes.changed().contains(task.n())) {
                String id = PlannedTask.id(plan, task.n());
                wanted.add(new Wanted(id, new TaskCommand.ChangeTask(id, amended.version(), task.content())));
            }
        }
        for (int n : changes.withdrawn()) {
            String id = PlannedTask.id(plan, n);
            wanted.add(new Wanted(id, new TaskCommand.WithdrawTask(id, TaskEvent.Cause.AMENDED, amended.effective())));
        }
        return wanted;
    }
}
