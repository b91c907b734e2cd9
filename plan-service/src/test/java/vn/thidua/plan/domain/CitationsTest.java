package vn.thidua.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "294/KH-UBND",
                "294/kh-ubnd",
                " 294 / KH – UBND ",
                "Số: 294/KH-UBND",
                "số 294/KH-UBND",
                "294-KH/UBND",
                "0294/KH—UBND",
                "294\u00a0/KH\u2011UBND"
            })
    void aNumberIsTheSameHoweverItIsWritten(String number) {
        assertThat(Citations.number(number)).isEqualTo("294-kh-ubnd");
        assertThat(Citations.sameNumber(number, "294/KH-UBND")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "294/KH-UBND, 295/KH-UBND",
        "294/KH-UBND, 294/KH-HĐND",
        "294/KH-UBND, 29/4KH-UBND",
        "294/KH-UBND, 2940/KH-UBND",
        "12/2024/QĐ-UBND, 12/2025/QĐ-UBND"
    })
    void otherNumbersStayOthers(String one, String other) {
        assertThat(Citations.sameNumber(one, other)).isFalse();
    }

    @Test
    void whatHasNoDigitAndNoLetterIsNoNumber() {
        assertThat(Citations.sameNumber("…/…", "--")).isFalse();
        assertThat(Citations.sameNumber("05/QĐ-UBND", "5/QD-UBND")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "UBND huyện Thanh Lâm, Huyện Thanh Lâm",
        "Ủy ban nhân dân huyện Thanh Lâm, Huyện Thanh Lâm",
        "Uỷ ban nhân dân huyện Thanh Lâm, Huyện Thanh Lâm",
        "ỦY BAN NHÂN DÂN HUYỆN THANH LÂM, Huyện Thanh Lâm",
        "Chủ tịch UBND huyện Thanh Lâm, Huyện Thanh Lâm",
        "UBND H. Thanh Lâm, Huyện Thanh Lâm",
        "huyện Thanh Lâm, UBND huyện Thanh Lâm",
        "UBND Thanh Lâm, Huyện Thanh Lâm",
        "UBND huyện, Huyện Thanh Lâm",
        "UBND huyen Thanh Lam, Huyện Thanh Lâm",
        "UBND TP. Hoà Lạc, Thành phố Hòa Lạc",
        "UBND thị xã Bến Ngự, Thị xã Bến Ngự",
        "Sở Nội vụ tỉnh Lam Sơn, Sở Nội vụ",
        "Sở Văn hóa - Thể thao và Du lịch, 'Sở Văn hoá, Thể thao và Du lịch'"
    })
    void theWordsForAnIssuerMeanTheUnit(String words, String unit) {
        assertThat(Citations.mayMean(words, unit)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "UBND huyện Thanh Lâm, Huyện Thanh Liêm",
        "UBND huyện Thanh Lâm, Xã Thanh Lâm",
        "UBND tỉnh, Huyện Thanh Lâm",
        "UBND xã Hóa An, Xã Hòa An",
        "UBND, Huyện Thanh Lâm",
        "Sở Nội vụ, Sở Tài chính",
        "Huyện ủy Thanh Lâm, Huyện Thanh Lâm",
        "HĐND huyện Thanh Lâm, Huyện Thanh Lâm",
        "Phòng Nội vụ và Lao động, Phòng Nội vụ"
    })
    void theWordsForAnotherIssuerDoNot(String words, String unit) {
        assertThat(Citations.mayMean(words, unit)).isFalse();
    }
}
