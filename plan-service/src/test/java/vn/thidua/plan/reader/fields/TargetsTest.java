package vn.thidua.plan.reader.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.plan.reader.source.Passage;

class TargetsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // clause | comparator value..max unit | year
                "Phấn đấu 100% cán bộ đăng ký thi đua | = 100 % | -",
                "Phấn đấu ít nhất 90% số hộ đạt gia đình văn hóa | >= 90 % | -",
                "Tỷ lệ khen thưởng người lao động đạt từ 60% trở lên | >= 60 % | -",
                "Giảm tỷ lệ hộ nghèo xuống dưới 2,5% | < 2.5 % | -",
                "Tỷ lệ khen lãnh đạo không quá 20% | <= 20 % | -",
                "Thu ngân sách vượt trên 5% dự toán | > 5 % | -",
                "Phấn đấu tỷ lệ đạt 40% đến 50% | between 40..50 % | -",
                "Phấn đấu giảm 0,5-1%/năm | between 0.5..1 %/năm | -",
                "Phấn đấu đến năm 2030 có ít nhất 75% số xã đạt chuẩn | >= 75 % | 2030",
                "Mỗi thôn giới thiệu ít nhất 01 gương người tốt | >= 1 gương | -",
                "Phấn đấu có 1.250 hộ đạt chuẩn | = 1250 hộ | -",
                "Phấn đấu xây dựng 3-5 mô hình | between 3..5 mô hình | -",
            })
    void aTargetIsANumberWithItsUnitAndItsDirection(String clause, String expected, @Nullable Integer byYear) {
        List<Targets.Target> found = find(clause);

        assertThat(found).hasSize(1);
        Targets.Target target = found.getFirst();
        String max = target.valueMax() == null ? "" : ".." + target.valueMax();
        assertThat(target.comparator() + " " + target.value() + max + " " + target.unit())
                .isEqualTo(expected);
        assertThat(target.byYear()).isEqualTo(byYear);
    }

    @Test
    void everyClauseIsATargetOfItsOwn() {
        List<Targets.Target> found =
                find("Thu ngân sách đạt từ 105% dự toán trở lên; tỷ lệ hộ nghèo giảm còn dưới 2%.");

        assertThat(found)
                .extracting(target -> target.text().toString())
                .containsExactly("Thu ngân sách đạt từ 105% dự toán trở lên", "tỷ lệ hộ nghèo giảm còn dưới 2%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thực hiện Nghị định số 98/2023/NĐ-CP ngày 31/12/2023",
                "Báo cáo trước ngày 10/6/2025",
                "Tổ chức 02 hội nghị trong năm",
                "Đề nghị khen thưởng không quá 05 tập thể",
                "Năm 2025 là năm thứ 5 thực hiện Nghị quyết",
                "Giai đoạn 2021 - 2025",
            })
    void datesNumbersOfDocumentsAndQuotasAreNoTargets(String words) {
        assertThat(find(words)).isEmpty();
    }

    @Test
    void whatWasReachedBeforeIsNoTarget() {
        assertThat(find("Phấn đấu 95% hộ đạt chuẩn (năm 2024: 93%)"))
                .extracting(target -> target.value().intValue())
                .containsExactly(95);
    }

    @Test
    void belowAHeadingOfTargetsACountNeedsNoFurtherWord() {
        assertThat(find("3. Chỉ tiêu thi đua", "- Xây dựng 02 mô hình điểm"))
                .extracting(target -> target.value().intValue())
                .containsExactly(2);
        assertThat(find("3. Giải pháp", "- Xây dựng 02 mô hình điểm")).isEmpty();
    }

    @Test
    void aTargetSaysWhereItsNumberStands() {
        String words = "Phấn đấu ít nhất 90% số hộ";
        Targets.Target target = Targets.find(List.of(Passage.of(words, 0, words.length())), SmallPlan.budget())
                .getFirst();

        assertThat(target.number().ranges(words))
                .extracting(range -> words.substring(range.start(), range.end()))
                .containsExactly("90%");
    }

    private static List<Targets.Target> find(String... paragraphs) {
        return Targets.find(
                Arrays.stream(paragraphs)
                        .map(words -> Passage.of(words, 0, words.length()))
                        .toList(),
                SmallPlan.budget());
    }
}
