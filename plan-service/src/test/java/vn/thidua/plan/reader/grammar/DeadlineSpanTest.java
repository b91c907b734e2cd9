package vn.thidua.plan.reader.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Spans of days that the words do not bound by themselves. */
class DeadlineSpanTest {

    @Test
    void aSpanThatEndsInANamedYearMayBeginInTheYearBefore() {
        DeadlineGrammar.Window window = read("Từ ngày 25/12 đến ngày 10/01/2026", 2026);
        assertThat(window.from()).isEqualTo(LocalDate.of(2025, 12, 25));
        assertThat(window.to()).isEqualTo(LocalDate.of(2026, 1, 10));
    }

    @Test
    void aSpanWithoutYearsBeginsInThePlansYear() {
        DeadlineGrammar.Window window = read("Từ 20/11 đến 20/01", 2025);
        assertThat(window.from()).isEqualTo(LocalDate.of(2025, 11, 20));
        assertThat(window.to()).isEqualTo(LocalDate.of(2026, 1, 20));
    }

    @Test
    void aDayOfAnEarlierMonthGivesNoSpanThatEndsBeforeItBegins() {
        DeadlineGrammar.Window window = read("từ 15 đến 10/6/2025", 2025);
        assertThat(window.from()).isNull();
        assertThat(window.to()).isEqualTo(LocalDate.of(2025, 6, 10));
    }

    @Test
    void twoDaysOfOneMonthAreASpan() {
        DeadlineGrammar.Window window = read("15-20/6", 2025);
        assertThat(window.from()).isEqualTo(LocalDate.of(2025, 6, 15));
        assertThat(window.to()).isEqualTo(LocalDate.of(2025, 6, 20));
    }

    private static DeadlineGrammar.Window read(String words, int planYear) {
        return Objects.requireNonNull(DeadlineGrammar.read(words, planYear), words);
    }
}
