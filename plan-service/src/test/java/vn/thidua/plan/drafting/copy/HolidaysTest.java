package vn.thidua.plan.drafting.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {

    private final Holidays holidays = Holidays.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-04-30",
                "2026-05-01",
                "2026-09-02",
                "2040-09-02",
                "2026-02-17",
                "2026-04-26",
                // one day earlier than in China
                "2030-02-02"
            })
    void aHolidayIsNamedWithItsArticle(LocalDate day) {
        assertThat(holidays.on(day)).hasValueSatisfying(holiday -> {
            assertThat(holiday.sure()).isTrue();
            assertThat(holiday.article()).contains("Điều 112", "45/2019/QH14");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09-01", "2026-09-03"})
    void ofTheDaysBesideTheNationalDayOneIsChosenEachYear(LocalDate day) {
        assertThat(holidays.on(day))
                .hasValueSatisfying(holiday -> assertThat(holiday.sure()).isFalse());
    }

    @Test
    void whatIsDecidedAnewEachYearIsNotGuessed() {
        assertThat(holidays.on(LocalDate.of(2026, 2, 18))).isEmpty();
        assertThat(holidays.on(LocalDate.of(2040, 2, 12)))
                .as("the first of a lunar year not listed")
                .isEmpty();
        assertThat(holidays.on(LocalDate.of(2026, 7, 1))).isEmpty();
    }
}
