package vn.thidua.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.DraftSource;
import vn.thidua.plan.domain.plan.NumberEvent;
import vn.thidua.plan.domain.plan.Outcome;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlanField;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.domain.task.TaskEvent;

/** One event of each kind: a commune's plan with two tasks, amended once, and what became of the first task. */
public final class EventSamples {

    /** The plan. */
    public static final String PLAN = id(601);

    /** The commune whose plan it is. */
    public static final String UNIT = id(3);

    private static final String TASK = PlannedTask.id(PLAN, 1);
    private static final String NUMBER = "15/KH-UBND";
    private static final LocalDate DUE = LocalDate.of(2024, 3, 31);
    private static final LocalDate EXTENDED = LocalDate.of(2024, 4, 15);

    private EventSamples() {}

    public static String id(int n) {
        return "01940000-0000-7000-8000-%012d".formatted(n);
    }

    public static CitedDocument districtPlan() {
        return new CitedDocument(
                "Kế hoạch", "210/KH-UBND", LocalDate.of(2023, 12, 20), "UBND huyện Thanh Lâm", id(600));
    }

    /** Every value is there. */
    public static PlanDetails details() {
        return details("Đoàn kết, sáng tạo, về đích sớm");
    }

    /** The same with another theme. */
    public static PlanDetails details(String theme) {
        return new PlanDetails(
                PlanDetails.PlanKind.YEAR,
                NUMBER,
                LocalDate.of(2024, 1, 8),
                "An Bình",
                "Công tác thi đua, khen thưởng năm 2024",
                2024,
                theme,
                List.of(new CitedDocument("Luật", null, LocalDate.of(2022, 6, 15), "Quốc hội", null)),
                List.of(districtPlan()),
                List.of("An Bình chung sức xây dựng nông thôn mới"),
                List.of(
                        new PlanDetails.NumericTarget(
                                "Trên 85% hộ đạt gia đình văn hóa", new BigDecimal("85"), null, "%", ">", 2024),
                        new PlanDetails.NumericTarget(
                                "Giảm hộ nghèo từ 0,5 đến 1,2%",
                                new BigDecimal("0.5"), new BigDecimal("1.2"), "%", "between", null)),
                List.of(new PlanDetails.ReportDeadline(
                        "6 tháng", LocalDate.of(2024, 6, 10), "Báo cáo 6 tháng trước ngày 10/6/2024")),
                List.of("UBND huyện", "Các thôn", "Lưu: VT"),
                new PlanDetails.Signatory("CHỦ TỊCH", "Lý Văn Mẫu"));
    }

    /** Named in each of the three ways, and once by words that mean nobody known. */
    public static TaskContent content() {
        return new TaskContent(
                "1",
                "Tổ chức đăng ký thi đua đầu năm",
                "Quý I",
                1,
                LocalDate.of(2024, 1, 1),
                DUE,
                List.of(Assignee.of("Chủ tịch UBND", Target.post(UNIT, "Xã An Bình", "Chủ tịch UBND"))),
                List.of(Assignee.of("Văn phòng – Thống kê", Target.unit(id(31), "Văn phòng - Thống kê"))),
                List.of(
                        Assignee.of("các thôn", Target.group(id(401), "Các thôn", List.of(id(21), id(22)), List.of())),
                        Assignee.of("cán bộ, công chức")));
    }

    /** Nothing is known but its text. */
    public static TaskContent bare() {
        return new TaskContent(
                null, "Tuyên truyền thường xuyên", null, null, null, null, List.of(), List.of(), List.of());
    }

    public static List<PlannedTask> tasks() {
        return List.of(new PlannedTask(1, content()), new PlannedTask(2, bare()));
    }

    public static List<PlanEvent> plans() {
        DraftSource read = DraftSource.document(
                id(602),
                id(603),
                Set.of(PlanField.DOCUMENT_NUMBER, PlanField.THEME, PlanField.RECIPIENTS),
                List.of(1, 2));
        return List.of(
                new PlanEvent.PlanDrafted(PLAN, UNIT, read, PlanDetails.empty(), List.of()),
                new PlanEvent.DraftDetailsSet(
                        PLAN,
                        UNIT,
                        details(),
                        Map.of(
                                PlanField.DOCUMENT_NUMBER, Outcome.ACCEPTED,
                                PlanField.THEME, Outcome.CORRECTED,
                                PlanField.RECIPIENTS, Outcome.DROPPED)),
                new PlanEvent.DraftTaskSet(PLAN, UNIT, 1, content(), Outcome.ACCEPTED),
                new PlanEvent.DraftTaskDropped(PLAN, UNIT, 3),
                new PlanEvent.DraftDiscarded(PLAN, UNIT, List.of(id(602), id(603))),
                new PlanEvent.PlanIssued(PLAN, UNIT, details(), tasks()),
                new PlanEvent.PlanAmended(
                        PLAN,
                        UNIT,
                        2,
                        "Điều chỉnh thời hạn theo kế hoạch của huyện",
                        new CitedDocument(
                                "Quyết định", "40/QĐ-UBND", LocalDate.of(2024, 3, 1), "UBND xã An Bình", null),
                        details("Đoàn kết, sáng tạo, về đích"),
                        List.of(new PlannedTask(1, content().withDueTo(EXTENDED)), new PlannedTask(3, bare())),
                        new PlanEvent.Changes(List.of(PlanField.THEME), List.of(3), List.of(1), List.of(2)),
                        LocalDate.of(2024, 3, 5)),
                new PlanEvent.PlanSuperseded(
                        PLAN,
                        UNIT,
                        NUMBER,
                        new CitedDocument(
                                "Kế hoạch", "88/KH-UBND", LocalDate.of(2024, 7, 1), "UBND xã An Bình", id(604)),
                        "Xã được sắp xếp lại",
                        LocalDate.of(2024, 7, 1),
                        List.of(1, 3)),
                new PlanEvent.PlanClosed(PLAN, UNIT, NUMBER, "Đã tổng kết", LocalDate.of(2024, 12, 31), List.of(1, 3)),
                new PlanEvent.PlanLinked(PLAN, UNIT, 0, id(600)));
    }

    public static List<NumberEvent> numbers() {
        return List.of(new NumberEvent.NumberTaken(id(605), UNIT, 2024, NUMBER, PLAN));
    }

    public static List<TaskEvent> taskEvents() {
        LocalDate day = LocalDate.of(2024, 3, 20);
        String office = id(31);
        return List.of(
                new TaskEvent.TaskAssigned(TASK, PLAN, 1, UNIT, NUMBER, 2024, content()),
                new TaskEvent.TaskChanged(TASK, PLAN, UNIT, 2, content().withDueTo(EXTENDED)),
                new TaskEvent.TaskWithdrawn(TASK, PLAN, UNIT, TaskEvent.Cause.SUPERSEDED, LocalDate.of(2024, 7, 1)),
                new TaskEvent.ProgressReported(
                        TASK, PLAN, UNIT, office, 60, "Đã có 6 trên 10 thôn", List.of(id(611)), day),
                new TaskEvent.TaskCompleted(
                        TASK, PLAN, UNIT, office, "Đủ 10 thôn", List.of(id(612)), LocalDate.of(2024, 4, 10), EXTENDED),
                new TaskEvent.ExtensionAsked(
                        TASK, PLAN, UNIT, office, id(701), id(703), EXTENDED, "Hai thôn họp muộn", day),
                new TaskEvent.ExtensionGranted(TASK, PLAN, UNIT, office, id(702), DUE, EXTENDED, "Không lùi thêm", day),
                new TaskEvent.ExtensionRefused(TASK, PLAN, UNIT, office, id(702), "Việc phải xong trong quý", day),
                new TaskEvent.TaskOverdue(TASK, PLAN, UNIT, EXTENDED, List.of(UNIT, office, id(21), id(22))),
                new TaskEvent.TaskReopened(
                        TASK, PLAN, UNIT, "Thiếu bản đăng ký của hai thôn", LocalDate.of(2024, 4, 20)));
    }
}
