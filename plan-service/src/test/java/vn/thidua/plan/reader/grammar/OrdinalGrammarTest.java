package vn.thidua.plan.reader.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.plan.reader.grammar.OrdinalGrammar.Ordinal;
import vn.thidua.plan.reader.source.Passage;

class OrdinalGrammarTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Phần thứ hai NỘI DUNG | PART | II | NỘI DUNG",
                "PHẦN I. MỤC ĐÍCH | PART | I | MỤC ĐÍCH",
                "A. MỤC ĐÍCH | UPPER_LETTER | A | MỤC ĐÍCH",
                "Đ. Khen thưởng | UPPER_LETTER | Đ | Khen thưởng",
                "II. NỘI DUNG | ROMAN | II | NỘI DUNG",
                "IV/ Tổ chức thực hiện | ROMAN | IV | Tổ chức thực hiện",
                "III - NHIỆM VỤ | ROMAN | III | NHIỆM VỤ",
                "Điều 3. Tổ chức thực hiện | ARTICLE | 3 | Tổ chức thực hiện",
                "1. Mục đích | DECIMAL | 1 | Mục đích",
                "12/ Các thôn | DECIMAL | 12 | Các thôn",
                "3) Phòng Nội vụ | DECIMAL | 3 | Phòng Nội vụ",
                "1.2. Yêu cầu | DOTTED | 1.2 | Yêu cầu",
                "2.1.3 Hội Nông dân | DOTTED | 2.1.3 | Hội Nông dân",
                "a) Phát động thi đua | LETTER | a | Phát động thi đua",
                "đ. Tổng kết | LETTER | đ | Tổng kết",
            })
    void aParagraphBeginsWithItsOrdinal(String words, OrdinalGrammar.Kind kind, String label, String rest) {
        Ordinal ordinal = Objects.requireNonNull(of(words), words);

        assertThat(ordinal.kind()).isEqualTo(kind);
        assertThat(ordinal.label()).isEqualTo(label);
        assertThat(words.substring(ordinal.length())).isEqualTo(rest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- Phát động", "+ Sơ kết", "• Tổng kết", "– Kiểm tra", "* Khen thưởng"})
    void aDashOpensAnItemWithoutNumber(String words) {
        Ordinal ordinal = Objects.requireNonNull(of(words), words);

        assertThat(ordinal.kind()).isEqualTo(OrdinalGrammar.Kind.BULLET);
        assertThat(ordinal.label()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100% cán bộ đăng ký thi đua",
                "19.5.2025 là ngày kỷ niệm",
                "Vi phạm quy chế thi đua",
                "Xã Đông Lưu",
                "Phòng Nội vụ",
                "phần việc được giao",
                "năm 2025",
                "C",
                "",
            })
    void whatOnlyLooksLikeAnOrdinalIsNone(String words) {
        assertThat(of(words)).isNull();
    }

    @Test
    void aDottedOrdinalIsAsDeepAsItHasNumbers() {
        assertThat(of("3.1. Công an xã")).extracting(Ordinal::depth).isEqualTo(2);
        assertThat(of("3.1.4. Công an xã")).extracting(Ordinal::depth).isEqualTo(3);
        assertThat(of("3. Công an xã")).extracting(Ordinal::depth).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"I,1", "iv,4", "IX,9", "XIV,14", "XL,40", "A,0", "'',0"})
    void romanNumeralsCount(String label, int value) {
        assertThat(OrdinalGrammar.roman(label)).isEqualTo(value);
    }

    private static @Nullable Ordinal of(String words) {
        return OrdinalGrammar.of(Passage.of(words, 0, words.length()));
    }
}
