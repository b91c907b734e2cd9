package vn.thidua.organization.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void theToneMarkMayStandOnEitherVowel() {
        assertThat(Wording.key("Xã Hoà Bình")).isEqualTo(Wording.key("XÃ HÒA  BÌNH"));
        assertThat(Wording.key("Thuỵ Khuê")).isEqualTo(Wording.key("Thụy Khuê"));
        assertThat(Wording.key("khoẻ")).isEqualTo(Wording.key("khỏe"));
    }

    @Test
    void otherTonesAreOtherNames() {
        assertThat(Wording.key("Hòa")).isNotEqualTo(Wording.key("Hóa"));
        assertThat(Wording.key("Quý")).isNotEqualTo(Wording.key("Qúy").substring(0, 2));
        assertThat(Wording.key("Quỳ")).isEqualTo("quỳ");
    }

    @Test
    void decomposedLettersAreComposed() {
        assertThat(Wording.clean("Xa\u0303 Ho\u0300a")).isEqualTo("Xã Hòa");
    }

    @Test
    void blanksAndControlCharactersOfAllKindsGo() {
        assertThat(Wording.clean("\u00a0 Thôn\t\n1\u200b\u0007 ")).isEqualTo("Thôn 1");
        assertThat(Wording.clean(" a  b ")).isEqualTo("a b");
    }

    @Test
    void bareWordsHaveNoMarks() {
        assertThat(Wording.bare("Đặng Thị ƯỚT")).isEqualTo("dang thi uot");
    }
}
