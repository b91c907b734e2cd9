package vn.thidua.plan.reader.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.plan.reader.PlanProposal.ProposedTask;
import vn.thidua.plan.reader.WarningCode;

class OutlineTasksTest {

    @Test
    void theItemsOfTheContentAndTheAssignmentsAreTheTasks() {
        List<ProposedTask> tasks = tasks("""
                I. MỤC ĐÍCH, YÊU CẦU
                1. Tạo khí thế thi đua sôi nổi trong toàn xã.
                2. Bảo đảm thiết thực, hiệu quả, tránh hình thức.
                II. NỘI DUNG THI ĐUA
                1. Tổ chức phát động phong trào thi đua ngay từ đầu năm.
                2. Nâng cao chất lượng công tác khen thưởng.
                III. KINH PHÍ THỰC HIỆN
                1. Từ nguồn ngân sách xã.
                IV. TỔ CHỨC THỰC HIỆN
                1. Phòng Văn hóa - Xã hội theo dõi, đôn đốc việc thực hiện.
                2. Giao Công an xã phát động phong trào riêng.
                """);

        assertThat(tasks).extracting(ProposedTask::ordinal).containsExactly("II.1", "II.2", "IV.1", "IV.2");
        assertThat(tasks.get(2).executors()).containsExactly("Phòng Văn hóa - Xã hội");
        assertThat(tasks.get(3).executors()).containsExactly("Công an xã");
    }

    @Test
    void belowBareHeadingsTheSubItemsAreTheTasks() {
        List<ProposedTask> tasks = tasks("""
                II. NỘI DUNG
                1. Công tác thi đua
                a) Tổ chức phát động phong trào thi đua trong toàn xã.
                b) Đăng ký danh hiệu thi đua theo quy định.
                2. Công tác khen thưởng
                2.1. Khen thưởng kịp thời, đúng người, đúng việc.
                2.2. Quan tâm khen thưởng người trực tiếp lao động.
                """);

        assertThat(tasks).extracting(ProposedTask::ordinal).containsExactly("II.1.a", "II.1.b", "II.2.1", "II.2.2");
    }

    @Test
    void dashesBelowAnItemBelongToIt() {
        List<ProposedTask> tasks = tasks("""
                II. NỘI DUNG
                1. Tổ chức phát động phong trào thi đua trong toàn xã:
                - Đợt một chào mừng ngày thành lập Đảng;
                - Đợt hai chào mừng Quốc khánh.
                2. Nâng cao chất lượng công tác khen thưởng.
                """);

        assertThat(tasks).extracting(ProposedTask::ordinal).containsExactly("II.1", "II.2");
        assertThat(tasks.getFirst().text()).contains("ngày thành lập Đảng").endsWith("Quốc khánh.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Phòng Nội vụ chủ trì, phối hợp với Công an xã kiểm tra các thôn. | Phòng Nội vụ | - | Công an xã",
                "Giao Phòng Nội vụ: theo dõi, đôn đốc việc thực hiện. | - | Phòng Nội vụ | -",
                "Đề nghị Hội Nông dân xã vận động hội viên tham gia. | - | Hội Nông dân xã | -",
                "Các thôn, trường học tổ chức đăng ký thi đua. | - | Các thôn, trường học | -",
                "Tổ chức đăng ký thi đua trong toàn xã. | - | - | -",
                "Kiểm tra, đôn đốc các thôn thực hiện nhiệm vụ. | - | - | -",
            })
    void whoActsStandsInTheSentence(
            String sentence, @Nullable String lead, @Nullable String executors, @Nullable String coordinators) {
        List<ProposedTask> tasks = tasks("IV. TỔ CHỨC THỰC HIỆN\n1. " + sentence);

        assertThat(tasks).hasSize(1);
        assertThat(tasks.getFirst().lead()).isEqualTo(list(lead));
        assertThat(tasks.getFirst().executors()).isEqualTo(list(executors));
        assertThat(tasks.getFirst().coordinators()).isEqualTo(list(coordinators));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Tổ chức ký kết giao ước thi đua trước ngày 28/02. | - | 2025-02-28 | -",
                "Tổ chức kiểm tra tại các thôn trong quý III. | - | - | 3",
                "Thường xuyên tuyên truyền gương người tốt. | - | - | -",
                "Họp hội đồng trước ngày 10/6 và trước ngày 10/12. | - | - | -",
            })
    void theOneDeadlineOfASentenceIsThatOfTheTask(
            String sentence, @Nullable String from, @Nullable String to, @Nullable Integer quarter) {
        ProposedTask task = tasks("II. NỘI DUNG\n1. " + sentence).getFirst();

        assertThat(String.valueOf(task.dueFrom())).isEqualTo(String.valueOf(from));
        assertThat(String.valueOf(task.dueTo())).isEqualTo(String.valueOf(to));
        assertThat(task.quarter()).isEqualTo(quarter);
    }

    @Test
    void labelsSayWhoAndWhen() {
        ProposedTask task = tasks("""
                        II. NỘI DUNG
                        1. Tổ chức phát động phong trào thi đua trong toàn xã
                        - Chủ trì: Phòng Văn hóa - Xã hội
                        - Phối hợp: Công an xã; các thôn
                        - Thời gian: Quý I
                        """).getFirst();

        assertThat(task.text()).isEqualTo("Tổ chức phát động phong trào thi đua trong toàn xã");
        assertThat(task.lead()).containsExactly("Phòng Văn hóa - Xã hội");
        assertThat(task.coordinators()).containsExactly("Công an xã", "các thôn");
        assertThat(task.quarter()).isEqualTo(1);
        assertThat(task.deadlineText()).isEqualTo("Quý I");
    }

    @Test
    void theHeadingOfAQuarterIsThatOfTheItemsBelow() {
        List<ProposedTask> tasks = tasks("""
                II. TIẾN ĐỘ THỰC HIỆN
                1. Quý I
                - Tổ chức phát động phong trào thi đua trong toàn xã.
                - Đăng ký danh hiệu thi đua với huyện.
                2. Quý II
                - Sơ kết phong trào thi đua 6 tháng đầu năm.
                """);

        assertThat(tasks).extracting(ProposedTask::quarter).containsExactly(1, 1, 2);
    }

    @Test
    void aPlanWithoutTasksIsPointedOut() {
        SmallPlan plan = SmallPlan.with().body("I. MỤC ĐÍCH, YÊU CẦU\n1. Tạo khí thế thi đua sôi nổi trong toàn xã.\n");

        assertThat(plan.tasks()).isEmpty();
        assertThat(plan.warnings()).contains(WarningCode.NO_TASKS);
    }

    @Test
    void numberingThatSkipsIsPointedOut() {
        assertThat(SmallPlan.with()
                        .body(
                                "II. NỘI DUNG\n1. Phát động phong trào thi đua trong toàn xã.\n3. Tổng kết phong trào thi đua cuối năm.\n")
                        .warnings())
                .contains(WarningCode.NUMBERING_SKIPS);
        assertThat(SmallPlan.with().warnings()).doesNotContain(WarningCode.NUMBERING_SKIPS);
    }

    private static List<String> list(@Nullable String unit) {
        return unit == null ? List.of() : List.of(unit);
    }

    private static List<ProposedTask> tasks(String body) {
        return SmallPlan.with().body(body).tasks();
    }
}
