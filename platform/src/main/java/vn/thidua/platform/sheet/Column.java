package vn.thidua.platform.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of an exported list.
 *
 * @param width in characters, 1 to 200
 * @param value of a row; null leaves the cell blank
 */
public record Column<R>(String title, Type type, int width, Function<R, @Nullable Object> value) {

    /** What a column holds, and so how a spreadsheet sorts, filters and sums it. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE,
        /** A fraction of one, shown in hundredths. */
        PERCENT
    }

    public Column {
        if (width < 1 || width > 200) {
            throw new IllegalArgumentException("width " + width);
        }
    }

    public static <R> Column<R> text(String title, int width, Function<R, @Nullable String> value) {
        return new Column<>(title, Type.TEXT, width, value::apply);
    }

    public static <R> Column<R> number(String title, int width, Function<R, @Nullable BigDecimal> value) {
        return new Column<>(title, Type.NUMBER, width, value::apply);
    }

    public static <R> Column<R> whole(String title, int width, Function<R, @Nullable Long> value) {
        return new Column<>(title, Type.NUMBER, width, row -> {
            Long number = value.apply(row);
            return number == null ? null : BigDecimal.valueOf(number);
        });
    }

    public static <R> Column<R> date(String title, Function<R, @Nullable LocalDate> value) {
        return new Column<>(title, Type.DATE, 12, value::apply);
    }

    public static <R> Column<R> percent(String title, int width, Function<R, @Nullable BigDecimal> value) {
        return new Column<>(title, Type.PERCENT, width, value::apply);
    }
}
