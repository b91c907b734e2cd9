package vn.thidua.plan.publish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlanEvent.Changes;
import vn.thidua.plan.domain.plan.PlanField;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.domain.task.TaskEvent;

/** An event of each kind that is told, with the facts of the contracts' samples. */
final class ToldEvents {

    static final String PLAN = id(500);
    static final String DISTRICT = id(2);

    private static final String TASK = PLAN + "/3";
    private static final String OFFICE = id(31);
    private static final String COMMUNE = id(3);
    private static final String NUMBER = "12/KH-UBND";
    private static final LocalDate DUE = LocalDate.of(2025, 3, 31);

    static final TaskContent CONTENT = content("Phát động phong trào thi đua đợt 1", "Quý I", 1, DUE);
    static final PlanDetails DETAILS = details("Đoàn kết, sáng tạo");

    private ToldEvents() {}

    static String id(int n) {
        return "01940000-0000-7000-8000-%012d".formatted(n);
    }

    private static TaskContent content(String text, String deadline, int quarter, LocalDate dueTo) {
        return new TaskContent(
                "II.3",
                text,
                deadline,
                quarter,
                LocalDate.of(2025, 1, 1),
                dueTo,
                List.of(Assignee.of("Phòng Nội vụ", Target.unit(OFFICE, "Phòng Nội vụ"))),
                List.of(Assignee.of(
                        "UBND các xã", Target.group(id(700), "Các xã", List.of(COMMUNE, id(4)), List.of()))),
                List.of(Assignee.of("Chủ tịch UBND xã An Bình", Target.post(COMMUNE, "Xã An Bình", "Chủ tịch UBND"))));
    }

    private static PlanDetails details(String theme) {
        return new PlanDetails(
                PlanDetails.PlanKind.YEAR,
                NUMBER,
                LocalDate.of(2025, 1, 15),
                "Bình Sơn",
                "Kế hoạch công tác thi đua, khen thưởng năm 2025",
                2025,
                theme,
                List.of(new CitedDocument("Luật", "06/2022/QH15", LocalDate.of(2022, 6, 15), "Quốc hội", null)),
                List.of(new CitedDocument(
                        "Kế hoạch", "294/KH-UBND", LocalDate.of(2024, 12, 30), "UBND tỉnh Đông Sơn", id(400))),
                List.of("Bình Sơn chung sức xây dựng nông thôn mới"),
                List.of(new PlanDetails.NumericTarget(
                        "từ 70% đến 80% thôn đạt danh hiệu thôn văn hóa",
                        new BigDecimal("70"), new BigDecimal("80"), "%", "between", 2025)),
                List.of(new PlanDetails.ReportDeadline(
                        "6 tháng", LocalDate.of(2025, 6, 15), "Báo cáo 6 tháng gửi trước ngày 15/6")),
                List.of("Thường trực Huyện ủy", "UBND các xã", "Lưu: VT, NV"),
                new PlanDetails.Signatory("CHỦ TỊCH", "Trần Văn Mẫu"));
    }

    static List<PlanEvent> plans() {
        return List.of(
                new PlanEvent.PlanIssued(PLAN, DISTRICT, DETAILS, List.of(new PlannedTask(3, CONTENT))),
                new PlanEvent.PlanAmended(
                        PLAN,
                        DISTRICT,
                        2,
                        "Bổ sung nội dung sơ kết",
                        new CitedDocument(
                                "Kế hoạch", "45/KH-UBND", LocalDate.of(2025, 3, 10), "UBND huyện Bình Sơn", null),
                        details("Đoàn kết, sáng tạo, về đích"),
                        List.of(new PlannedTask(3, changed())),
                        new Changes(List.of(PlanField.THEME), List.of(5), List.of(3), List.of(4)),
                        LocalDate.of(2025, 3, 15)),
                new PlanEvent.PlanSuperseded(
                        PLAN,
                        DISTRICT,
                        NUMBER,
                        new CitedDocument(
                                "Kế hoạch", "60/KH-UBND", LocalDate.of(2025, 6, 20), "UBND huyện Bình Sơn", id(501)),
                        "Sắp xếp lại đơn vị hành chính",
                        LocalDate.of(2025, 7, 1),
                        List.of(3, 5)),
                new PlanEvent.PlanClosed(
                        PLAN, DISTRICT, NUMBER, "Đã tổng kết năm", LocalDate.of(2025, 12, 31), List.of(3, 5)));
    }

    private static TaskContent changed() {
        return content("Phát động và sơ kết phong trào thi đua đợt 1", "Trước 30/4", 2, LocalDate.of(2025, 4, 30));
    }

    static List<TaskEvent> tasks() {
        LocalDate decided = LocalDate.of(2025, 3, 26);
        return List.of(
                new TaskEvent.TaskAssigned(TASK, PLAN, 3, DISTRICT, NUMBER, 2025, CONTENT),
                new TaskEvent.TaskChanged(TASK, PLAN, DISTRICT, 2, changed()),
                new TaskEvent.TaskWithdrawn(TASK, PLAN, DISTRICT, TaskEvent.Cause.AMENDED, LocalDate.of(2025, 3, 15)),
                new TaskEvent.ProgressReported(
                        TASK,
                        PLAN,
                        DISTRICT,
                        COMMUNE,
                        60,
                        "Đã tổ chức lễ phát động",
                        List.of(id(800)),
                        LocalDate.of(2025, 2, 20)),
                new TaskEvent.TaskCompleted(
                        TASK,
                        PLAN,
                        DISTRICT,
                        OFFICE,
                        "Đã phát động tại mọi xã",
                        List.of(id(801)),
                        LocalDate.of(2025, 3, 28),
                        DUE),
                new TaskEvent.ExtensionAsked(
                        TASK,
                        PLAN,
                        DISTRICT,
                        COMMUNE,
                        id(102),
                        null,
                        LocalDate.of(2025, 4, 30),
                        "Mưa lũ kéo dài",
                        LocalDate.of(2025, 3, 25)),
                new TaskEvent.ExtensionGranted(
                        TASK,
                        PLAN,
                        DISTRICT,
                        COMMUNE,
                        id(101),
                        DUE,
                        LocalDate.of(2025, 4, 15),
                        "Hoàn thành sớm hơn nếu có thể",
                        decided),
                new TaskEvent.ExtensionRefused(
                        TASK, PLAN, DISTRICT, COMMUNE, id(101), "Các xã khác đã hoàn thành", decided),
                new TaskEvent.TaskOverdue(TASK, PLAN, DISTRICT, DUE, List.of(OFFICE, COMMUNE, id(4))),
                new TaskEvent.TaskReopened(TASK, PLAN, DISTRICT, "Minh chứng chưa đầy đủ", LocalDate.of(2025, 4, 2)));
    }
}
