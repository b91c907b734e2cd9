package vn.thidua.organization.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import vn.thidua.platform.sheet.Days;

/** What one cell holds; a blank cell holds none. */
public sealed interface Value {

    /** @param text NFC, trimmed, without control characters, not empty */
    record Text(String text) implements Value {}

    /** A number that is not shown as a date. */
    record Numeric(BigDecimal number) implements Value {}

    record Day(LocalDate date) implements Value {}

    /**
     * No value to be had: an error of the sheet, or a formula that was never calculated.
     *
     * @param code as the sheet shows it, such as {@code #REF!}
     */
    record Fault(String code) implements Value {}

    /** The words of the cell as a person would type them. */
    default String words() {
        return switch (this) {
            case Text text -> text.text();
            case Numeric number -> plain(number.number());
            case Day day -> Days.written(day.date());
            case Fault fault -> fault.code();
        };
    }

    private static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.precision() - bare.scale() > 40 || bare.scale() > 40 ? bare.toString() : bare.toPlainString();
    }
}
