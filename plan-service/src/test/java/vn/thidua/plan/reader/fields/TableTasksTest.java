package vn.thidua.plan.reader.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.PlanProposal.ProposedTask;
import vn.thidua.plan.reader.WarningCode;

class TableTasksTest {
    private static final String HEADING =
            "| TT | Nội dung công việc | Chủ trì | Phối hợp | Thời gian |\n|---|---|---|---|---|\n";

    @Test
    void everyRowIsATask() {
        List<ProposedTask> tasks = table("""
                | 1 | Phát động phong trào thi đua | Phòng Văn hóa | Các thôn; Công an xã | Quý I |
                | 2 | Tổng kết phong trào thi đua | Văn phòng UBND | | Trước ngày 10/12 |
                """);

        assertThat(tasks).extracting(ProposedTask::ordinal).containsExactly("1", "2");
        assertThat(tasks.getFirst().lead()).containsExactly("Phòng Văn hóa");
        assertThat(tasks.getFirst().coordinators()).containsExactly("Các thôn", "Công an xã");
        assertThat(tasks.getFirst().quarter()).isEqualTo(1);
        assertThat(tasks.getLast().dueTo()).isEqualTo("2025-12-10");
        assertThat(tasks.getLast().deadlineText()).isEqualTo("Trước ngày 10/12");
    }

    @Test
    void anEmptyCellStaysEmpty() {
        List<ProposedTask> tasks = table("""
                | 1 | Phát động phong trào thi đua | Phòng Văn hóa | Các thôn | Quý I |
                | 2 | Tập huấn nghiệp vụ thi đua | | Phòng Văn hóa | |
                """);

        assertThat(tasks.getLast().lead()).isEmpty();
        assertThat(tasks.getLast().executors()).isEmpty();
        assertThat(tasks.getLast().coordinators()).containsExactly("Phòng Văn hóa");
        assertThat(tasks.getLast().deadlineText()).isNull();
        assertThat(tasks.getLast().dueTo()).isNull();
    }

    @Test
    void aTaskWithoutLeadIsPointedOut() {
        SmallPlan plan = plan(HEADING + """
                | 1 | Phát động phong trào thi đua | Phòng Văn hóa | Các thôn | Quý I |
                | 2 | Tập huấn nghiệp vụ thi đua | | Phòng Văn hóa | Quý II |
                """);

        assertThat(plan.warnings()).containsOnlyOnce(WarningCode.TASK_WITHOUT_LEAD);
    }

    @Test
    void aRowTornOverAPageIsOneTask() {
        String heading = "TT\tNội dung công việc\tChủ trì\tThời gian\n";
        PlanProposal plan = plan(heading
                        + "1\tPhát động phong trào thi đua\tPhòng Văn hóa\tQuý I\n"
                        + "2\tKiểm tra việc thực hiện công tác thi đua,\tHội đồng Thi đua\tQuý III\n\f"
                        + heading
                        + "\tkhen thưởng tại các thôn trên địa bàn xã\t\t\n"
                        + "3\tTổng kết phong trào\tVăn phòng UBND\tQuý IV\n")
                .read();

        assertThat(plan.tasks()).extracting(ProposedTask::ordinal).containsExactly("1", "2", "3");
        assertThat(plan.tasks().get(1).text())
                .isEqualTo("Kiểm tra việc thực hiện công tác thi đua, khen thưởng tại các thôn trên địa bàn xã");
        assertThat(SmallPlan.source(plan, "tasks[1].text"))
                .isEqualTo("Kiểm tra việc thực hiện công tác thi đua,|khen thưởng tại các thôn trên địa bàn xã");
    }

    @Test
    void aQuarterRowSaysWhenTheRowsBelowAreDue() {
        List<ProposedTask> tasks = plan("""
                        | TT | Nội dung công việc | Chủ trì | Thời gian |
                        |---|---|---|---|
                        | | QUÝ I | | |
                        | 1 | Phát động phong trào thi đua | Phòng Văn hóa | Tháng 2 |
                        | | QUÝ II | | |
                        | 2 | Sơ kết phong trào thi đua | Phòng Văn hóa | |
                        """).tasks();

        assertThat(tasks).extracting(ProposedTask::ordinal).containsExactly("1", "2");
        assertThat(tasks).extracting(ProposedTask::quarter).containsExactly(1, 2);
        assertThat(tasks.getFirst().dueTo()).isEqualTo("2025-02-28");
    }

    @Test
    void aRowThatOnlyHeadsAGroupIsNoTask() {
        List<ProposedTask> tasks = table("""
                | I | Công tác tuyên truyền | | | |
                | 1 | Viết tin, bài về điển hình tiên tiến | Đài truyền thanh xã | Các thôn | Thường xuyên |
                | II | Công tác kiểm tra | | | |
                | 2 | Kiểm tra công tác thi đua tại các thôn | Hội đồng Thi đua | Các thôn | Quý III |
                """);

        assertThat(tasks).extracting(ProposedTask::ordinal).containsExactly("1", "2");
        assertThat(tasks.getFirst().dueTo()).isNull();
    }

    @Test
    void aCellMergedOverRowsSpeaksForAllOfThem() {
        List<ProposedTask> tasks = plan("""
                        <table><tr><td>TT</td><td>Nội dung công việc</td><td>Chủ trì</td><td>Thời gian</td></tr>
                        <tr><td>1</td><td>Phát động phong trào thi đua</td><td rowspan="2">Phòng Văn hóa</td><td>Quý I</td></tr>
                        <tr><td>2</td><td>Sơ kết phong trào thi đua</td><td>Quý II</td></tr>
                        <tr><td>3</td><td>Tổng kết phong trào thi đua</td><td>Văn phòng</td><td>Quý IV</td></tr></table>
                        """).tasks();

        assertThat(tasks)
                .extracting(ProposedTask::lead)
                .containsExactly(List.of("Phòng Văn hóa"), List.of("Phòng Văn hóa"), List.of("Văn phòng"));
        assertThat(tasks).extracting(ProposedTask::quarter).containsExactly(1, 2, 4);
    }

    @Test
    void markedColumnsOfQuartersSayWhen() {
        List<ProposedTask> tasks = plan("""
                        | TT | Nội dung công việc | Chủ trì | Quý I | Quý II | Quý III | Quý IV |
                        |---|---|---|---|---|---|---|
                        | 1 | Phát động phong trào thi đua | Phòng Văn hóa | x | | | |
                        | 2 | Kiểm tra công tác thi đua | Hội đồng Thi đua | | x | x | |
                        """).tasks();

        assertThat(tasks.getFirst().quarter()).isEqualTo(1);
        assertThat(tasks.getLast().quarter()).isNull();
        assertThat(tasks.getLast().dueFrom()).isEqualTo("2025-04-01");
        assertThat(tasks.getLast().dueTo()).isEqualTo("2025-09-30");
    }

    @Test
    void asAboveTakesTheCellAbove() {
        List<ProposedTask> tasks = table("""
                | 1 | Phát động phong trào thi đua | Phòng Văn hóa | Các thôn | Quý I |
                | 2 | Đăng ký danh hiệu thi đua | nt | Công an xã | nt |
                """);

        assertThat(tasks.getLast().lead()).containsExactly("Phòng Văn hóa");
        assertThat(tasks.getLast().quarter()).isEqualTo(1);
    }

    @Test
    void aScoringTableIsNoTaskTable() {
        List<ProposedTask> tasks = plan("""
                        II. NỘI DUNG
                        1. Tổ chức phát động phong trào thi đua trong toàn xã.
                        | TT | Nội dung | Điểm chuẩn | Điểm tự chấm |
                        |---|---|---|---|
                        | 1 | Thực hiện nhiệm vụ chính trị | 60 | |
                        | 2 | Tổ chức phong trào thi đua | 40 | |
                        """).tasks();

        assertThat(tasks).extracting(ProposedTask::ordinal).containsExactly("II.1");
    }

    @Test
    void oddThingsOfATableArePointedOut() {
        SmallPlan plan = plan(HEADING + """
                | 1 | Phát động phong trào thi đua | Phòng Văn hóa | Các thôn | Trước ngày 31/6/2025 |
                | 2 | Sơ kết phong trào thi đua | Phòng Văn hóa | Các thôn | Trước ngày 30/9/2025 |
                | 4 | Tổng kết phong trào thi đua | Phòng Văn hóa | Các thôn | Trước ngày 10/8/2025 |
                """);

        assertThat(plan.warnings())
                .contains(WarningCode.DATE_INVALID, WarningCode.NUMBERING_SKIPS, WarningCode.DEADLINE_ORDER);
    }

    private static List<ProposedTask> table(String rows) {
        return plan(HEADING + rows).tasks();
    }

    private static SmallPlan plan(String table) {
        return SmallPlan.with().body("I. MỤC ĐÍCH, YÊU CẦU\n1. Tạo khí thế thi đua sôi nổi.\n" + table);
    }
}
