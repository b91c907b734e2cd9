package vn.thidua.plan.reader.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.plan.reader.source.Passage;

class UnitPhrasesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Phòng Nội vụ theo dõi, đôn đốc việc thực hiện | Phòng Nội vụ",
                "Phòng Tài chính - Kế hoạch tham mưu bố trí kinh phí | Phòng Tài chính - Kế hoạch",
                "Các thôn, cơ quan, đơn vị xây dựng kế hoạch | Các thôn, cơ quan, đơn vị",
                "Công an xã, Ban Chỉ huy Quân sự xã chủ trì, phối hợp | Công an xã, Ban Chỉ huy Quân sự xã",
                "Trung tâm Văn hóa, Thông tin - Thể thao: tuyên truyền | Trung tâm Văn hóa, Thông tin - Thể thao",
                "Đoàn kiểm tra tổ chức kiểm tra tại các trường | Đoàn kiểm tra",
                "Ủy ban Mặt trận Tổ quốc Việt Nam xã và các đoàn thể vận động | Ủy ban Mặt trận Tổ quốc Việt Nam xã và các đoàn thể",
                "Trưởng các thôn (12 thôn) có trách nhiệm triển khai | Trưởng các thôn (12 thôn)",
                "Văn phòng HĐND và UBND xã. Các đơn vị khác | Văn phòng HĐND và UBND xã",
            })
    void aUnitEndsBeforeTheVerbTheColonOrTheFullStop(String words, String unit) {
        int end = UnitPhrases.end(passage(words), Fold.lower(words), 0);

        assertThat(words.substring(0, end)).isEqualTo(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hội nghị tổng kết",
                "xã hội hóa nguồn lực",
                "Tổ chức phát động",
                "Ban hành kế hoạch",
                "Báo cáo kết quả",
                "Phòng, chống tham nhũng",
                "Trường hợp vướng mắc",
                "đoàn kết một lòng",
                "Phát động phong trào",
            })
    void wordsThatBeginLikeAUnitNeedNotBeOne(String words) {
        assertThat(UnitPhrases.beginsAt(Fold.lower(words), 0)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Phòng Nội vụ; Phòng Tư pháp | Phòng Nội vụ / Phòng Tư pháp",
                "Phòng Nội vụ, Phòng Tư pháp và Công an xã | Phòng Nội vụ / Phòng Tư pháp / Công an xã",
                "Các cơ quan, đơn vị; các thôn | Các cơ quan, đơn vị / các thôn",
                "Văn phòng HĐND và UBND xã | Văn phòng HĐND và UBND xã",
                "Sở Văn hóa, Thể thao và Du lịch | Sở Văn hóa, Thể thao và Du lịch",
                "Hội đồng Thi đua - Khen thưởng xã; các thôn | Hội đồng Thi đua - Khen thưởng xã / các thôn",
                "Các đoàn thể (Hội Nông dân, Hội Phụ nữ); Công an xã | Các đoàn thể (Hội Nông dân, Hội Phụ nữ) / Công an xã",
            })
    void aListIsCutWhereAnotherUnitBegins(String list, String units) {
        assertThat(strings(UnitPhrases.split(passage(list))))
                .containsExactlyElementsOf(Arrays.asList(units.split(" / ")));
    }

    @Test
    void theLinesAndDashesOfACellAreUnitsOfTheirOwn() {
        List<Passage> units =
                UnitPhrases.inCell(List.of(passage("- Phòng Nội vụ; - Phòng Tư pháp"), passage("+ Các thôn.")));

        assertThat(strings(units)).containsExactly("Phòng Nội vụ", "Phòng Tư pháp", "Các thôn");
    }

    @Test
    void theDashInsideANameDoesNotCutIt() {
        assertThat(strings(UnitPhrases.inCell(List.of(passage("Phòng Văn hóa - Xã hội")))))
                .containsExactly("Phòng Văn hóa - Xã hội");
    }

    @Test
    void marksAroundAUnitDoNotBelongToIt() {
        assertThat(UnitPhrases.trimmed(passage("- Các thôn; "))).hasToString("Các thôn");
        assertThat(UnitPhrases.trimmed(passage(" ;. "))).hasToString("");
    }

    private static List<String> strings(List<Passage> passages) {
        return passages.stream().map(Passage::toString).toList();
    }

    private static Passage passage(String words) {
        return Passage.of(words, 0, words.length());
    }
}
