package vn.thidua.plan.react;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.DraftSource;
import vn.thidua.plan.domain.plan.NumberEvent;
import vn.thidua.plan.domain.plan.Outcome;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.domain.task.TaskCommand.AssignTask;
import vn.thidua.plan.domain.task.TaskCommand.ChangeTask;
import vn.thidua.plan.domain.task.TaskCommand.WithdrawTask;
import vn.thidua.plan.domain.task.TaskEvent;
import vn.thidua.platform.context.Wanted;
import vn.thidua.platform.processing.LoggedEvent;

class TasksFollowPlansTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 15);
    private static final PlanDetails DETAILS = details();

    private static PlanDetails details() {
        PlanDetails none = PlanDetails.empty();
        return new PlanDetails(
                none.kind(),
                "12/KH-UBND",
                LocalDate.of(2025, 1, 15),
                null,
                null,
                2025,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("Lưu: VT"),
                null);
    }

    private static TaskContent content(String text) {
        return new TaskContent(null, text, null, null, null, null, List.of(), List.of(), List.of());
    }

    private static List<Wanted> after(Object event) {
        return new TasksFollowPlans().on(new LoggedEvent("e-1", event, null, null, 0, 0, Instant.EPOCH, Map.of()));
    }

    @Test
    void eachTaskOfAnIssuedPlanBegins() {
        assertThat(after(new PlanEvent.PlanIssued(
                        "p",
                        "district",
                        DETAILS,
                        List.of(new PlannedTask(1, content("Một")), new PlannedTask(4, content("Bốn"))))))
                .containsExactly(
                        new Wanted(
                                "p/1", new AssignTask("p/1", "p", 1, "district", "12/KH-UBND", 2025, content("Một"))),
                        new Wanted(
                                "p/4", new AssignTask("p/4", "p", 4, "district", "12/KH-UBND", 2025, content("Bốn"))));
    }

    @Test
    void anAmendedPlanAssignsChangesAndWithdrawsWhatDiffers() {
        assertThat(after(new PlanEvent.PlanAmended(
                        "p",
                        "district",
                        2,
                        "Bổ sung",
                        null,
                        DETAILS,
                        List.of(
                                new PlannedTask(1, content("Một")),
                                new PlannedTask(2, content("Hai, sửa")),
                                new PlannedTask(5, content("Năm"))),
                        new PlanEvent.Changes(List.of(), List.of(5), List.of(2), List.of(3)),
                        DAY)))
                .containsExactlyInAnyOrder(
                        new Wanted(
                                "p/5", new AssignTask("p/5", "p", 5, "district", "12/KH-UBND", 2025, content("Năm"))),
                        new Wanted("p/2", new ChangeTask("p/2", 2, content("Hai, sửa"))),
                        new Wanted("p/3", new WithdrawTask("p/3", TaskEvent.Cause.AMENDED, DAY)));
    }

    @Test
    void aSupersededPlanWithdrawsItsTasksFromThatDayOn() {
        assertThat(after(new PlanEvent.PlanSuperseded(
                        "p",
                        "district",
                        "12/KH-UBND",
                        new CitedDocument("Kế hoạch", "60/KH-UBND", DAY, null, "q"),
                        "Thay thế",
                        DAY,
                        List.of(1, 5))))
                .containsExactly(
                        new Wanted("p/1", new WithdrawTask("p/1", TaskEvent.Cause.SUPERSEDED, DAY)),
                        new Wanted("p/5", new WithdrawTask("p/5", TaskEvent.Cause.SUPERSEDED, DAY)));
    }

    @Test
    void aClosedPlanHoldsOnItsLastDayStill() {
        assertThat(after(new PlanEvent.PlanClosed("p", "district", "12/KH-UBND", null, DAY, List.of(1))))
                .containsExactly(new Wanted("p/1", new WithdrawTask("p/1", TaskEvent.Cause.CLOSED, DAY.plusDays(1))));
    }

    @Test
    void nothingFollowsFromDraftsLinksAndTasks() {
        assertThat(List.of(
                        new PlanEvent.PlanDrafted(
                                "p",
                                "district",
                                DraftSource.hand(),
                                DETAILS,
                                List.of(new PlannedTask(1, content("Một")))),
                        new PlanEvent.DraftDetailsSet("p", "district", DETAILS, Map.of()),
                        new PlanEvent.DraftTaskSet("p", "district", 1, content("Một"), Outcome.ADDED),
                        new PlanEvent.DraftTaskDropped("p", "district", 1),
                        new PlanEvent.DraftDiscarded("p", "district", List.of()),
                        new PlanEvent.PlanLinked("p", "district", 0, "q"),
                        new NumberEvent.NumberTaken("r", "district", 2025, "12/KH-UBND", "p"),
                        new TaskEvent.TaskReopened("p/1", "p", "district", "Chưa đạt", DAY)))
                .allSatisfy(event -> assertThat(after(event)).isEmpty());
    }
}
