package vn.thidua.plan.reader.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateGrammarTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Luật ban hành ngày 26/11/2003 | 2003-11-26",
                "ngày 26-11-2003 của Chính phủ | 2003-11-26",
                "ngày 26.11.2003 | 2003-11-26",
                "ngày 05 / 6 / 2024 | 2024-06-05",
                "ngày 19 tháng 6 năm 2015 | 2015-06-19",
                "Ngày 19 Tháng 06, Năm 2015 | 2015-06-19",
                "ngày 3 tháng 02/2024 | 2024-02-03",
                "hạn 5/5 | 2031-05-05",
                "ngày 15-7 | 2031-07-15",
                "ngày 3 tháng 2 | 2031-02-03",
            })
    void aDateIsReadInEveryUsualForm(String words, LocalDate date) {
        List<DateGrammar.Written> found = DateGrammar.find(Fold.lower(words));

        assertThat(found).extracting(written -> written.in(2031)).containsExactly(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nghị định số 98/2023/NĐ-CP",
                "mục 2.1 của Kế hoạch",
                "giai đoạn 2021-2025",
                "giảm 0,5-1%/năm",
                "từ 05-10 mô hình",
                "đạt 12/15 chỉ tiêu, 30/45 xã",
                "Quý 2 tháng 4",
                "đợt 1 tháng 5",
                "tháng 6 năm 2024",
                "ngày 40/6/2024",
                "ngày 12/13/2024",
                "1.234.567 đồng",
            })
    void whatIsNoDateIsNotTakenForOne(String words) {
        // "12/15" and "30/45" have no such month
        assertThat(DateGrammar.find(Fold.lower(words))).isEmpty();
    }

    @Test
    void aYearTheTextDoesNotSayIsLeftOpen() {
        assertThat(DateGrammar.find("trước ngày 10/6 và ngày 20/11/2025"))
                .extracting(DateGrammar.Written::year)
                .containsExactly(null, 2025);
    }

    @Test
    void aDayTheCalendarDoesNotHaveIsFoundButIsNoDate() {
        DateGrammar.Written written = DateGrammar.find("ngày 31/6/2024").getFirst();

        assertThat(written.in(2024)).isNull();
    }

    @Test
    void theTwentyNinthOfFebruaryDependsOnTheYear() {
        DateGrammar.Written written = DateGrammar.find("ngày 29/02").getFirst();

        assertThat(written.in(2024)).isEqualTo("2024-02-29");
        assertThat(written.in(2025)).isNull();
    }

    @Test
    void aDateSaysWhereItsDigitsStand() {
        String words = "trước ngày 10/6/2025 gửi về";

        DateGrammar.Written written = DateGrammar.find(words).getFirst();

        assertThat(words.substring(written.from(), written.to())).isEqualTo("10/6/2025");
    }

    @Test
    void aDateIsOnlyAtAPlaceWhereItBegins() {
        assertThat(DateGrammar.at("ngày 10/6/2025", 5)).isNotNull();
        assertThat(DateGrammar.at("ngày 10/6/2025", 0)).isNull();
        assertThat(DateGrammar.at("ngày 10/6/2025", 6)).isNull();
    }
}
