package vn.thidua.plan.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanCommand;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanRejection;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.drafting.FieldValues;
import vn.thidua.plan.view.plans.Plans.Plan;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.values.RejectedException;

/** The new version of a plan, made of the one that stands and of what a client wants changed. */
@Component
class Amending {

    private final ContentNaming naming;
    private final PlanReach reach;

    Amending(ContentNaming naming, PlanReach reach) {
        this.naming = naming;
        this.reach = reach;
    }

    /**
     * The command.
     *
     * @param first number of the first new task
     * @throws RejectedException if somebody or something named is unknown, with its path: 422
     */
    PlanCommand.AmendPlan command(Plan plan, PlanActBodies.Amend body, int first, Scope scope) {
        LocalDate today = scope.today();
        ContentBodies.Document document = body.document();
        if (document != null) {
            reach.requireReadable(document.plan(), "document.plan", plan.unit(), scope);
        }
        CitedDocument amending = document == null ? null : document.toDocument();
        return new PlanCommand.AmendPlan(
                plan.id(),
                body.reason(),
                amending,
                details(plan, body, scope),
                tasks(plan, body, first, today),
                body.effective() == null ? today : body.effective(),
                today);
    }

    /** The command that changes nothing: it is refused, unless its request was taken before. */
    static PlanCommand.AmendPlan unchanged(Plan plan, LocalDate today) {
        return new PlanCommand.AmendPlan(plan.id(), "", null, plan.details(), plan.tasks(), today, today);
    }

    private PlanDetails details(Plan plan, PlanActBodies.Amend body, Scope scope) {
        PlanDetails before = plan.details();
        PlanDetails details = before;
        if (body.fields() != null) {
            PlanDetails given = body.fields().toDetails(before.kind());
            details = FieldValues.taken(before, given, body.fields().given());
        }
        details = FieldValues.without(details, DraftBodies.fields(body.cleared(), "cleared"));
        return naming.linked(details, before, plan.unit(), scope);
    }

    private List<PlannedTask> tasks(Plan plan, PlanActBodies.Amend body, int first, LocalDate today) {
        Map<Integer, PlannedTask> tasks = new TreeMap<>();
        plan.tasks().forEach(task -> tasks.put(task.n(), task));
        Set<Integer> standing = Set.copyOf(tasks.keySet());
        List<Integer> withdrawn = body.withdrawn() == null ? List.of() : body.withdrawn();
        for (int n : withdrawn) {
            if (tasks.remove(n) == null) {
                throw new RejectedException(new PlanRejection.TaskUnknown(n));
            }
        }
        List<PlannedTask> fresh = new ArrayList<>();
        int place = 0;
        for (ContentBodies.Task task : body.tasks() == null ? List.<ContentBodies.Task>of() : body.tasks()) {
            TaskContent content = naming.task(plan.unit(), task, today, "tasks[" + place++ + "]");
            Integer n = task.n();
            if (n == null) {
                fresh.add(new PlannedTask(first + fresh.size(), content));
            } else if (withdrawn.contains(n)) {
                throw new RejectedException(new PlanRejection.TaskSetAndDropped(n));
            } else if (!standing.contains(n)) {
                throw new RejectedException(new PlanRejection.TaskUnknown(n));
            } else {
                tasks.put(n, new PlannedTask(n, content));
            }
        }
        List<PlannedTask> all = new ArrayList<>(tasks.values());
        all.addAll(fresh);
        return all;
    }
}
