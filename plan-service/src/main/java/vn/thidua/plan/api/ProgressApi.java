package vn.thidua.plan.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.plan.view.tasks.Progress;
import vn.thidua.plan.view.tasks.Tasks;
import vn.thidua.plan.view.tasks.Waiting;
import vn.thidua.platform.scope.Scopes;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.security.ReadAccess;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.web.read.Answers;
import vn.thidua.platform.web.read.Workbooks;

/** How far units are with their tasks, and what waits for one. Without {@code asOf} it is today. */
@RestController
@RequestMapping("/api/v1/plan")
class ProgressApi {

    /** Who may see drafts; others see that the unit has work to do, not what it drafts. */
    private static final Set<Role> DRAFTING =
            Set.of(Role.OFFICER, Role.LEADER, Role.STANDING_OFFICE, Role.ADMIN, Role.AUDITOR);

    private final Progress progress;
    private final Waiting waiting;
    private final WaitingAnswers answers;
    private final Reading reading;
    private final Scopes scopes;

    ProgressApi(Progress progress, Waiting waiting, WaitingAnswers answers, Reading reading, UnitTree tree) {
        this.scopes = new Scopes(tree);
        this.progress = progress;
        this.waiting = waiting;
        this.answers = answers;
        this.reading = reading;
    }

    /**
     * By unit and quarter: the unit with all below it, the unit alone, and each directly below it with all below that. A
     * task of several units counts for each of them. Every figure names the list of the tasks behind it.
     *
     * @param year in which last days lie; that of the day, if absent
     * @param role only tasks that the units have in it
     */
    @GetMapping("/progress")
    @ReadAccess(relation = Relation.NAMED_UNIT)
    ResponseEntity<Progress.ProgressReport> progress(
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable @Min(2000) @Max(2100) Integer year,
            @RequestParam(required = false) Tasks.@Nullable Role role,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Scope scope) {
        return Answers.asOf(report(unit, year, role, asOf, scope), reading.heard());
    }

    /** The same as a workbook. */
    @GetMapping("/progress.xlsx")
    @ReadAccess(relation = Relation.NAMED_UNIT)
    ResponseEntity<byte[]> progressAsSheet(
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable @Min(2000) @Max(2100) Integer year,
            @RequestParam(required = false) Tasks.@Nullable Role role,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Scope scope)
            throws IOException {
        Progress.ProgressReport report = report(unit, year, role, asOf, scope);
        return Workbooks.answer("tien-do-" + report.asOf() + ".xlsx", "Tiến độ", Sheets.PROGRESS, Sheets.rows(report));
    }

    private Progress.ProgressReport report(
            String unit, @Nullable Integer year, Tasks.@Nullable Role role, @Nullable LocalDate asOf, Scope scope) {
        scope.requireNamed(unit);
        LocalDate day = Reading.day(asOf, scope);
        return progress.report(unit, year == null ? day.getYear() : year, role, day, scope.reachedUnits());
    }

    /**
     * What waits for a unit today: drafts to finish, extensions to decide on, tasks of the unit and its offices that are
     * overdue or due within 14 days, plans of the tier above that it has not answered.
     */
    @GetMapping("/waiting")
    @ReadAccess(relation = Relation.NAMED_UNIT)
    ResponseEntity<WaitingAnswers.WaitingAnswer> waiting(@RequestParam String unit, Scope scope) {
        return Answers.asOf(answer(unit, scope), reading.heard());
    }

    /** The same as a workbook. */
    @GetMapping("/waiting.xlsx")
    @ReadAccess(relation = Relation.NAMED_UNIT)
    ResponseEntity<byte[]> waitingAsSheet(@RequestParam String unit, Scope scope) throws IOException {
        WaitingAnswers.WaitingAnswer answer = answer(unit, scope);
        return Workbooks.answer(
                "viec-can-lam-" + answer.asOf() + ".xlsx", "Việc cần làm", Sheets.WAITING, answer.rows());
    }

    private WaitingAnswers.WaitingAnswer answer(String unit, Scope scope) {
        scope.requireNamed(unit);
        boolean withDrafts = scopes.mayActFor(scope.caller(), DRAFTING, unit, scope.today());
        return answers.answer(waiting.of(unit, scope.today()), unit, scope.today(), scope.caller(), withDrafts);
    }
}
