package vn.thidua.organization.view.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.thidua.organization.domain.unit.UnitKind;

class UnitRowTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);

    private static UnitRow until(LocalDate until) {
        return new UnitRow(
                "u",
                UnitKind.COMMUNE,
                "home",
                FIRST,
                until,
                null,
                false,
                true,
                null,
                0,
                List.of(new UnitRow.Naming(FIRST, "Xã A", "1")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void aUnitUntilTheLastOfAllDaysDoesNotEnd() {
        var forest = new Forest(Map.of("u", until(LocalDate.MAX)));
        assertThat(forest.tree().isUnder("u", "u", FIRST)).isTrue();
    }

    @Test
    void aUnitStandsOnItsLastDayAndNotOnTheNext() {
        var forest = new Forest(Map.of("u", until(FIRST)));
        assertThat(forest.tree().isUnder("u", "u", FIRST)).isTrue();
        assertThat(forest.tree().isUnder("u", "u", FIRST.plusDays(1))).isFalse();
    }
}
