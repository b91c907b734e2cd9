package vn.thidua.plan.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.plan.view.tasks.TaskFilter;
import vn.thidua.plan.view.tasks.TaskLists;
import vn.thidua.plan.view.tasks.Tasks;
import vn.thidua.platform.security.ReadAccess;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.web.read.Answers;
import vn.thidua.platform.web.read.Page;
import vn.thidua.platform.web.read.PageRequest;
import vn.thidua.platform.web.read.Workbooks;

/** Tasks of issued plans as of a day. Without {@code asOf} it is today. */
@RestController
@RequestMapping("/api/v1/plan")
class TasksApi {

    private final TaskLists lists;
    private final TaskAnswers answers;
    private final Reading reading;

    TasksApi(TaskLists lists, TaskAnswers answers, Reading reading) {
        this.lists = lists;
        this.answers = answers;
        this.reading = reading;
    }

    private record Asked(
            @Nullable String unit,
            @Nullable String under,
            @Nullable String plan,
            Tasks.@Nullable Role role,
            TaskFilter.@Nullable Wanted state,
            @Nullable Integer year,
            @Nullable Integer quarter,
            @Nullable Integer month,
            @Nullable String words,
            LocalDate day) {}

    /**
     * Tasks given to a unit, or to any below one; without either all of plans and units within reach. The soonest last day
     * first. A unit that has ended is asked for through the one that answers for it, too.
     *
     * @param role in which the unit has the task
     * @param state OPEN has the overdue ones too, CLOSED those that a closed plan has left undone; without it all but those
     *     withdrawn
     * @param year in which the last day lies; of a task without one, the plan's
     * @param quarter that the words name, else that of the last day; 0 for tasks without one
     * @param month tasks whose window has a day in it, in {@code year} or else in that of the day asked for
     * @param q words of the text, of who is named, of the plan's number
     */
    @GetMapping("/tasks")
    @ReadAccess(relation = Relation.NAMED_UNIT)
    ResponseEntity<Page<TaskAnswers.TaskItem>> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String under,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) Tasks.@Nullable Role role,
            @RequestParam(required = false) TaskFilter.@Nullable Wanted state,
            @RequestParam(required = false) @Nullable @Min(2000) @Max(2100) Integer year,
            @RequestParam(required = false) @Nullable @Min(0) @Max(4) Integer quarter,
            @RequestParam(required = false) @Nullable @Min(1) @Max(12) Integer month,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Scope scope,
            PageRequest page) {
        LocalDate day = Reading.day(asOf, scope);
        Optional<TaskFilter> filter =
                filter(new Asked(unit, under, plan, role, state, year, quarter, month, q, day), scope);
        Page<TaskAnswers.TaskItem> found = filter.map(asked -> lists.page(asked, page, line -> answers.item(line, day)))
                .orElseGet(() -> new Page<>(List.of(), null));
        return Answers.asOf(found, reading.heard());
    }

    /** The same as a workbook. */
    @GetMapping("/tasks.xlsx")
    @ReadAccess(relation = Relation.NAMED_UNIT)
    ResponseEntity<byte[]> listAsSheet(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String under,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) Tasks.@Nullable Role role,
            @RequestParam(required = false) TaskFilter.@Nullable Wanted state,
            @RequestParam(required = false) @Nullable @Min(2000) @Max(2100) Integer year,
            @RequestParam(required = false) @Nullable @Min(0) @Max(4) Integer quarter,
            @RequestParam(required = false) @Nullable @Min(1) @Max(12) Integer month,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Scope scope)
            throws IOException {
        LocalDate day = Reading.day(asOf, scope);
        Optional<TaskFilter> filter =
                filter(new Asked(unit, under, plan, role, state, year, quarter, month, q, day), scope);
        return Workbooks.answer(
                "nhiem-vu-" + day + ".xlsx",
                "Nhiệm vụ",
                Sheets.TASKS,
                filter.map(asked -> answers.items(lists.all(asked, Reading.MOST_ROWS), day))
                        .orElse(List.of()));
    }

    /** Empty if nothing can be found: a plan that may not be read, and none at all, have no tasks to show. */
    private Optional<TaskFilter> filter(Asked asked, Scope scope) {
        Set<String> named = reading.named(asked.unit(), asked.under(), asked.day(), scope);
        if (named == null && asked.role() != null) {
            // the role is that of somebody: of a unit within reach
            named = scope.reachedUnits();
        }
        TaskFilter filter = TaskFilter.on(asked.day())
                .units(named, asked.role())
                .wanted(asked.state())
                .words(asked.words());
        filter = asked.month() == null
                ? filter.time(asked.year(), asked.quarter(), null)
                : filter.time(
                        null,
                        asked.quarter(),
                        YearMonth.of(
                                Objects.requireNonNullElse(
                                        asked.year(), asked.day().getYear()),
                                asked.month()));
        if (asked.plan() != null) {
            return reading.isReadable(asked.plan(), asked.day(), scope)
                    ? Optional.of(filter.plans(Set.of(asked.plan())))
                    : Optional.empty();
        }
        return Optional.of(named == null ? filter.parties(scope.reachedUnits()) : filter);
    }
}
