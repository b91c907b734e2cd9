package vn.thidua.plan.api;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.plan.view.plans.Cascades;
import vn.thidua.plan.view.plans.PlanLine;
import vn.thidua.platform.security.ReadAccess;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.web.read.Answers;
import vn.thidua.platform.web.read.Workbooks;

/** Which units have answered a plan with one of their own. */
@RestController
@RequestMapping("/api/v1/plan/plans/{id}")
class CascadeApi {

    private static final int MOST_TIERS = 4;

    private final Cascades cascades;
    private final Reading reading;

    CascadeApi(Cascades cascades, Reading reading) {
        this.cascades = cascades;
        this.reading = reading;
    }

    /** A unit in a workbook; {@code depth} from 1. */
    record Row(int depth, Cascades.CascadeNode node) {}

    /**
     * The units of the tiers below the issuer, each with the state of its answer. A draft shows as a state only. Of units out
     * of the caller's reach only the number is told.
     *
     * @param depth how many tiers, 1 to 4
     */
    @GetMapping("/cascade")
    @ReadAccess(relation = Relation.CONCERNED)
    ResponseEntity<PlanAnswers.CascadeAnswer> cascade(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int depth,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Scope scope) {
        return Answers.asOf(answer(id, depth, asOf, scope), reading.heard());
    }

    /** The same as a workbook. */
    @GetMapping("/cascade.xlsx")
    @ReadAccess(relation = Relation.CONCERNED)
    ResponseEntity<byte[]> cascadeAsSheet(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int depth,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Scope scope)
            throws IOException {
        PlanAnswers.CascadeAnswer answer = answer(id, depth, asOf, scope);
        List<Row> rows = new ArrayList<>();
        flatten(answer.units(), 1, rows);
        return Workbooks.answer("trien-khai-" + answer.asOf() + ".xlsx", "Triển khai", Sheets.CASCADE, rows);
    }

    private static void flatten(List<Cascades.CascadeNode> nodes, int depth, List<Row> rows) {
        for (Cascades.CascadeNode node : nodes) {
            rows.add(new Row(depth, node));
            flatten(node.below(), depth + 1, rows);
        }
    }

    private PlanAnswers.CascadeAnswer answer(String id, int depth, @Nullable LocalDate asOf, Scope scope) {
        LocalDate day = Reading.day(asOf, scope);
        PlanLine plan = reading.plan(id, day, scope);
        List<Cascades.CascadeNode> all = cascades.below(plan, day, Math.clamp(depth, 1, MOST_TIERS));
        List<Cascades.CascadeNode> shown = scope.covers(plan.unit()) ? all : within(all, scope);
        return new PlanAnswers.CascadeAnswer(day, shown, all.size() - shown.size());
    }

    /** Units within reach with all below them, and the way that leads to them. */
    private static List<Cascades.CascadeNode> within(List<Cascades.CascadeNode> nodes, Scope scope) {
        List<Cascades.CascadeNode> shown = new ArrayList<>();
        for (Cascades.CascadeNode node : nodes) {
            if (scope.covers(node.unit().id())) {
                shown.add(node);
            } else {
                List<Cascades.CascadeNode> below = within(node.below(), scope);
                if (!below.isEmpty()) {
                    shown.add(node.withBelow(below));
                }
            }
        }
        return shown;
    }
}
