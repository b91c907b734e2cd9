package vn.thidua.plan.reader.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deadlines of a plan for 2025. */
class DeadlineGrammarTest {
    private static final int PLAN_YEAR = 2025;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // words | quarter | first day | last day
                "Quý II | 2 | - | -",
                "QUÝ IV/2025 | 4 | - | -",
                "Trong quý 3 | 3 | - | -",
                "Q.I | 1 | - | -",
                "Quý lI | 2 | - | -",
                "Quý I năm 2026 | 1 | 2026-01-01 | 2026-03-31",
                "Quý II, III | - | 2025-04-01 | 2025-09-30",
                "Quý III - IV/2025 | - | 2025-07-01 | 2025-12-31",
                "Tháng 3 | - | 2025-03-01 | 2025-03-31",
                "Trong tháng 01 năm 2022 | - | 2022-01-01 | 2022-01-31",
                "Tháng 02/2024 | - | 2024-02-01 | 2024-02-29",
                "T9/2025 | - | 2025-09-01 | 2025-09-30",
                "9/2025 | - | 2025-09-01 | 2025-09-30",
                "Tháng 6 - 8 | - | 2025-06-01 | 2025-08-31",
                "Từ tháng 9 đến hết tháng 11/2025 | - | 2025-09-01 | 2025-11-30",
                "Tháng 12/2025 đến tháng 01/2026 | - | 2025-12-01 | 2026-01-31",
                "Trước tháng 6 | - | - | 2025-05-31",
                "Đến hết tháng 6 | - | - | 2025-06-30",
                "Tuần thứ hai của tháng 4 | - | 2025-04-08 | 2025-04-14",
                "Tuần 4 tháng 2 | - | 2025-02-22 | 2025-02-28",
                "Trước ngày 15/6 | - | - | 2025-06-15",
                "Trước ngày 15/6/2024 | - | - | 2024-06-15",
                "Chậm nhất ngày 20 tháng 11 năm 2025 | - | - | 2025-11-20",
                "Chậm nhất là 20/11 | - | - | 2025-11-20",
                "Hoàn thành trước 30/4/2025 | - | - | 2025-04-30",
                "Xong trước ngày 10/12 | - | - | 2025-12-10",
                "Trước 16h00 ngày 05/12/2025 | - | - | 2025-12-05",
                "Từ ngày 05/5 đến 20/5/2025 | - | 2025-05-05 | 2025-05-20",
                "Từ ngày 15/12/2025 đến ngày 10/01/2026 | - | 2025-12-15 | 2026-01-10",
                "Từ 01/3 đến hết ngày 31/3 | - | 2025-03-01 | 2025-03-31",
                "15-20/6 | - | 2025-06-15 | 2025-06-20",
                "Ngày 26/3 | - | 2025-03-26 | 2025-03-26",
                "Từ ngày 01/7/2025 | - | 2025-07-01 | -",
                "6 tháng đầu năm | - | 2025-01-01 | 2025-06-30",
                "6 tháng cuối năm 2024 | - | 2024-07-01 | 2024-12-31",
                "Trong năm 2025 | - | - | 2025-12-31",
                "Cả năm | - | - | 2025-12-31",
                "Cuối năm 2026 | - | - | 2026-12-31",
            })
    void theWordsOfADeadlineAreAWindow(
            String words, @Nullable String quarter, @Nullable String from, @Nullable String to) {
        DeadlineGrammar.Window window = Objects.requireNonNull(DeadlineGrammar.read(words, PLAN_YEAR), words);

        assertThat(window.quarter()).as("quarter").isEqualTo(quarter == null ? null : Integer.valueOf(quarter));
        assertThat(String.valueOf(window.from())).as("from").isEqualTo(String.valueOf(from));
        assertThat(String.valueOf(window.to())).as("to").isEqualTo(String.valueOf(to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thường xuyên",
                "Thường xuyên trong năm",
                "Theo lộ trình",
                "Hằng tháng",
                "Hàng quý",
                "Định kỳ cuối quý",
                "Theo hướng dẫn của cấp trên",
                "Khi có yêu cầu",
                "Sau 05 ngày làm việc",
                "Ngày 31/6/2025",
            })
    void whatNamesNoDateHasNoWindow(String words) {
        assertThat(DeadlineGrammar.read(words, PLAN_YEAR)).isNull();
    }

    @Test
    void aWindowSaysWhichWordsItWasReadFrom() {
        String words = "Hoàn thành trong tháng 9/2025, báo cáo UBND xã";

        DeadlineGrammar.Window window = Objects.requireNonNull(DeadlineGrammar.read(words, PLAN_YEAR));

        assertThat(words.substring(window.start(), window.end())).isEqualTo("tháng 9/2025");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "QUÝ II | 2",
                "Quý 3 năm 2024 | 3",
                "I. QUÝ IV/2025 | 4",
                "Quý I, II | -",
                "Phát động phong trào thi đua quý II | -",
                "Quý II tổ chức sơ kết phong trào thi đua | -",
                "Tháng 5 | -",
            })
    void aHeadingOfAQuarterHoldsNothingElse(String words, @Nullable Integer quarter) {
        assertThat(DeadlineGrammar.quarterHeading(words)).isEqualTo(quarter);
    }

    @ParameterizedTest
    @CsvSource({"i,1", "iv,4", "ll,2", "|||,3", "3,3"})
    void aQuarterIsCountedByRomanNumeralsAlsoWhereTheScanSlipped(String words, int quarter) {
        assertThat(DeadlineGrammar.quarterNumber(words)).isEqualTo(quarter);
    }
}
