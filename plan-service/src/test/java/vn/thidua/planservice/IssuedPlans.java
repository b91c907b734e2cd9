package vn.thidua.planservice;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.DraftSource;
import vn.thidua.plan.domain.plan.PlanCommand;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.view.tasks.Tasks;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.testing.Eventually;

/** Plans in force, for tests that are not about drafting: the commands are sent as the drafts' endpoints send them. */
final class IssuedPlans {

    static final LocalDate ISSUED = LocalDate.of(2026, 1, 5);

    private IssuedPlans() {}

    /** A task that is due on a day and given to units to carry out. */
    static TaskContent task(String text, @Nullable LocalDate dueTo, Target... executors) {
        return new TaskContent(
                null,
                text,
                dueTo == null ? null : "Trước ngày " + dueTo,
                null,
                null,
                dueTo,
                List.of(),
                List.of(executors).stream()
                        .map(each -> Assignee.of(each.name(), each))
                        .toList(),
                List.of());
    }

    /** The plan's id, when its tasks stand. */
    static String issue(RunningService service, String unit, String number, TaskContent... tasks) {
        return issue(service, unit, number, List.of(), tasks);
    }

    static String issue(
            RunningService service, String unit, String number, List<CitedDocument> above, TaskContent... tasks) {
        return issue(service, unit, details(number, ISSUED, above), tasks);
    }

    static String issue(RunningService service, String unit, PlanDetails details, TaskContent... tasks) {
        String plan = draft(service, unit, details, tasks);
        send(service, new PlanCommand.IssuePlan(plan, LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))));
        var all = IntStream.rangeClosed(1, tasks.length).boxed().collect(Collectors.toSet());
        Eventually.eventually("the tasks of " + details.documentNumber() + " stand", () -> service.bean(Tasks.class)
                .awaitAssigned(plan, all));
        return plan;
    }

    static String draft(
            RunningService service, String unit, String number, List<CitedDocument> above, TaskContent... tasks) {
        return draft(service, unit, details(number, ISSUED, above), tasks);
    }

    private static String draft(RunningService service, String unit, PlanDetails details, TaskContent... tasks) {
        String plan = Ids.fresh();
        List<PlannedTask> planned = new ArrayList<>();
        for (TaskContent task : tasks) {
            planned.add(new PlannedTask(planned.size() + 1, task));
        }
        send(service, new PlanCommand.DraftPlan(plan, unit, DraftSource.hand(), details, planned));
        return plan;
    }

    static PlanDetails details(String number, LocalDate issued, List<CitedDocument> above) {
        return new PlanDetails(
                PlanDetails.PlanKind.YEAR,
                number,
                issued,
                "Khe Ráy",
                "Hoạt động thi đua và khen thưởng",
                issued.getYear(),
                null,
                List.of(),
                above,
                List.of(),
                List.of(),
                List.of(),
                List.of("Các thôn", "Lưu: VT"),
                new PlanDetails.Signatory("CHỦ TỊCH", "Vi Thị Mơ"));
    }

    private static void send(RunningService service, PlanCommand command) {
        String request = UUID.randomUUID().toString();
        Commands commands = service.plan().runtime().commands();
        commands.send(command, new Act("test", List.of(), null, request, request, null));
    }
}
