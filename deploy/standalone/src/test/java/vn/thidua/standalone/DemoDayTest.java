package vn.thidua.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDayTest {

    @Test
    void daysAreCountedFromTheOneRemembered() {
        DemoDay day = new DemoDay(LocalDate.of(2027, 1, 5));

        assertThat(day.filled("${=day-10} ${=date+27} ${=iso} ${=year} ${=year-10} ${merger}"))
                .isEqualTo("26/12/2026 ngày 01 tháng 02 năm 2027 2027-01-05 2027 2026 ${merger}");
    }

    @Test
    void theDayOfTheFirstLoadingIsKept(@TempDir Path folder) throws Exception {
        Home home = new Home(folder);
        home.prepare();
        DemoDay first = DemoDay.of(home);
        Files.writeString(home.data().resolve("demo-day"), "2026-03-04\n");

        assertThat(first.day())
                .isBeforeOrEqualTo(LocalDate.now().plusDays(1))
                .isAfter(LocalDate.now().minusDays(2));
        assertThat(DemoDay.of(home).day()).isEqualTo(LocalDate.of(2026, 3, 4));
    }
}
