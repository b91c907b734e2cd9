package vn.thidua.plan.drafting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.Outcome;
import vn.thidua.plan.domain.plan.PlanCommand;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanField;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.view.drafts.DraftsQueries.Draft;

/** Makes the command of what a person wants changed, and says of each value what became of the one that was read. */
public final class Revising {

    private final Draft draft;
    private final @Nullable ProposedValues proposed;

    /** @param proposed what was read from the draft's document; null if it has none */
    public Revising(Draft draft, @Nullable ProposedValues proposed) {
        this.draft = draft;
        this.proposed = proposed;
    }

    /**
     * @param details all values as they shall be
     * @param decided those the person has set or left empty; each counts as decided
     */
    public PlanCommand.ReviseDraft command(
            PlanDetails details, Collection<PlanField> decided, Collection<PlannedTask> tasks, List<Integer> dropped) {
        Map<PlanField, Outcome> outcomes = new EnumMap<>(PlanField.class);
        for (PlanField field : decided) {
            outcomes.put(field, outcome(field, details));
        }
        List<PlanCommand.RevisedTask> revised = new ArrayList<>();
        for (PlannedTask task : tasks) {
            revised.add(new PlanCommand.RevisedTask(task, outcome(task)));
        }
        return new PlanCommand.ReviseDraft(draft.id(), details, outcomes, revised, dropped);
    }

    private Outcome outcome(PlanField field, PlanDetails now) {
        if (ProposedValues.isEmpty(field, now)) {
            return Outcome.DROPPED;
        }
        if (proposed == null || !draft.source().proposedFields().contains(field)) {
            return Outcome.ADDED;
        }
        return asRead(field, now).equals(asRead(field, proposed.details())) ? Outcome.ACCEPTED : Outcome.CORRECTED;
    }

    /** Which plan a cited document is, is not read from it. */
    private static Object asRead(PlanField field, PlanDetails details) {
        if (field == PlanField.IMPLEMENTS) {
            return details.implementsDocuments().stream()
                    .map(cited -> new CitedDocument(cited.type(), cited.number(), cited.date(), cited.issuer(), null))
                    .toList();
        }
        Object value = field.in(details);
        return value == null ? List.of() : value;
    }

    private Outcome outcome(PlannedTask task) {
        if (proposed == null || !draft.source().proposedTasks().contains(task.n())) {
            return Outcome.ADDED;
        }
        return proposed.tasks().stream()
                .filter(read -> read.n() == task.n())
                .findFirst()
                .map(read ->
                        asRead(read.content()).equals(asRead(task.content())) ? Outcome.ACCEPTED : Outcome.CORRECTED)
                .orElse(Outcome.ADDED);
    }

    /** Whom words mean, is not read from the document. */
    private static TaskContent asRead(TaskContent task) {
        return new TaskContent(
                task.ordinal(),
                task.text(),
                task.deadlineText(),
                task.quarter(),
                task.dueFrom(),
                task.dueTo(),
                words(task.lead()),
                words(task.executors()),
                words(task.coordinators()));
    }

    private static List<Assignee> words(List<Assignee> assignees) {
        return assignees.stream().map(each -> Assignee.of(each.words())).toList();
    }
}
