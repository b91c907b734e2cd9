package vn.thidua.plan.reader.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "**KẾ HOẠCH** ~ KẾ HOẠCH",
                "## II. NỘI DUNG ~ II. NỘI DUNG",
                "> Trích yếu ~ Trích yếu",
                "phong trào *“Dân vận khéo”* ~ phong trào “Dân vận khéo”",
                "***Nơi nhận:*** ~ Nơi nhận:",
                "__Lưu__: VT ~ Lưu: VT",
                "<b>Lưu</b>: <span style='x'>VT</span> ~ Lưu: VT",
                "Phòng Nội vụ<br/>Công an xã ~ Phòng Nội vụ Công an xã",
                "1\\. Mục đích ~ 1. Mục đích",
                "| Nơi nhận: | ~ Nơi nhận:",
                "![](anh.png) Kế hoạch ~ Kế hoạch",
            })
    void marksOfMarkdownAreNoWords(String line, String words) {
        assertThat(of(line).words()).hasToString(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "tỷ lệ < 5% và > 2% ~ tỷ lệ < 5% và > 2%",
                "* Phòng Nội vụ ~ * Phòng Nội vụ",
                "a_b ~ a_b",
                "Số:     /KH-UBND ~ Số:     /KH-UBND",
            })
    void whatOnlyLooksLikeAMarkStays(String line, String words) {
        assertThat(of(line).words()).hasToString(words);
    }

    @Test
    void aLineIsBoldWhenAllOfItIs() {
        assertThat(of("**I. MỤC ĐÍCH**").bold()).isTrue();
        assertThat(of("# KẾ HOẠCH").bold()).isTrue();
        assertThat(of("**Lưu**: văn thư và các đơn vị").bold()).isFalse();
        assertThat(of("Lưu: VT").bold()).isFalse();
    }

    private static MarkdownWords of(String line) {
        return MarkdownWords.of(line, 0, line.length());
    }
}
