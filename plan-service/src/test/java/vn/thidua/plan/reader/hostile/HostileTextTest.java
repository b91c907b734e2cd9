package vn.thidua.plan.reader.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.plan.reader.Reading;
import vn.thidua.plan.reader.intake.RefusalReason;

/**
 * Text that is one thing over and over ends in time.
 *
 * <p>{@code -Dreader.hostile=5000} takes texts of so many kilobytes; as they stand the tests are for every build.
 */
class HostileTextTest {
    private static final int BYTES = Integer.getInteger("reader.hostile", 60) * 1000;

    static List<Arguments> units() {
        List<Arguments> units = new ArrayList<>();
        HostileText.units().forEach((name, unit) -> units.add(Arguments.argumentSet(name, unit)));
        return units;
    }

    /** Too slow is an answer for megabytes of it; too much memory is none: something recursed. */
    private static void reads(String text) {
        Reading reading = Guarded.read(text);
        if (reading instanceof Reading.Refused refused) {
            assertThat(refused.reason()).isNotEqualTo(RefusalReason.TOO_MUCH_MEMORY);
        }
    }

    @ParameterizedTest
    @MethodSource("units")
    void oneThingOverAndOverOnOneLineIsReadOrRefused(String unit) {
        reads(HostileText.line(unit, BYTES));
    }

    @ParameterizedTest
    @MethodSource("units")
    void oneThingOverAndOverOnManyLinesIsReadOrRefused(String unit) {
        reads(HostileText.lines(unit, BYTES));
    }

    @ParameterizedTest
    @MethodSource("units")
    void anItemOfOneThingOverAndOverIsReadOrRefused(String unit) {
        reads(HostileText.item(unit, BYTES));
    }

    @ParameterizedTest
    @MethodSource("units")
    void aRowOfOneThingOverAndOverIsReadOrRefused(String unit) {
        reads(HostileText.row(unit, BYTES));
    }

    @ParameterizedTest
    @MethodSource("units")
    void aClosingOfOneThingOverAndOverIsReadOrRefused(String unit) {
        reads(HostileText.closing(unit, BYTES));
    }
}
