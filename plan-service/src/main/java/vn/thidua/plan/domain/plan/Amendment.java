package vn.thidua.plan.domain.plan;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.plan.PlanCommand.AmendPlan;
import vn.thidua.plan.domain.plan.PlanEvent.Changes;
import vn.thidua.plan.domain.plan.PlanEvent.PlanAmended;
import vn.thidua.platform.values.RejectedException;

/**
 * What an amendment does to an issued plan that says this.
 *
 * @param tasks of the newest version
 * @param highest number that a task has or had
 * @param version the newest, from 1
 */
record Amendment(PlanDetails details, List<PlannedTask> tasks, int highest, int version) {

    /** @throws RejectedException if the new version cannot be one, or is none */
    PlanAmended decide(AmendPlan command, String plan, String unit) {
        ContentCheck.needed("reason", command.reason(), ContentCheck.TEXT_MOST);
        if (command.document() != null) {
            ContentCheck.document("document", command.document());
        }
        PlanDetails after = command.details();
        mustStay(PlanField.DOCUMENT_NUMBER.path(), details.documentNumber(), after.documentNumber());
        mustStay(PlanField.ISSUE_DATE.path(), details.issueDate(), after.issueDate());
        mustStay("kind", details.kind(), after.kind());
        List<Integer> numbers = numbers(command.tasks());
        TaskNumbers.checkAmended(Set.copyOf(numbers(tasks)), highest, numbers);
        ContentCheck.check(after, command.tasks());
        Completeness.check(after, numbers, Undecided.in(DraftSource.hand()));
        Changes changes = ContentChanges.between(details, tasks, after, command.tasks());
        if (changes.areNone()) {
            throw new RejectedException(new PlanRejection.NothingChanges());
        }
        return new PlanAmended(
                plan,
                unit,
                version + 1,
                command.reason(),
                command.document(),
                after,
                PlannedTask.inOrder(command.tasks()),
                changes,
                command.effective());
    }

    private static List<Integer> numbers(List<PlannedTask> tasks) {
        return tasks.stream().map(PlannedTask::n).toList();
    }

    private static void mustStay(String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            throw new RejectedException(new PlanRejection.StaysAsIssued(name));
        }
    }
}
