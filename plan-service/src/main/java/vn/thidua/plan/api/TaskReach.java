package vn.thidua.plan.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thidua.plan.view.tasks.Tasks;
import vn.thidua.plan.view.tasks.Tasks.Task;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.problem.FieldProblem;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;

/** Which tasks a caller may read, report on, decide about. */
@Component
class TaskReach {

    private final Tasks tasks;
    private final UnitTree tree;

    TaskReach(Tasks tasks, UnitTree tree) {
        this.tasks = tasks;
        this.tree = tree;
    }

    /**
     * A task that concerns the caller: of a unit within reach, given to one, or of a plan of the tiers above.
     *
     * @throws UnknownResourceException if there is none, or it does not: 404
     */
    Task concerned(String plan, int n, Scope scope) {
        Optional<Task> task = tasks.find(plan, n);
        scope.requireConcerned(
                task.map(Task::owner).orElse(plan), task.map(Task::units).orElse(Set.of()));
        return task.orElseThrow(UnknownResourceException::unknown);
    }

    /**
     * A task in which a unit within reach has part, or that is of a plan of one: who merely reads the plan is not shown what
     * is sent to the task.
     *
     * @throws UnknownResourceException if there is none, or it is out of reach: 404
     */
    Task party(String plan, int n, Scope scope) {
        Optional<Task> task = tasks.find(plan, n);
        if (task.map(Task::units).orElse(Set.of()).stream().noneMatch(scope::covers)) {
            scope.requireOwner(task.map(Task::owner).orElse(plan));
        }
        return task.orElseThrow(UnknownResourceException::unknown);
    }

    /**
     * A task of a plan of a unit within reach: who answers for its owner decides about it.
     *
     * @throws UnknownResourceException if there is none, or it is out of reach: 404
     */
    Task owned(String plan, int n, Scope scope) {
        Optional<Task> task = tasks.find(plan, n);
        scope.requireOwner(task.map(Task::owner).orElse(plan));
        return task.orElseThrow(UnknownResourceException::unknown);
    }

    /**
     * The unit for which the caller reports. Who answers today for a unit that has ended may name either; the task keeps
     * the one it was given to.
     *
     * @throws ProblemException if it is out of reach: 403
     */
    String reportingUnit(Task task, String named, Scope scope) {
        if (!scope.covers(named)) {
            throw new ProblemException(
                    ProblemType.OUT_OF_SCOPE,
                    new FieldProblem(
                            "unit",
                            "Chỉ được báo cáo cho đơn vị mình phụ trách. Hãy chọn đơn vị khác.",
                            "Report for a unit you are responsible for. Choose another one."));
        }
        List<String> entitled = entitled(task);
        if (entitled.contains(named)) {
            return named;
        }
        LocalDate today = scope.today();
        return entitled.stream()
                .filter(unit -> tree.answering(unit, today).equals(named))
                .findFirst()
                .orElse(named);
    }

    private static List<String> entitled(Task task) {
        Set<String> units = new LinkedHashSet<>(task.units());
        units.add(task.owner());
        return new ArrayList<>(units);
    }
}
