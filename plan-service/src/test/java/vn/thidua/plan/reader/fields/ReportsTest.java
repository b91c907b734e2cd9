package vn.thidua.plan.reader.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.plan.reader.source.Passage;

class ReportsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gửi báo cáo sơ kết 6 tháng trước ngày 10/6. | 6 tháng 2025-06-10",
                "Báo cáo tổng kết năm gửi chậm nhất ngày 20/11/2025. | năm 2025-11-20",
                "Báo cáo 6 tháng trước ngày 05/6/2025 và báo cáo năm trước ngày 20/11/2025. | 6 tháng 2025-06-05, năm 2025-11-20",
                "Báo cáo quý I gửi trước ngày 15/3. | quý I 2025-03-15",
                "Hồ sơ đề nghị khen thưởng gửi về Phòng Nội vụ trước ngày 30/11. | hồ sơ khen thưởng 2025-11-30",
                "Nộp sáng kiến về Hội đồng chậm nhất ngày 15/10/2025. | sáng kiến 2025-10-15",
                "Báo cáo đợt 1 trước ngày 20/3, đợt 2 trước ngày 20/9. | đợt 1 2025-03-20, đợt 2 2025-09-20",
            })
    void aReportIsDueOnADay(String sentence, String expected) {
        assertThat(find(sentence)).containsExactlyElementsOf(Arrays.asList(expected.split(", ")));
    }

    @Test
    void ofTwoPlainReportsTheEarlierIsThatOfSixMonths() {
        assertThat(find("Báo cáo kết quả thực hiện trước ngày 10/6 và trước ngày 10/12."))
                .containsExactly("6 tháng 2025-06-10", "năm 2025-12-10");
    }

    @Test
    void aReportAndTheDossiersBesideItAreTwo() {
        assertThat(find("Gửi báo cáo tổng kết năm và hồ sơ đề nghị khen thưởng trước ngày 25/11/2025."))
                .containsExactlyInAnyOrder("năm 2025-11-25", "hồ sơ khen thưởng 2025-11-25");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Căn cứ Báo cáo số 15/BC-UBND ngày 12/01/2025 của UBND xã.",
                "Tổ chức hội nghị tổng kết trước ngày 20/12/2025.",
                "Báo cáo kết quả theo quy định.",
                "Xây dựng dự thảo báo cáo tổng kết trước ngày 01/12/2025.",
                "Các đơn vị báo cáo tháng trước ngày 25 hằng tháng.",
            })
    void whatIsNotSentByADayIsNoReport(String sentence) {
        assertThat(find(sentence)).isEmpty();
    }

    @Test
    void oneReportNamedTwiceIsOne() {
        assertThat(find(
                        "Báo cáo 6 tháng gửi trước ngày 10/6/2025.",
                        "Các thôn gửi báo cáo 6 tháng trước ngày 10/6/2025."))
                .hasSize(1);
    }

    private static List<String> find(String... paragraphs) {
        List<Passage> passages = Arrays.stream(paragraphs)
                .map(words -> Passage.of(words, 0, words.length()))
                .toList();
        return Reports.find(passages, List.of(), 2025, SmallPlan.budget()).stream()
                .map(report -> report.kind() + " " + report.due())
                .toList();
    }
}
