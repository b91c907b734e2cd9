package vn.thidua.plan.domain.task;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.TaskContent;

/** What may be asked of a task. */
public sealed interface TaskCommand {

    /**
     * The task begins.
     *
     * @param owner the unit that issued the plan
     */
    record AssignTask(
            @TargetAggregateIdentifier String task,
            String plan,
            int n,
            String owner,
            String documentNumber,
            @Nullable Integer year,
            TaskContent content)
            implements TaskCommand {}

    /** An amended plan says something else. An extension granted before ends if the plan sets another last day. */
    record ChangeTask(@TargetAggregateIdentifier String task, int version, TaskContent content)
            implements TaskCommand {}

    /** It need not be done any more; on a task that is done nothing happens. */
    record WithdrawTask(@TargetAggregateIdentifier String task, TaskEvent.Cause cause, LocalDate effective)
            implements TaskCommand {}

    /**
     * How far it is.
     *
     * @param unit for which is reported: one assigned, or the one that issued the plan
     * @param percent 0 to 100
     * @param evidence ids of files
     * @param on the day for which it holds; not after today
     */
    record ReportProgress(
            @TargetAggregateIdentifier String task,
            String unit,
            int percent,
            @Nullable String note,
            List<String> evidence,
            LocalDate on,
            LocalDate today)
            implements TaskCommand {}

    /** @param proof ids of files; at least one, or a note */
    record CompleteTask(
            @TargetAggregateIdentifier String task,
            String unit,
            @Nullable String note,
            List<String> proof,
            LocalDate on,
            LocalDate today)
            implements TaskCommand {}

    /**
     * @param by id of who asks
     * @param actingFor who delegated, if it is asked for somebody else
     * @param dueTo last day asked for
     */
    record AskExtension(
            @TargetAggregateIdentifier String task,
            String unit,
            String by,
            @Nullable String actingFor,
            LocalDate dueTo,
            String reason,
            LocalDate today)
            implements TaskCommand {}

    /**
     * @param by id of who decides: another than who asked, and not for who asked
     * @param actingFor who delegated, if it is decided for somebody else: another than who asked as well
     * @param dueTo last day granted; the one asked for, or an earlier one
     */
    record GrantExtension(
            @TargetAggregateIdentifier String task,
            String by,
            @Nullable String actingFor,
            LocalDate dueTo,
            @Nullable String note,
            LocalDate today)
            implements TaskCommand {}

    /** The same people as for {@link GrantExtension}. */
    record RefuseExtension(
            @TargetAggregateIdentifier String task,
            String by,
            @Nullable String actingFor,
            String reason,
            LocalDate today)
            implements TaskCommand {}

    /** The last day is over; nothing happens if it is done, withdrawn, or due another day by now. */
    record MarkOverdue(@TargetAggregateIdentifier String task, LocalDate dueTo, LocalDate today)
            implements TaskCommand {}

    /** Done it was not: it is open again. */
    record ReopenTask(@TargetAggregateIdentifier String task, String reason, LocalDate today) implements TaskCommand {}
}
