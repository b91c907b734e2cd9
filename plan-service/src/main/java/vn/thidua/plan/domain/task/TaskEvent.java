package vn.thidua.plan.domain.task;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.TaskContent;

/** What happened to a task. */
public sealed interface TaskEvent {

    String task();

    String plan();

    /** The unit that issued the plan. */
    String owner();

    /** Why a task need not be done any more. */
    enum Cause {
        /** A new version of the plan does not have it. */
        AMENDED,
        SUPERSEDED,
        /** The plan was closed while it was open. */
        CLOSED
    }

    record TaskAssigned(
            String task,
            String plan,
            int n,
            String owner,
            String documentNumber,
            @Nullable Integer year,
            TaskContent content)
            implements TaskEvent {}

    /** @param version of the plan */
    record TaskChanged(String task, String plan, String owner, int version, TaskContent content) implements TaskEvent {}

    /** @param effective first day on which it is no more */
    record TaskWithdrawn(String task, String plan, String owner, Cause cause, LocalDate effective)
            implements TaskEvent {}

    record ProgressReported(
            String task,
            String plan,
            String owner,
            String unit,
            int percent,
            @Nullable String note,
            List<String> evidence,
            LocalDate on)
            implements TaskEvent {}

    /** @param dueTo last day by which it was to be done, extensions counted; null if there was none */
    record TaskCompleted(
            String task,
            String plan,
            String owner,
            String unit,
            @Nullable String note,
            List<String> proof,
            LocalDate on,
            @Nullable LocalDate dueTo)
            implements TaskEvent {}

    /** @param actingFor who delegated, if it was asked for somebody else */
    record ExtensionAsked(
            String task,
            String plan,
            String owner,
            String unit,
            String by,
            @Nullable String actingFor,
            LocalDate dueTo,
            String reason,
            LocalDate on)
            implements TaskEvent {}

    /** @param dueTo new last day */
    record ExtensionGranted(
            String task,
            String plan,
            String owner,
            String unit,
            String by,
            LocalDate before,
            LocalDate dueTo,
            @Nullable String note,
            LocalDate on)
            implements TaskEvent {}

    record ExtensionRefused(String task, String plan, String owner, String unit, String by, String reason, LocalDate on)
            implements TaskEvent {}

    /** @param dueTo the last day, which is over */
    record TaskOverdue(String task, String plan, String owner, LocalDate dueTo, List<String> units)
            implements TaskEvent {}

    record TaskReopened(String task, String plan, String owner, String reason, LocalDate on) implements TaskEvent {}
}
