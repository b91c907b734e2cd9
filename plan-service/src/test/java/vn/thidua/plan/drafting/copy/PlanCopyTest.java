package vn.thidua.plan.drafting.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.drafting.copy.CopyFlag.Code;

class PlanCopyTest {

    private static final Holidays HOLIDAYS = Holidays.load();
    private static final Target OFFICE = Target.unit("office", "Văn phòng");

    private static PlanDetails details() {
        return new PlanDetails(
                PlanDetails.PlanKind.YEAR,
                "07/KH-UBND",
                LocalDate.of(2024, 1, 15),
                "Bình Hoà",
                "Công tác thi đua năm 2024",
                2024,
                null,
                List.of(new CitedDocument("Luật", null, LocalDate.of(2022, 6, 15), "Quốc hội", null)),
                List.of(
                        new CitedDocument("Kế hoạch", "12/KH-UBND", LocalDate.of(2024, 1, 8), "UBND tỉnh", "above"),
                        new CitedDocument("Nghị quyết", "03-NQ/TU", null, "Tỉnh ủy", null)),
                List.of("Chung sức xây dựng nông thôn mới"),
                List.of(
                        new PlanDetails.NumericTarget(
                                "90% thôn đạt chuẩn năm 2024", new BigDecimal("90"), null, "%", ">=", 2024),
                        new PlanDetails.NumericTarget("Đến năm 2030", new BigDecimal("100"), null, "%", "=", 2030)),
                List.of(new PlanDetails.ReportDeadline("6 tháng", LocalDate.of(2024, 6, 15), "Trước 15/6/2024")),
                List.of("Lưu: VT"),
                new PlanDetails.Signatory("CHỦ TỊCH", "Lý Văn Mẫu"));
    }

    private static TaskContent task(@Nullable LocalDate from, @Nullable LocalDate to, Target... targets) {
        return new TaskContent(
                "1", "Việc", null, null, from, to, List.of(), List.of(Assignee.of("Văn phòng", targets)), List.of());
    }

    private static PlanCopy.Copied copy(TaskContent... tasks) {
        return copy(Optional::of, tasks);
    }

    private static PlanCopy.Copied copy(Function<Target, Optional<Target>> today, TaskContent... tasks) {
        // numbers with gaps, as after an amendment
        List<PlannedTask> planned = IntStream.range(0, tasks.length)
                .mapToObj(i -> new PlannedTask(3 * i + 2, tasks[i]))
                .toList();
        return PlanCopy.of(details(), planned, 2024, HOLIDAYS, today);
    }

    private static CopyFlag flag(PlanCopy.Copied copied, @Nullable Integer task, String field) {
        return copied.flags().stream()
                .filter(flag ->
                        Objects.equals(flag.task(), task) && flag.field().equals(field))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no flag for " + field + " in " + copied.flags()));
    }

    @Test
    void numberDateAndThePlanAboveAreLeftOpenAndToldOf() {
        PlanCopy.Copied copied = copy();

        assertThat(copied.details().documentNumber()).isNull();
        assertThat(copied.details().issueDate()).isNull();
        assertThat(copied.details().year()).isEqualTo(2025);
        assertThat(copied.details().legalBases()).isEqualTo(details().legalBases());
        assertThat(copied.details().implementsDocuments())
                .extracting(CitedDocument::type)
                .containsExactly("Nghị quyết");
        assertThat(flag(copied, null, "documentNumber").codes()).containsExactly(Code.LEFT_OUT);
        assertThat(flag(copied, null, "issueDate").from()).isEqualTo("2024-01-15");
        assertThat(flag(copied, null, "implementsDocuments").from()).isEqualTo("Kế hoạch 12/KH-UBND");
        assertThat(flag(copied, null, "implementsDocuments[0]").codes()).containsExactly(Code.KEPT);
    }

    @Test
    void yearsInTextsAndTargetsAreMovedAndFlagged() {
        PlanCopy.Copied copied = copy();

        assertThat(copied.details().title()).isEqualTo("Công tác thi đua năm 2025");
        assertThat(flag(copied, null, "title").from()).isEqualTo("Công tác thi đua năm 2024");
        assertThat(copied.details().targets().get(0).byYear()).isEqualTo(2025);
        assertThat(flag(copied, null, "targets[0].byYear").codes()).containsExactly(Code.YEAR);
        assertThat(copied.details().targets().get(1))
                .isEqualTo(details().targets().get(1));
        assertThat(copied.details().reportDeadlines().getFirst().text()).isEqualTo("Trước 15/6/2025");
    }

    @Test
    void aDateIsTheSameOfTheNextYearAndItsWeekdayIsTold() {
        PlanCopy.Copied copied = copy(task(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 19)));

        assertThat(copied.tasks().getFirst().n()).isEqualTo(1);
        assertThat(copied.tasks().getFirst().content().dueTo()).isEqualTo("2025-03-19");
        CopyFlag flag = flag(copied, 1, "dueTo");
        assertThat(flag.codes()).containsExactly(Code.WEEKDAY);
        assertThat(flag.message()).contains("19/03/2025 là thứ Tư", "19/03/2024 là thứ Ba");
        assertThat(flag(copied, 1, "dueFrom").codes()).containsExactly(Code.WEEKDAY, Code.WEEKEND);
    }

    @Test
    void aWeekendAndAHolidayAreTold() {
        PlanCopy.Copied copied = copy(
                task(null, LocalDate.of(2024, 6, 15)),
                task(null, LocalDate.of(2024, 4, 30)),
                task(null, LocalDate.of(2024, 9, 3)));

        assertThat(flag(copied, 1, "dueTo").codes()).containsExactly(Code.WEEKDAY, Code.WEEKEND);
        assertThat(flag(copied, 1, "dueTo").message()).contains("Chủ nhật", "ngày nghỉ hằng tuần");
        assertThat(flag(copied, 2, "dueTo").codes()).containsExactly(Code.WEEKDAY, Code.HOLIDAY);
        assertThat(flag(copied, 2, "dueTo").message()).contains("Điều 112");
        assertThat(flag(copied, 3, "dueTo").codes()).containsExactly(Code.WEEKDAY, Code.HOLIDAY_POSSIBLE);
        assertThat(flag(copied, 3, "dueTo").message()).contains("quyết định từng năm");
    }

    @Test
    void theTwentyNinthOfFebruaryBecomesTheTwentyEighth() {
        PlanCopy.Copied copied = copy(task(null, LocalDate.of(2024, 2, 29)));

        assertThat(copied.tasks().getFirst().content().dueTo()).isEqualTo("2025-02-28");
        assertThat(flag(copied, 1, "dueTo").codes()).startsWith(Code.LEAP_DAY);
    }

    @Test
    void whoHasEndedIsReplacedByTheHeirOrLeftOut() {
        Target heir = Target.unit("heir", "Văn phòng mới");
        PlanCopy.Copied renamed = copy(_ -> Optional.of(heir), task(null, null, OFFICE));
        PlanCopy.Copied gone = copy(_ -> Optional.empty(), task(null, null, OFFICE));

        assertThat(renamed.tasks().getFirst().content().executors().getFirst().targets())
                .containsExactly(heir);
        assertThat(flag(renamed, 1, "executors[0]").message()).contains("Văn phòng nay là Văn phòng mới");
        assertThat(gone.tasks().getFirst().content().executors().getFirst().targets())
                .isEmpty();
        assertThat(gone.tasks().getFirst().content().executors().getFirst().words())
                .isEqualTo("Văn phòng");
        assertThat(flag(gone, 1, "executors[0]").to()).isNull();
    }
}
