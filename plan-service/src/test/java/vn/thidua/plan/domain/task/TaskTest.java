package vn.thidua.plan.domain.task;

import static vn.thidua.plan.domain.task.TaskFixture.ASKED;
import static vn.thidua.plan.domain.task.TaskFixture.ASSIGNED;
import static vn.thidua.plan.domain.task.TaskFixture.COMMUNE;
import static vn.thidua.plan.domain.task.TaskFixture.COMPLETED;
import static vn.thidua.plan.domain.task.TaskFixture.CONTENT;
import static vn.thidua.plan.domain.task.TaskFixture.DISTRICT;
import static vn.thidua.plan.domain.task.TaskFixture.DUE;
import static vn.thidua.plan.domain.task.TaskFixture.ID;
import static vn.thidua.plan.domain.task.TaskFixture.LATER;
import static vn.thidua.plan.domain.task.TaskFixture.OFFICE;
import static vn.thidua.plan.domain.task.TaskFixture.TODAY;
import static vn.thidua.plan.domain.task.TaskFixture.WITHDRAWN;
import static vn.thidua.plan.domain.task.TaskFixture.assigned;
import static vn.thidua.plan.domain.task.TaskFixture.content;
import static vn.thidua.plan.domain.task.TaskFixture.given;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.task.TaskCommand.AssignTask;
import vn.thidua.plan.domain.task.TaskCommand.ChangeTask;
import vn.thidua.plan.domain.task.TaskCommand.CompleteTask;
import vn.thidua.plan.domain.task.TaskCommand.MarkOverdue;
import vn.thidua.plan.domain.task.TaskCommand.ReopenTask;
import vn.thidua.plan.domain.task.TaskCommand.ReportProgress;
import vn.thidua.plan.domain.task.TaskCommand.WithdrawTask;
import vn.thidua.plan.domain.task.TaskEvent.ExtensionGranted;
import vn.thidua.plan.domain.task.TaskEvent.ProgressReported;
import vn.thidua.plan.domain.task.TaskEvent.TaskChanged;
import vn.thidua.plan.domain.task.TaskEvent.TaskCompleted;
import vn.thidua.plan.domain.task.TaskEvent.TaskOverdue;
import vn.thidua.plan.domain.task.TaskEvent.TaskReopened;

class TaskTest {

    private static final TaskContent CHANGED = content("Phát động và tổng kết phong trào", LATER);
    private static final ProgressReported HALF = reported(OFFICE, 50, null, TODAY);
    private static final TaskOverdue OVERDUE = overdue(DUE);
    private static final ExtensionGranted GRANTED =
            new ExtensionGranted(ID, "p", DISTRICT, COMMUNE, "who-decides", DUE, LATER, null, TODAY);

    private static ReportProgress report(String unit, int percent, LocalDate on) {
        return new ReportProgress(ID, unit, percent, null, List.of(), on, TODAY);
    }

    private static ProgressReported reported(String unit, int percent, @Nullable String note, LocalDate on) {
        return new ProgressReported(ID, "p", DISTRICT, unit, percent, note, List.of(), on);
    }

    private static CompleteTask complete(@Nullable String note, List<String> proof) {
        return new CompleteTask(ID, OFFICE, note, proof, TODAY, TODAY);
    }

    private static TaskOverdue overdue(LocalDate dueTo) {
        return new TaskOverdue(ID, "p", DISTRICT, dueTo, List.of(OFFICE, COMMUNE, "another-commune"));
    }

    private static String text(int length) {
        return "a".repeat(length);
    }

    private static List<String> files(int many) {
        return IntStream.range(0, many).mapToObj(n -> "f" + n).toList();
    }

    @Test
    void aTaskIsAssignedOnce() {
        AssignTask assign = new AssignTask(ID, "p", 3, DISTRICT, "12/KH-UBND", 2025, CONTENT);

        given().accepts(assign, ASSIGNED);
        given(ASSIGNED).passesOver(assign);
        given(ASSIGNED, WITHDRAWN).passesOver(assign);
    }

    @ParameterizedTest
    @ValueSource(strings = {OFFICE, COMMUNE, "another-commune", DISTRICT})
    void whoeverIsAssignedOrIssuedThePlanIsReportedFor(String unit) {
        given(ASSIGNED).accepts(report(unit, 30, TODAY), reported(unit, 30, null, TODAY));
    }

    @Test
    void nobodyElseIsReportedFor() {
        given(ASSIGNED).refuses(report("stranger", 30, TODAY), new TaskRejection.UnitNotAssigned());
        given(ASSIGNED)
                .refuses(
                        new CompleteTask(ID, "stranger", "Đã xong", List.of(), TODAY, TODAY),
                        new TaskRejection.UnitNotAssigned());
    }

    @Test
    void aUnitThatAnAmendedPlanNamesNoMoreIsNotReportedFor() {
        TaskContent alone = new TaskContent(
                "3", "Phát động", null, null, null, DUE, CONTENT.lead(), List.of(), CONTENT.coordinators());

        given(ASSIGNED, new TaskChanged(ID, "p", DISTRICT, 2, alone))
                .refuses(report(COMMUNE, 30, TODAY), new TaskRejection.UnitNotAssigned());
    }

    @Test
    void thePercentageIsFromNoneToAll() {
        given(ASSIGNED).accepts(report(OFFICE, 0, TODAY), reported(OFFICE, 0, null, TODAY));
        given(ASSIGNED).accepts(report(OFFICE, 100, TODAY), reported(OFFICE, 100, null, TODAY));
        given(ASSIGNED).refuses(report(OFFICE, 101, TODAY), new TaskRejection.PercentOutOfRange());
        given(ASSIGNED).refuses(report(OFFICE, -1, TODAY), new TaskRejection.PercentOutOfRange());
    }

    @Test
    void noDayToComeIsReportedFor() {
        given(ASSIGNED).refuses(report(OFFICE, 30, TODAY.plusDays(1)), new TaskRejection.DayInFuture());
        given(ASSIGNED)
                .refuses(
                        new CompleteTask(ID, OFFICE, "Đã xong", List.of(), TODAY.plusDays(1), TODAY),
                        new TaskRejection.DayInFuture());
    }

    @Test
    void theFirstDayReportedForIsSixtyDaysBeforeThePlansYear() {
        LocalDate earliest = LocalDate.of(2024, 11, 2);

        given(ASSIGNED).accepts(report(OFFICE, 30, earliest), reported(OFFICE, 30, null, earliest));
        given(ASSIGNED).refuses(report(OFFICE, 30, earliest.minusDays(1)), new TaskRejection.DayTooEarly(earliest));
    }

    @Test
    void aTaskThatBeginsBeforeThePlansYearIsReportedForFromThen() {
        LocalDate from = LocalDate.of(2024, 10, 1);
        TaskContent early =
                new TaskContent(null, "Chuẩn bị", null, null, from, null, CONTENT.lead(), List.of(), List.of());
        LocalDate earliest = LocalDate.of(2024, 8, 2);

        given(assigned(2025, early)).accepts(report(OFFICE, 1, earliest), reported(OFFICE, 1, null, earliest));
        given(assigned(null, early))
                .refuses(report(OFFICE, 1, earliest.minusDays(1)), new TaskRejection.DayTooEarly(earliest));
    }

    @Test
    void withoutAnyDayInThePlanEveryPastDayIsReportedFor() {
        TaskContent bare =
                new TaskContent(null, "Thường xuyên", null, null, null, null, CONTENT.lead(), List.of(), List.of());
        LocalDate longAgo = LocalDate.of(1999, 1, 1);

        given(assigned(null, bare)).accepts(report(OFFICE, 1, longAgo), reported(OFFICE, 1, null, longAgo));
    }

    @Test
    void aLowerPercentageNeedsANote() {
        given(ASSIGNED, HALF).accepts(report(COMMUNE, 50, TODAY), reported(COMMUNE, 50, null, TODAY));
        given(ASSIGNED, HALF).refuses(report(COMMUNE, 49, TODAY), new TaskRejection.LowerWithoutNote(50));
        given(ASSIGNED, HALF)
                .refuses(
                        new ReportProgress(ID, OFFICE, 49, "  ", List.of(), TODAY, TODAY),
                        new TaskRejection.LowerWithoutNote(50));
        given(ASSIGNED, HALF)
                .accepts(
                        new ReportProgress(ID, OFFICE, 49, "Tính lại", List.of(), TODAY, TODAY),
                        reported(OFFICE, 49, "Tính lại", TODAY));
    }

    @Test
    void aReportForAnEarlierDayIsMeasuredByWhatWasKnownOfThatDay() {
        LocalDate earlier = TODAY.minusDays(10);
        ProgressReported late = reported(OFFICE, 20, null, earlier);

        given(ASSIGNED, HALF).accepts(report(OFFICE, 20, earlier), late);
        given(ASSIGNED, HALF, late).refuses(report(OFFICE, 40, TODAY), new TaskRejection.LowerWithoutNote(50));
        given(ASSIGNED, HALF, late)
                .refuses(report(OFFICE, 19, TODAY.minusDays(1)), new TaskRejection.LowerWithoutNote(20));
    }

    @Test
    void whatIsDoneOrWithdrawnIsNotReportedOn() {
        given(ASSIGNED, COMPLETED).refuses(report(OFFICE, 30, TODAY), new TaskRejection.Done());
        given(ASSIGNED, COMPLETED).refuses(complete("Đã xong", List.of()), new TaskRejection.Done());
        given(ASSIGNED, WITHDRAWN)
                .refuses(report(OFFICE, 30, TODAY), new TaskRejection.Withdrawn(WITHDRAWN.effective()));
        given(ASSIGNED, WITHDRAWN)
                .refuses(complete("Đã xong", List.of()), new TaskRejection.Withdrawn(WITHDRAWN.effective()));
    }

    @Test
    void whatWillBeWithdrawnIsReportedOnUntilThen() {
        var tomorrow = new TaskEvent.TaskWithdrawn(ID, "p", DISTRICT, TaskEvent.Cause.CLOSED, TODAY.plusDays(1));
        var today = new TaskEvent.TaskWithdrawn(ID, "p", DISTRICT, TaskEvent.Cause.CLOSED, TODAY);

        given(ASSIGNED, tomorrow).accepts(report(OFFICE, 30, TODAY), reported(OFFICE, 30, null, TODAY));
        given(ASSIGNED, today).refuses(report(OFFICE, 30, TODAY), new TaskRejection.Withdrawn(TODAY));
    }

    @Test
    void aTaskIsDoneWithANoteOrProof() {
        given(ASSIGNED).refuses(complete(null, List.of()), new TaskRejection.ProofMissing());
        given(ASSIGNED).refuses(complete(" ", List.of()), new TaskRejection.ProofMissing());
        given(ASSIGNED).accepts(complete("Đã xong", List.of()), COMPLETED);
        given(ASSIGNED)
                .accepts(
                        complete(null, List.of("f")),
                        new TaskCompleted(ID, "p", DISTRICT, OFFICE, null, List.of("f"), TODAY, DUE));
    }

    @Test
    void aDoneTaskSaysByWhenItWasDueExtensionsCounted() {
        given(ASSIGNED, ASKED, GRANTED)
                .accepts(
                        complete("Đã xong", List.of()),
                        new TaskCompleted(ID, "p", DISTRICT, OFFICE, "Đã xong", List.of(), TODAY, LATER));
    }

    @Test
    void notesAndFilesHaveLimits() {
        given(ASSIGNED)
                .accepts(
                        new ReportProgress(ID, OFFICE, 1, text(4_000), files(20), TODAY, TODAY),
                        new ProgressReported(ID, "p", DISTRICT, OFFICE, 1, text(4_000), files(20), TODAY));
        given(ASSIGNED)
                .refuses(
                        new ReportProgress(ID, OFFICE, 1, text(4_001), List.of(), TODAY, TODAY),
                        new TaskRejection.TextTooLong("note", 4_000));
        given(ASSIGNED)
                .refuses(
                        new ReportProgress(ID, OFFICE, 1, null, files(21), TODAY, TODAY),
                        new TaskRejection.TooManyFiles("evidence", 20));
        given(ASSIGNED).refuses(complete(null, files(21)), new TaskRejection.TooManyFiles("proof", 20));
        given(ASSIGNED).refuses(complete(null, List.of("f", " ")), new TaskRejection.FileMissing("proof"));
    }

    @Test
    void aFileNamedTwiceCountsOnce() {
        given(ASSIGNED)
                .accepts(
                        new ReportProgress(ID, OFFICE, 1, null, List.of("f", "f"), TODAY, TODAY),
                        new ProgressReported(ID, "p", DISTRICT, OFFICE, 1, null, List.of("f"), TODAY));
    }

    @Test
    void aTaskIsOverdueWhenItsLastDayIsOverAndOnlyOnce() {
        given(ASSIGNED).passesOver(new MarkOverdue(ID, DUE, DUE));
        given(ASSIGNED).accepts(new MarkOverdue(ID, DUE, DUE.plusDays(1)), OVERDUE);
        given(ASSIGNED).accepts(new MarkOverdue(ID, DUE, DUE.plusYears(1)), OVERDUE);
        given(ASSIGNED, OVERDUE).passesOver(new MarkOverdue(ID, DUE, DUE.plusDays(2)));
    }

    @Test
    void whatIsDoneWithdrawnOrDueAnotherDayIsNotOverdue() {
        MarkOverdue mark = new MarkOverdue(ID, DUE, DUE.plusDays(1));

        given(ASSIGNED, COMPLETED).passesOver(mark);
        given(ASSIGNED, WITHDRAWN).passesOver(mark);
        given(ASSIGNED, ASKED, GRANTED).passesOver(mark);
        given(ASSIGNED, new TaskChanged(ID, "p", DISTRICT, 2, CHANGED)).passesOver(mark);
        given(ASSIGNED, new TaskChanged(ID, "p", DISTRICT, 2, content("Thường xuyên", null)))
                .passesOver(mark);
    }

    @Test
    void anExtendedTaskIsOverdueAgainWhenItsNewLastDayIsOver() {
        given(ASSIGNED, OVERDUE, ASKED, GRANTED).accepts(new MarkOverdue(ID, LATER, LATER.plusDays(1)), overdue(LATER));
    }

    @Test
    void aReopenedTaskIsOverdueUnlessItWasSaidBefore() {
        TaskReopened reopened = new TaskReopened(ID, "p", DISTRICT, "Chưa đạt", LATER);

        given(ASSIGNED, COMPLETED, reopened).accepts(new MarkOverdue(ID, DUE, LATER), OVERDUE);
        given(ASSIGNED, OVERDUE, COMPLETED, reopened).passesOver(new MarkOverdue(ID, DUE, LATER));
    }

    @Test
    void onlyADoneTaskIsReopenedAndWithAReason() {
        ReopenTask reopen = new ReopenTask(ID, "Số liệu chưa đúng", TODAY);

        given(ASSIGNED, COMPLETED).accepts(reopen, new TaskReopened(ID, "p", DISTRICT, "Số liệu chưa đúng", TODAY));
        given(ASSIGNED, COMPLETED).refuses(new ReopenTask(ID, " ", TODAY), new TaskRejection.ReasonMissing());
        given(ASSIGNED, COMPLETED)
                .refuses(new ReopenTask(ID, text(2_001), TODAY), new TaskRejection.TextTooLong("reason", 2_000));
        given(ASSIGNED).refuses(reopen, new TaskRejection.NotDone());
        given(ASSIGNED, WITHDRAWN).refuses(reopen, new TaskRejection.Withdrawn(WITHDRAWN.effective()));
    }

    @Test
    void aReopenedTaskStandsWhereItStoodBefore() {
        TaskReopened reopened = new TaskReopened(ID, "p", DISTRICT, "Chưa đạt", TODAY);

        given(ASSIGNED, HALF, COMPLETED, reopened)
                .accepts(report(OFFICE, 60, TODAY), reported(OFFICE, 60, null, TODAY));
        given(ASSIGNED, HALF, COMPLETED, reopened)
                .refuses(report(OFFICE, 40, TODAY), new TaskRejection.LowerWithoutNote(50));
    }

    @Test
    void anAmendedPlanChangesWhatIsOpenAndWhatIsDone() {
        TaskChanged changed = new TaskChanged(ID, "p", DISTRICT, 2, CHANGED);
        ChangeTask change = new ChangeTask(ID, 2, CHANGED);

        given(ASSIGNED).accepts(change, changed);
        given(ASSIGNED, COMPLETED).accepts(change, changed);
        given(ASSIGNED, COMPLETED, changed).refuses(report(OFFICE, 60, TODAY), new TaskRejection.Done());
        given(ASSIGNED).passesOver(new ChangeTask(ID, 2, CONTENT));
        given(ASSIGNED, WITHDRAWN).passesOver(change);
    }

    @Test
    void onlyWhatIsOpenIsWithdrawn() {
        WithdrawTask withdraw = new WithdrawTask(ID, WITHDRAWN.cause(), WITHDRAWN.effective());

        given(ASSIGNED).accepts(withdraw, WITHDRAWN);
        given(ASSIGNED, COMPLETED).passesOver(withdraw);
        given(ASSIGNED, WITHDRAWN).passesOver(withdraw);
    }
}
