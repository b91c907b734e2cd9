package vn.thidua.plan.drafting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.plan.PlanCommand;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanField;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.view.drafts.DraftsQueries.Draft;
import vn.thidua.platform.values.RejectedException;

/** Takes values over as they were read; what somebody has decided on already stays. */
final class Accepting {

    private final Draft draft;
    private final ProposedValues proposed;
    private final SureMeanings meanings;
    private final UnaryOperator<PlanDetails> linked;
    private final LocalDate day;

    /** @param linked says which plans the cited documents are */
    Accepting(
            Draft draft,
            ProposedValues proposed,
            SureMeanings meanings,
            UnaryOperator<PlanDetails> linked,
            LocalDate day) {
        this.draft = draft;
        this.proposed = proposed;
        this.meanings = meanings;
        this.linked = linked;
        this.day = day;
    }

    /**
     * @param fields null for none
     * @param tasks null for none; if both are null or empty, all that waits is meant
     * @throws RejectedException if one of them was never proposed
     */
    PlanCommand.ReviseDraft command(@Nullable Collection<PlanField> fields, @Nullable Collection<Integer> tasks) {
        boolean all = (fields == null || fields.isEmpty()) && (tasks == null || tasks.isEmpty());
        Set<PlanField> wantedFields = EnumSet.noneOf(PlanField.class);
        Set<Integer> wantedTasks = new TreeSet<>();
        if (all) {
            wantedFields.addAll(draft.undecidedFields());
            wantedTasks.addAll(draft.undecidedTasks());
        }
        for (PlanField field : fields == null ? List.<PlanField>of() : fields) {
            if (!draft.source().proposedFields().contains(field)) {
                throw new RejectedException(new DraftRejection.NotProposed(field.path()));
            }
            wantedFields.add(field);
        }
        for (int n : tasks == null ? List.<Integer>of() : tasks) {
            if (!draft.source().proposedTasks().contains(n)) {
                throw new RejectedException(new DraftRejection.NotProposed("tasks[" + n + "]"));
            }
            wantedTasks.add(n);
        }
        wantedFields.retainAll(draft.undecidedFields());
        wantedTasks.retainAll(draft.undecidedTasks());
        PlanDetails details = FieldValues.taken(draft.details(), proposed.details(), wantedFields);
        if (wantedFields.contains(PlanField.IMPLEMENTS)) {
            details = linked.apply(details);
        }
        List<PlannedTask> taken = proposed.tasks().stream()
                .filter(read -> wantedTasks.contains(read.n()))
                .toList();
        return new Revising(draft, proposed)
                .command(details, wantedFields, meanings.filled(draft.unit(), taken, day), List.of());
    }
}
