package vn.thidua.plan.api;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.plan.view.plans.PlanFilter;
import vn.thidua.plan.view.plans.PlanLine;
import vn.thidua.plan.view.plans.PlanLists;
import vn.thidua.plan.view.plans.Plans;
import vn.thidua.plan.view.tasks.TaskLists;
import vn.thidua.plan.view.tasks.TaskLists.Count;
import vn.thidua.plan.view.units.UnitsOnDay;
import vn.thidua.platform.security.ReadAccess;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.read.Answers;
import vn.thidua.platform.web.read.Page;
import vn.thidua.platform.web.read.PageRequest;
import vn.thidua.platform.web.read.Workbooks;

/** Issued plans as of a day. Without {@code asOf} it is today. */
@RestController
@RequestMapping("/api/v1/plan")
class PlansApi {

    private final Plans plans;
    private final PlanLists lists;
    private final TaskLists tasks;
    private final UnitsOnDay units;
    private final Reading reading;

    PlansApi(Plans plans, PlanLists lists, TaskLists tasks, UnitsOnDay units, Reading reading) {
        this.plans = plans;
        this.lists = lists;
        this.tasks = tasks;
        this.units = units;
        this.reading = reading;
    }

    /**
     * Plans that a unit has issued, or all below one; without either all that concern the caller: its own, those of units
     * below and above, those with a task for it. The latest first.
     */
    @GetMapping("/plans")
    @ReadAccess(relation = Relation.NAMED_UNIT)
    ResponseEntity<Page<PlanAnswers.PlanItem>> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String under,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) Plans.@Nullable State state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Scope scope,
            PageRequest page) {
        LocalDate day = Reading.day(asOf, scope);
        List<PlanLine> lines = lists.page(filter(unit, under, year, state, q, day, scope), page);
        Map<String, Count> counts = counts(lines, day);
        return Answers.asOf(page.page(lines, PlanLists::cursor, line -> item(line, counts, day)), reading.heard());
    }

    /** The same as a workbook. */
    @GetMapping("/plans.xlsx")
    @ReadAccess(relation = Relation.NAMED_UNIT)
    ResponseEntity<byte[]> listAsSheet(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String under,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) Plans.@Nullable State state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Scope scope)
            throws IOException {
        LocalDate day = Reading.day(asOf, scope);
        List<PlanLine> lines = lists.all(filter(unit, under, year, state, q, day, scope), Reading.MOST_ROWS);
        Map<String, Count> counts = counts(lines, day);
        return Workbooks.answer(
                "ke-hoach-" + day + ".xlsx",
                "Kế hoạch",
                Sheets.PLANS,
                lines.stream().map(line -> item(line, counts, day)).toList());
    }

    private PlanFilter filter(
            @Nullable String unit,
            @Nullable String under,
            @Nullable Integer year,
            Plans.@Nullable State state,
            @Nullable String words,
            LocalDate day,
            Scope scope) {
        Set<String> named = reading.named(unit, under, day, scope);
        @Nullable Collection<String> concerning = named == null ? scope.reachedUnits() : null;
        return new PlanFilter(
                day, named, concerning, concerning == null ? List.of() : reading.above(scope), year, state, words);
    }

    private Map<String, Count> counts(List<PlanLine> lines, LocalDate day) {
        return tasks.byPlan(lines.stream().map(PlanLine::id).collect(Collectors.toSet()), day);
    }

    private PlanAnswers.PlanItem item(PlanLine line, Map<String, Count> counts, LocalDate day) {
        return PlanAnswers.item(line, units.ref(line.unit(), day), counts.getOrDefault(line.id(), Count.NONE));
    }

    /**
     * A plan in full, as its version says that is named, or the one that holds on the day. Who is below the issuer may read
     * it, and who has a task of it.
     */
    @GetMapping("/plans/{id}")
    @ReadAccess(relation = Relation.CONCERNED)
    ResponseEntity<PlanAnswers.PlanAnswer> plan(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Scope scope) {
        LocalDate day = Reading.day(asOf, scope);
        PlanLine line = reading.plan(id, day, scope);
        Plans.Plan newest = plans.find(id).orElseThrow(UnknownResourceException::unknown);
        PlanLists.Version shown = lists.version(id, version == null ? line.version() : version)
                .orElseThrow(UnknownResourceException::unknown);
        boolean isNewest = shown.version() == newest.version();
        return Answers.versioned(
                newest.revision(),
                new PlanAnswers.PlanAnswer(
                        id,
                        units.ref(line.unit(), day),
                        line.state(),
                        shown.version(),
                        newest.version(),
                        shown.effective(),
                        line.ended(),
                        // links that were made since stand in the newest alone
                        isNewest ? newest.details() : shown.details(),
                        shown.tasks(),
                        day),
                reading.heard());
    }

    /** All versions of a plan, each with what it changed. */
    @GetMapping("/plans/{id}/versions")
    @ReadAccess(relation = Relation.CONCERNED)
    List<PlanAnswers.PlanVersionAnswer> versions(@PathVariable String id, Scope scope) {
        reading.plan(id, scope.today(), scope);
        return PlanAnswers.versions(lists.versions(id));
    }
}
