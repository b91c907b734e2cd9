package vn.thidua.plan.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.plan.domain.task.DailyRun;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.web.problem.FieldProblem;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;

/** What a day brings is recorded by itself; operators may ask for it at once. */
@RestController
@RequestMapping("/api/v1/plan/daily-run")
class DailyRunApi {

    private final DailyRun run;

    DailyRunApi(DailyRun run) {
        this.run = run;
    }

    /**
     * What a run has recorded.
     *
     * @param day whose morning it was
     * @param overdue how many tasks became overdue now; those of which it was recorded before do not count
     */
    public record Ran(LocalDate day, int overdue) {}

    /**
     * Records which tasks are overdue.
     *
     * @param day tasks whose last day is before it are overdue; today if it is left out, and never later
     */
    @PostMapping
    @Access(relation = Relation.ROLE, scopes = "operations")
    public Ran run(@RequestParam(required = false) @Nullable LocalDate day, Scope scope) {
        LocalDate asked = day == null ? scope.today() : day;
        if (asked.isAfter(scope.today())) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    new FieldProblem(
                            "day",
                            "Ngày này chưa đến. Hãy chọn hôm nay hoặc một ngày trước đó.",
                            "That day is yet to come. Choose today or an earlier day."));
        }
        return new Ran(asked, run.run(asked));
    }
}
