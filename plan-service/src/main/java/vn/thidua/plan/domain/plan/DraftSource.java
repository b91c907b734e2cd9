package vn.thidua.plan.domain.plan;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a draft began from.
 *
 * @param file the document, for {@link Kind#DOCUMENT}
 * @param proposal the file that holds what was read from it
 * @param plan the plan copied, or the plan above
 * @param proposedFields values that were read, and wait for a decision
 * @param proposedTasks numbers of the tasks that were read, and wait for a decision
 */
public record DraftSource(
        Kind kind,
        @Nullable String file,
        @Nullable String proposal,
        @Nullable String plan,
        Set<PlanField> proposedFields,
        List<Integer> proposedTasks) {

    /** Where its first content came from. */
    public enum Kind {
        HAND,
        DOCUMENT,
        /** Of an earlier plan of the same unit. */
        COPY,
        /** Of the tasks that a plan above gives to the unit. */
        ABOVE
    }

    public DraftSource {
        // in order, so that it reads the same whenever it is written
        proposedFields = Collections.unmodifiableSet(new TreeSet<>(proposedFields));
        proposedTasks = List.copyOf(proposedTasks);
    }

    public static DraftSource hand() {
        return new DraftSource(Kind.HAND, null, null, null, Set.of(), List.of());
    }

    public static DraftSource document(String file, String proposal, Set<PlanField> fields, List<Integer> tasks) {
        return new DraftSource(Kind.DOCUMENT, file, proposal, null, fields, tasks);
    }

    public static DraftSource copy(String plan) {
        return new DraftSource(Kind.COPY, null, null, plan, Set.of(), List.of());
    }

    public static DraftSource above(String plan) {
        return new DraftSource(Kind.ABOVE, null, null, plan, Set.of(), List.of());
    }
}
