package vn.thidua.plan.domain.plan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.TaskContent;

/** What happened to a plan. */
public sealed interface PlanEvent {

    String plan();

    /** The unit whose plan it is. */
    String unit();

    record PlanDrafted(String plan, String unit, DraftSource source, PlanDetails details, List<PlannedTask> tasks)
            implements PlanEvent {

        public PlanDrafted {
            tasks = List.copyOf(tasks);
        }
    }

    /** @param details all values as they are from now on */
    record DraftDetailsSet(String plan, String unit, PlanDetails details, Map<PlanField, Outcome> decided)
            implements PlanEvent {

        public DraftDetailsSet {
            // in order, so that it reads the same whenever it is written
            decided = Collections.unmodifiableMap(new TreeMap<>(decided));
        }
    }

    record DraftTaskSet(String plan, String unit, int n, TaskContent content, Outcome outcome) implements PlanEvent {}

    record DraftTaskDropped(String plan, String unit, int n) implements PlanEvent {}

    /** @param files that go with it */
    record DraftDiscarded(String plan, String unit, List<String> files) implements PlanEvent {}

    /** The plan as issued, in full; its number, issue date, signatory and recipients stand in the details. */
    record PlanIssued(String plan, String unit, PlanDetails details, List<PlannedTask> tasks) implements PlanEvent {

        public PlanIssued {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * @param version from 2
     * @param tasks all of them, as they are from now on
     * @param changes what differs from the version before
     */
    record PlanAmended(
            String plan,
            String unit,
            int version,
            String reason,
            @Nullable CitedDocument document,
            PlanDetails details,
            List<PlannedTask> tasks,
            Changes changes,
            LocalDate effective)
            implements PlanEvent {

        public PlanAmended {
            tasks = List.copyOf(tasks);
        }
    }

    /** What differs between two versions: values, and numbers of tasks. */
    record Changes(List<PlanField> fields, List<Integer> added, List<Integer> changed, List<Integer> withdrawn) {

        public Changes {
            fields = List.copyOf(fields);
            added = List.copyOf(added);
            changed = List.copyOf(changed);
            withdrawn = List.copyOf(withdrawn);
        }

        public boolean areNone() {
            return fields.isEmpty() && added.isEmpty() && changed.isEmpty() && withdrawn.isEmpty();
        }
    }

    /** @param tasks numbers of all tasks of the last version */
    record PlanSuperseded(
            String plan,
            String unit,
            String documentNumber,
            CitedDocument by,
            String reason,
            LocalDate effective,
            List<Integer> tasks)
            implements PlanEvent {}

    /** @param tasks numbers of all tasks of the last version */
    record PlanClosed(
            String plan,
            String unit,
            String documentNumber,
            @Nullable String note,
            LocalDate effective,
            List<Integer> tasks)
            implements PlanEvent {}

    /** @param above null if the link was taken away */
    record PlanLinked(
            String plan, String unit, int index, @Nullable String above) implements PlanEvent {}
}
