package vn.thidua.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @Test
    void textIsComposedTrimmedAndOfOneLine() {
        String decomposed = Normalizer.normalize("  Phường\u00a0 Hòa\tBình\r\n", Normalizer.Form.NFD);
        assertThat(Text.clean(decomposed)).isEqualTo("Phường Hòa Bình");
    }

    @Test
    void controlDirectionAndZeroWidthCharactersGo() {
        assertThat(Text.clean("\ufeffA\u0000B\u200bC\u202eD\u0007E\ue000F\ud800"))
                .isEqualTo("ABCDEF");
        assertThat(Text.clean("\u200b \u0001")).isEmpty();
    }

    @Test
    void signsOutsideTheFirstPlaneStay() {
        assertThat(Text.clean(" 𠀋 ")).isEqualTo("𠀋");
    }

    @Test
    void linesStayWhereTheyAreAskedFor() {
        assertThat(Text.cleanLines("\n một  hai \r\n\r\n ba\t\u0001bốn\n")).isEqualTo("một hai\n\nba bốn");
        assertThat(Text.cleanLines("một\u2028hai")).isEqualTo("một\nhai");
    }

    @ParameterizedTest
    @CsvSource({
        "Đồng Tháp, dong thap",
        "ĐẮK LẮK, dak lak",
        "Thừa Thiên Huế, thua thien hue",
        "Nghĩa Lộ, nghia lo",
        "Ỷ La, y la",
        "Thôn 2a, thon 2a"
    })
    void foldHasNoAccents(String text, String folded) {
        assertThat(Text.fold(text)).isEqualTo(folded);
        assertThat(Text.fold(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "Hòa Bình, Hoà Bình",
        "Thủy Nguyên, Thuỷ Nguyên",
        "KHÁNH HÒA, Khánh Hoà",
        "Định Hóa, Định  Hoá",
        "Quỳnh Lưu, QUỲNH LƯU"
    })
    void namesAreTheSameWhereverTheToneMarkStands(String one, String other) {
        assertThat(Text.same(one)).isEqualTo(Text.same(other));
        assertThat(Text.same(Normalizer.normalize(one, Normalizer.Form.NFD))).isEqualTo(Text.same(other));
        assertThat(Text.sort(one)).isEqualTo(Text.sort(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Hoa, Hòa",
        "Hòa, Hóa",
        "Hòa, Họa",
        "Ban, Bân",
        "Bân, Băn",
        "Da, Đa",
        "Tư, Tu",
        "Hoà An, Hoa Àn",
        "Thôn 1, Thôn 11",
        "Tân-Lập, Tân Lập"
    })
    void otherNamesAreNotTheSame(String one, String other) {
        assertThat(Text.same(one)).isNotEqualTo(Text.same(other));
    }

    @Test
    void listsFollowTheVietnameseAlphabetTheTonesAndTheNumbers() {
        List<String> sorted = List.of(
                "2 tháng 9",
                "10 tháng 3",
                "An",
                "Anh",
                "Ăn",
                "Ân",
                "Ba",
                "Bà",
                "Bả",
                "Bã",
                "Bá",
                "Bạ",
                "Ban",
                "Cà",
                "Da",
                "Dung",
                "Đa",
                "Đà Nẵng",
                "Em",
                "Ê a",
                "Hoa",
                "Hoa Lư",
                "Hòa An",
                "Hoan",
                "Minh",
                "Nam",
                "Oanh",
                "Ôn",
                "Ơn",
                "Thôn 1",
                "Thôn 2",
                "Thôn 2a",
                "Thôn 10",
                "Thôn Đoài",
                "Tu",
                "Tư",
                "Vân",
                "Xã",
                "Yên");
        List<String> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(Comparator.comparing(Text::sort));
        assertThat(shuffled).isEqualTo(sorted);
    }
}
