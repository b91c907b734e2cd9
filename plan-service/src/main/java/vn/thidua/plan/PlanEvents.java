package vn.thidua.plan;

import vn.thidua.plan.domain.plan.NumberEvent;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.task.TaskEvent;
import vn.thidua.platform.eventstore.EventNames;

/** The names under which this context's events are stored. They never change. */
public final class PlanEvents {

    private PlanEvents() {}

    public static EventNames names() {
        return EventNames.builder()
                .name(PlanEvent.PlanDrafted.class, "plan.plan-drafted", 1)
                .name(PlanEvent.DraftDetailsSet.class, "plan.draft-details-set", 1)
                .name(PlanEvent.DraftTaskSet.class, "plan.draft-task-set", 1)
                .name(PlanEvent.DraftTaskDropped.class, "plan.draft-task-dropped", 1)
                .name(PlanEvent.DraftDiscarded.class, "plan.draft-discarded", 1)
                .name(PlanEvent.PlanIssued.class, "plan.plan-issued", 1)
                .name(PlanEvent.PlanAmended.class, "plan.plan-amended", 1)
                .name(PlanEvent.PlanSuperseded.class, "plan.plan-superseded", 1)
                .name(PlanEvent.PlanClosed.class, "plan.plan-closed", 1)
                .name(PlanEvent.PlanLinked.class, "plan.plan-linked", 1)
                .name(NumberEvent.NumberTaken.class, "plan.number-taken", 1)
                .name(TaskEvent.TaskAssigned.class, "plan.task-assigned", 1)
                .name(TaskEvent.TaskChanged.class, "plan.task-changed", 1)
                .name(TaskEvent.TaskWithdrawn.class, "plan.task-withdrawn", 1)
                .name(TaskEvent.ProgressReported.class, "plan.progress-reported", 1)
                .name(TaskEvent.TaskCompleted.class, "plan.task-completed", 1)
                .name(TaskEvent.ExtensionAsked.class, "plan.extension-asked", 1)
                .name(TaskEvent.ExtensionGranted.class, "plan.extension-granted", 1)
                .name(TaskEvent.ExtensionRefused.class, "plan.extension-refused", 1)
                .name(TaskEvent.TaskOverdue.class, "plan.task-overdue", 1)
                .name(TaskEvent.TaskReopened.class, "plan.task-reopened", 1)
                .build();
    }
}
