package vn.thidua.plan.domain.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was read from a document and waits for a person's decision.
 *
 * @param fields in their order
 * @param tasks numbers, ascending
 */
public record Undecided(Set<PlanField> fields, List<Integer> tasks) {

    public Undecided {
        // in order, so that it reads the same whenever it is written
        fields = Collections.unmodifiableSet(new TreeSet<>(fields));
        tasks = tasks.stream().sorted().distinct().toList();
    }

    /** All that was proposed, before anybody has decided anything. */
    public static Undecided in(DraftSource source) {
        return new Undecided(source.proposedFields(), source.proposedTasks());
    }

    public boolean areNone() {
        return fields.isEmpty() && tasks.isEmpty();
    }

    /** What is left after an event of the draft; events that decide nothing leave it as it is. */
    public Undecided after(PlanEvent event) {
        return switch (event) {
            case PlanEvent.PlanDrafted e -> in(e.source());
            case PlanEvent.DraftDetailsSet e -> without(e.decided().keySet());
            case PlanEvent.DraftTaskSet e -> withoutTask(e.n());
            case PlanEvent.DraftTaskDropped e -> withoutTask(e.n());
            case PlanEvent.DraftDiscarded _,
                    PlanEvent.PlanIssued _,
                    PlanEvent.PlanAmended _,
                    PlanEvent.PlanSuperseded _,
                    PlanEvent.PlanClosed _,
                    PlanEvent.PlanLinked _ -> this;
        };
    }

    private Undecided without(Collection<PlanField> decided) {
        Set<PlanField> left = new TreeSet<>(fields);
        left.removeAll(decided);
        return new Undecided(left, tasks);
    }

    private Undecided withoutTask(int n) {
        List<Integer> left = new ArrayList<>(tasks);
        left.remove(Integer.valueOf(n));
        return new Undecided(fields, left);
    }
}
