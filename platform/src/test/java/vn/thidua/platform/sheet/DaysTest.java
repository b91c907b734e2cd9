package vn.thidua.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01/07/2025",
                "1/7/2025",
                "1-7-2025",
                "01.07.2025",
                "2025-07-01",
                "2025-07-01T00:00:00",
                "2025-07-01 00:00:00.000",
                "ngày 1 tháng 7 năm 2025",
                " 1 tháng 7 năm 2025 "
            })
    void everyWayToWriteADayIsRead(String text) {
        assertThat(Days.read(text)).contains(LocalDate.of(2025, 7, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31/02/2025", "29/02/2025", "2025-13-01", "00/01/2025", "07/2025", "2025", "hôm nay", "1/7/25"})
    void whatIsNoDayIsNotMadeOne(String text) {
        assertThat(Days.read(text)).isEmpty();
    }

    @Test
    void aDayIsWrittenDayFirst() {
        assertThat(Days.written(LocalDate.of(2025, 7, 1))).isEqualTo("01/07/2025");
    }
}
