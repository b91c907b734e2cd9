package vn.thidua.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.contracts.PlanParts.Document;
import vn.thidua.contracts.PlanParts.PlanContent;
import vn.thidua.contracts.PlanParts.TaskContent;

/**
 * What plans and their tasks promise. A plan is told of when it is issued, in full; drafts are nobody else's business.
 * {@code unit} is always the unit that issued the plan. Days are inclusive.
 *
 * <p>A task is assigned right after its plan is issued, and changed or withdrawn after the plan is amended; who follows
 * tasks needs nothing of the plan's events, and the other way round. What is said of a task comes in the order in which it
 * happened; between a plan and its tasks there is no order.
 */
public sealed interface PlanContract extends ContractEvent {

    /** Why a task need not be done any more. */
    enum Cause {
        /** A new version of the plan does not have it. */
        AMENDED,
        SUPERSEDED,
        /** The plan was closed while it was open. */
        CLOSED
    }

    /** About a plan. */
    sealed interface OfPlan extends PlanContract {
        String plan();

        @Override
        default String subject() {
            return "plan/" + plan();
        }
    }

    /** About a task; its id is {@code <plan>/<n>}. */
    sealed interface OfTask extends PlanContract {
        String task();

        @Override
        default String subject() {
            return "task/" + task();
        }
    }

    record PlanIssuedV1(String plan, String unit, PlanContent content) implements OfPlan {}

    /**
     * @param version from 2
     * @param document the document that amends it
     * @param content all of it, as it is from now on
     * @param fields names of the fields of {@code content} that differ, tasks left out
     * @param added numbers of tasks
     * @param effective first day of the new version
     */
    record PlanAmendedV1(
            String plan,
            String unit,
            int version,
            String reason,
            @Nullable Document document,
            PlanContent content,
            List<String> fields,
            List<Integer> added,
            List<Integer> changed,
            List<Integer> withdrawn,
            LocalDate effective)
            implements OfPlan {
        public PlanAmendedV1 {
            fields = List.copyOf(fields);
            added = List.copyOf(added);
            changed = List.copyOf(changed);
            withdrawn = List.copyOf(withdrawn);
        }
    }

    /**
     * @param by the document that takes its place
     * @param effective first day on which it holds no more
     * @param tasks numbers of all tasks of the last version
     */
    record PlanSupersededV1(
            String plan,
            String unit,
            String documentNumber,
            Document by,
            String reason,
            LocalDate effective,
            List<Integer> tasks)
            implements OfPlan {
        public PlanSupersededV1 {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * It has been carried out, or its time is over.
     *
     * @param lastDay on which it holds
     * @param tasks numbers of all tasks of the last version
     */
    record PlanClosedV1(
            String plan,
            String unit,
            String documentNumber,
            @Nullable String note,
            LocalDate lastDay,
            List<Integer> tasks)
            implements OfPlan {
        public PlanClosedV1 {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * @param n number in the plan, from 1
     * @param documentNumber of the plan
     * @param year of the plan
     */
    record TaskAssignedV1(
            String task,
            String plan,
            int n,
            String unit,
            String documentNumber,
            @Nullable Integer year,
            TaskContent content)
            implements OfTask {}

    /**
     * An amended plan says something else; it may be done already. An extension granted before ends if the last day of the
     * content is another one.
     *
     * @param version of the plan
     */
    record TaskChangedV1(String task, String plan, String unit, int version, TaskContent content) implements OfTask {}

    /** @param effective first day on which it is no more */
    record TaskWithdrawnV1(String task, String plan, String unit, Cause cause, LocalDate effective) implements OfTask {}

    /**
     * @param reportedFor the unit for which is reported
     * @param percent 0 to 100
     * @param evidence ids of files
     * @param on the day for which it holds
     */
    record TaskProgressReportedV1(
            String task,
            String plan,
            String unit,
            String reportedFor,
            int percent,
            @Nullable String note,
            List<String> evidence,
            LocalDate on)
            implements OfTask {
        public TaskProgressReportedV1 {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * @param reportedFor the unit for which is reported
     * @param proof ids of files
     * @param dueTo last day by which it was to be done, extensions counted; null if there was none
     */
    record TaskCompletedV1(
            String task,
            String plan,
            String unit,
            String reportedFor,
            @Nullable String note,
            List<String> proof,
            LocalDate on,
            @Nullable LocalDate dueTo)
            implements OfTask {
        public TaskCompletedV1 {
            proof = List.copyOf(proof);
        }
    }

    /**
     * An extension waits for an answer.
     *
     * @param askedFor the unit for which is asked
     * @param by id of who asks
     * @param dueTo last day asked for
     */
    record TaskExtensionAskedV1(
            String task,
            String plan,
            String unit,
            String askedFor,
            String by,
            LocalDate dueTo,
            String reason,
            LocalDate on)
            implements OfTask {}

    /**
     * @param askedFor the unit for which was asked
     * @param by id of who decided
     * @param before last day until now
     * @param dueTo new last day
     */
    record TaskExtendedV1(
            String task,
            String plan,
            String unit,
            String askedFor,
            String by,
            LocalDate before,
            LocalDate dueTo,
            @Nullable String note,
            LocalDate on)
            implements OfTask {}

    /**
     * The last day stays.
     *
     * @param askedFor the unit for which was asked
     * @param by id of who decided
     */
    record TaskExtensionRefusedV1(
            String task, String plan, String unit, String askedFor, String by, String reason, LocalDate on)
            implements OfTask {}

    /**
     * Told once for each last day.
     *
     * @param dueTo the last day, which is over
     * @param units that answer for it
     */
    record TaskOverdueV1(String task, String plan, String unit, LocalDate dueTo, List<String> units) implements OfTask {
        public TaskOverdueV1 {
            units = List.copyOf(units);
        }
    }

    /** Done it was not: it is open again. */
    record TaskReopenedV1(String task, String plan, String unit, String reason, LocalDate on) implements OfTask {}
}
