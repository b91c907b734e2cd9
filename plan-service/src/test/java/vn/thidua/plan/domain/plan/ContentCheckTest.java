package vn.thidua.plan.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.thidua.plan.domain.plan.PlanFixture.day;
import static vn.thidua.plan.domain.plan.PlanFixture.details;
import static vn.thidua.plan.domain.plan.PlanFixture.task;
import static vn.thidua.plan.domain.plan.PlanFixture.with;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.EventSamples;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.values.Rejection;

class ContentCheckTest {

    private static Rejection refused(PlanDetails details, List<PlannedTask> tasks) {
        return catchThrowableOfType(RejectedException.class, () -> ContentCheck.check(details, tasks))
                .rejection();
    }

    private static Rejection refused(TaskContent task) {
        return refused(details(), List.of(new PlannedTask(7, task)));
    }

    private static void fine(TaskContent task) {
        assertThatCode(() -> ContentCheck.check(details(), List.of(new PlannedTask(7, task))))
                .doesNotThrowAnyException();
    }

    private static TaskContent due(@Nullable Integer quarter, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new TaskContent(null, "Việc", null, quarter, from, to, List.of(), List.of(), List.of());
    }

    private static TaskContent ledBy(Assignee... lead) {
        return new TaskContent(null, "Việc", null, null, null, null, List.of(lead), List.of(), List.of());
    }

    private static PlanDetails aiming(String value, @Nullable String valueMax, String comparator) {
        return with(details(), values -> {
            values.targets = List.of(new PlanDetails.NumericTarget(
                    "Mục tiêu",
                    new BigDecimal(value),
                    valueMax == null ? null : new BigDecimal(valueMax),
                    "%",
                    comparator,
                    2024));
            return values;
        });
    }

    @Test
    void aFullPlanPasses() {
        assertThatCode(() -> ContentCheck.check(EventSamples.details(), EventSamples.tasks()))
                .doesNotThrowAnyException();
        assertThatCode(() -> ContentCheck.check(PlanDetails.empty(), List.of())).doesNotThrowAnyException();
    }

    @Test
    void aTaskSaysSomething() {
        assertThat(refused(PlanFixture.content("  "))).isEqualTo(new PlanRejection.TextMissing("tasks[7].text"));
        fine(PlanFixture.content("Đ".repeat(ContentCheck.TEXT_MOST)));
        assertThat(refused(PlanFixture.content("Đ".repeat(ContentCheck.TEXT_MOST + 1))))
                .isEqualTo(new PlanRejection.TextTooLong("tasks[7].text", ContentCheck.TEXT_MOST));
    }

    @Test
    void aYearHasFourQuarters() {
        fine(due(1, null, null));
        fine(due(4, null, null));
        assertThat(refused(due(0, null, null))).isEqualTo(new PlanRejection.OutOfRange("tasks[7].quarter", 1, 4));
        assertThat(refused(due(5, null, null))).isEqualTo(new PlanRejection.OutOfRange("tasks[7].quarter", 1, 4));
    }

    @Test
    void theLastDayIsNotBeforeTheFirst() {
        fine(due(null, day("2024-03-01"), day("2024-03-01")));
        fine(due(null, day("2024-03-01"), null));
        fine(due(null, null, day("2024-03-01")));
        assertThat(refused(due(null, day("2024-03-02"), day("2024-03-01"))))
                .isEqualTo(new PlanRejection.PeriodReversed("tasks[7].dueTo"));
        assertThat(refused(due(null, null, day("+20240-03-01"))))
                .isEqualTo(new PlanRejection.DayOutOfRange(
                        "tasks[7].dueTo", ContentCheck.DAY_LEAST, ContentCheck.DAY_MOST));
    }

    @Test
    void anAssigneeIsNamedByWordsOrByWhomTheyMean() {
        fine(ledBy(Assignee.of("Văn phòng"), Assignee.of("", Target.unit("u", "Văn phòng"))));
        assertThat(refused(ledBy(Assignee.of("Văn phòng"), Assignee.of(" "))))
                .isEqualTo(new PlanRejection.AssigneeEmpty("tasks[7].lead[1]"));
        assertThat(refused(ledBy(Assignee.of("Văn phòng", Target.post("u", "Văn phòng", "")))))
                .isEqualTo(new PlanRejection.TextMissing("tasks[7].lead[0].targets[0].post"));
    }

    @Test
    void linesOfAListAreFilledAndTheirNumberIsLimited() {
        PlanDetails blank = with(details(), values -> {
            values.recipients = List.of("UBND huyện", "");
            return values;
        });
        PlanDetails many = with(details(), values -> {
            values.campaigns = Collections.nCopies(ContentCheck.ENTRIES_MOST + 1, "Phong trào");
            return values;
        });

        assertThat(refused(blank, List.of())).isEqualTo(new PlanRejection.TextMissing("recipients[1]"));
        assertThat(refused(many, List.of()))
                .isEqualTo(new PlanRejection.TooMany("campaigns", ContentCheck.ENTRIES_MOST));
        assertThat(refused(
                        details(),
                        IntStream.rangeClosed(1, ContentCheck.TASKS_MOST + 1)
                                .mapToObj(PlanFixture::task)
                                .toList()))
                .isEqualTo(new PlanRejection.TooMany("tasks", ContentCheck.TASKS_MOST));
    }

    @Test
    void allOfItTogetherFitsIntoOneEvent() {
        String long1 = "Đ".repeat(ContentCheck.TEXT_MOST);
        int fitting = ContentCheck.CONTENT_MOST / ContentCheck.TEXT_MOST;

        List<PlannedTask> tasks =
                IntStream.rangeClosed(1, fitting).mapToObj(n -> task(n, long1)).toList();
        assertThatCode(() -> ContentCheck.check(PlanDetails.empty(), tasks)).doesNotThrowAnyException();
        assertThat(refused(details(), tasks)).isEqualTo(new PlanRejection.ContentTooLong(ContentCheck.CONTENT_MOST));
    }

    @Test
    void aTargetComparesOneWayOrAnother() {
        assertThatCode(() -> ContentCheck.check(aiming("0.5", "1.2", "between"), List.of()))
                .doesNotThrowAnyException();
        for (PlanDetails wrong :
                List.of(aiming("85", null, "≥"), aiming("85", null, "between"), aiming("85", "90", ">"))) {
            assertThat(refused(wrong, List.of()))
                    .isEqualTo(new PlanRejection.ComparatorUnknown("targets[0].comparator"));
        }
        assertThat(refused(aiming("1E+999999999", null, "="), List.of()).field())
                .contains("targets[0].value");
        assertThat(refused(aiming("1E-999999999", null, "="), List.of()).field())
                .contains("targets[0].value");
    }

    @Test
    void aValueIsOneHoweverItIsWritten() {
        assertThat(aiming("70.0", null, ">")).isEqualTo(aiming("70", null, ">")).isEqualTo(aiming("7E+1", null, ">"));
        assertThat(aiming("70.5", null, ">")).isNotEqualTo(aiming("70", null, ">"));
    }

    @Test
    void theYearOfAPlanHasFourDigits() {
        PlanDetails wrong = with(details(), values -> {
            values.year = 24;
            return values;
        });

        assertThat(refused(wrong, List.of())).isEqualTo(new PlanRejection.OutOfRange("year", 1945, 2199));
    }
}
