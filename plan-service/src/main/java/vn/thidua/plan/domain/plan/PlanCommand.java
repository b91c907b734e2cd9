package vn.thidua.plan.domain.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of a plan. */
public sealed interface PlanCommand {

    /**
     * Begins a draft. Values that were read from a document stand in the proposal's file and wait there; details and
     * tasks given here count as added.
     *
     * @param unit whose plan it will be
     */
    record DraftPlan(
            @TargetAggregateIdentifier String plan,
            String unit,
            DraftSource source,
            PlanDetails details,
            List<PlannedTask> tasks)
            implements PlanCommand {}

    /**
     * Decides on values, changes them, adds and drops tasks: all of it or nothing.
     *
     * @param details all values as they shall be; null if none changes
     * @param decided the values decided on; each counts as decided from now on
     * @param tasks tasks as they shall be; a number not used yet adds one, that of a dropped one brings it back
     * @param dropped numbers of tasks
     */
    record ReviseDraft(
            @TargetAggregateIdentifier String plan,
            @Nullable PlanDetails details,
            Map<PlanField, Outcome> decided,
            List<RevisedTask> tasks,
            List<Integer> dropped)
            implements PlanCommand {}

    /** A task with what a person made of it. */
    record RevisedTask(PlannedTask task, Outcome outcome) {}

    /** Gives the draft up; its files go. */
    record DiscardDraft(@TargetAggregateIdentifier String plan) implements PlanCommand {}

    /**
     * Puts the plan in force.
     *
     * @param today in Vietnam: a plan is not issued with a later date
     */
    record IssuePlan(@TargetAggregateIdentifier String plan, LocalDate today) implements PlanCommand {}

    /**
     * A new version of an issued plan. Number and issue date of the plan stay.
     *
     * @param document the document that amends it
     * @param tasks all tasks as they shall be; a missing number withdraws the task, a new one adds one
     * @param effective first day of the new version
     */
    record AmendPlan(
            @TargetAggregateIdentifier String plan,
            String reason,
            @Nullable CitedDocument document,
            PlanDetails details,
            List<PlannedTask> tasks,
            LocalDate effective,
            LocalDate today)
            implements PlanCommand {}

    /**
     * Another plan takes its place; open tasks are withdrawn.
     *
     * @param by the document; with its id where it is a plan of this system
     * @param effective first day on which it holds no more
     */
    record SupersedePlan(
            @TargetAggregateIdentifier String plan,
            CitedDocument by,
            String reason,
            LocalDate effective,
            LocalDate today)
            implements PlanCommand {}

    /**
     * It has been carried out, or its time is over; what is open is withdrawn the day after, and counted apart.
     *
     * @param effective last day
     */
    record ClosePlan(
            @TargetAggregateIdentifier String plan,
            @Nullable String note,
            LocalDate effective,
            LocalDate today) implements PlanCommand {}

    /**
     * Says which plan a cited document is.
     *
     * @param index in {@link PlanDetails#implementsDocuments}, from 0
     * @param above null takes the link away
     */
    record LinkPlan(
            @TargetAggregateIdentifier String plan,
            int index,
            @Nullable String above) implements PlanCommand {}
}
