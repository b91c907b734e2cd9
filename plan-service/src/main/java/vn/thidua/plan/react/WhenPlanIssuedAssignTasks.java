package vn.thidua.plan.react;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.domain.task.TaskCommand;
import vn.thidua.platform.context.Wanted;

/** An issued plan's tasks begin. */
final class WhenPlanIssuedAssignTasks {

    private WhenPlanIssuedAssignTasks() {}

    static List<Wanted> on(PlanEvent.PlanIssued issued) {
        return assigned(issued.plan(), issued.unit(), issued.details(), issued.tasks().stream())
                .toList();
    }

    static Stream<Wanted> assigned(String plan, String owner, PlanDetails details, Stream<PlannedTask> tasks) {
        String number = Objects.requireNonNull(details.documentNumber(), "an issued plan has a number");
        return tasks.map(task -> {
            String id = PlannedTask.id(plan, task.n());
            return new Wanted(
                    id, new TaskCommand.AssignTask(id, plan, task.n(), owner, number, details.year(), task.content()));
        });
    }
}
