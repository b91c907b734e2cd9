package vn.thidua.plan.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.plan.view.plans.Plans;

/** What a plan gives a unit to do, as the beginning of the unit's own plan. */
final class FromAbove {

    private final Directory.Unit unit;
    private final Predicate<String> isUnit;
    private final Map<String, List<Target>> named;

    /**
     * @param isUnit whether the unit answers for another one, or is it
     * @param named whom those words name that were never mapped
     */
    FromAbove(Directory.Unit unit, Predicate<String> isUnit, Map<String, List<Target>> named) {
        this.unit = unit;
        this.isUnit = isUnit;
        this.named = named;
    }

    /** What the plan gives the unit; numbers from 1. */
    List<PlannedTask> tasks(Plans.Plan above) {
        List<PlannedTask> taken = new ArrayList<>();
        for (PlannedTask task : above.tasks()) {
            TaskContent content = task.content();
            List<Assignee> lead = own(content.lead());
            List<Assignee> executors = own(content.executors());
            List<Assignee> coordinators = own(content.coordinators());
            if (!lead.isEmpty() || !executors.isEmpty() || !coordinators.isEmpty()) {
                int n = taken.size() + 1;
                taken.add(new PlannedTask(
                        n,
                        new TaskContent(
                                String.valueOf(n),
                                content.text(),
                                content.deadlineText(),
                                content.quarter(),
                                content.dueFrom(),
                                content.dueTo(),
                                lead,
                                executors,
                                coordinators)));
            }
        }
        return taken;
    }

    /**
     * Year, theme and campaigns of the plan above, which is named as the one carried out.
     *
     * @param issuer name of the unit whose plan it is
     */
    static PlanDetails details(Plans.Plan above, @Nullable String issuer) {
        PlanDetails from = above.details();
        PlanDetails none = PlanDetails.empty();
        return new PlanDetails(
                from.kind(),
                none.documentNumber(),
                none.issueDate(),
                none.place(),
                none.title(),
                from.year(),
                from.theme(),
                none.legalBases(),
                List.of(new CitedDocument("Kế hoạch", from.documentNumber(), from.issueDate(), issuer, above.id())),
                from.campaigns(),
                none.targets(),
                none.reportDeadlines(),
                none.recipients(),
                none.signatory());
    }

    /** The unit in a role, once, if it is among those named. */
    private List<Assignee> own(List<Assignee> assignees) {
        return assignees.stream().anyMatch(this::isMeant)
                ? List.of(Assignee.of(unit.name(), Target.unit(unit.id(), unit.name())))
                : List.of();
    }

    private boolean isMeant(Assignee assignee) {
        List<Target> targets =
                assignee.targets().isEmpty() ? named.getOrDefault(assignee.words(), List.of()) : assignee.targets();
        return targets.stream().flatMap(target -> target.answering().stream()).anyMatch(isUnit);
    }
}
