package vn.thidua.plan.api;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.plan.view.tasks.TaskLists;
import vn.thidua.platform.security.ReadAccess;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.read.Answers;
import vn.thidua.platform.web.read.Workbooks;

/** The tasks of one plan as of a day. Without {@code asOf} it is today. */
@RestController
@RequestMapping("/api/v1/plan/plans/{id}")
class PlanTasksApi {

    private final TaskLists lists;
    private final TaskAnswers answers;
    private final Reading reading;

    PlanTasksApi(TaskLists lists, TaskAnswers answers, Reading reading) {
        this.lists = lists;
        this.answers = answers;
        this.reading = reading;
    }

    /** All tasks of the plan, withdrawn ones too, in the order of their numbers. */
    @GetMapping("/tasks")
    @ReadAccess(relation = Relation.CONCERNED)
    ResponseEntity<List<TaskAnswers.TaskItem>> tasks(
            @PathVariable String id, @RequestParam(required = false) @Nullable LocalDate asOf, Scope scope) {
        return Answers.asOf(items(id, Reading.day(asOf, scope), scope), reading.heard());
    }

    /** The same as a workbook. */
    @GetMapping("/tasks.xlsx")
    @ReadAccess(relation = Relation.CONCERNED)
    ResponseEntity<byte[]> tasksAsSheet(
            @PathVariable String id, @RequestParam(required = false) @Nullable LocalDate asOf, Scope scope)
            throws IOException {
        LocalDate day = Reading.day(asOf, scope);
        return Workbooks.answer("nhiem-vu-" + day + ".xlsx", "Nhiệm vụ", Sheets.TASKS, items(id, day, scope));
    }

    private List<TaskAnswers.TaskItem> items(String id, LocalDate day, Scope scope) {
        reading.plan(id, day, scope);
        return answers.items(lists.ofPlan(id, day), day);
    }

    /** A task with all that was ever recorded of it, for who answers for its plan or for a unit that has the task. */
    @GetMapping("/tasks/{n}")
    @ReadAccess(relation = Relation.SCOPE)
    ResponseEntity<TaskAnswers.TaskDetail> task(
            @PathVariable String id,
            @PathVariable int n,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Scope scope) {
        LocalDate day = Reading.day(asOf, scope);
        Optional<TaskLists.Detail> found = lists.detail(id, n, day);
        if (found.map(TaskLists.Detail::units).orElse(List.of()).stream().noneMatch(scope::covers)) {
            scope.requireOwner(found.map(detail -> detail.line().owner()).orElse(id));
        }
        TaskLists.Detail detail = found.orElseThrow(UnknownResourceException::unknown);
        return Answers.versioned(
                detail.revision(),
                new TaskAnswers.TaskDetail(answers.item(detail.line(), day), detail.history(), day),
                reading.heard());
    }
}
