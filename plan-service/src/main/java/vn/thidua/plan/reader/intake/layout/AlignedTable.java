package vn.thidua.plan.reader.intake.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tables without lines: columns stand apart by white that goes through all rows.
 *
 * <p>A table begins with a heading row, either one that starts with "TT" or "STT" or one of three columns and more. Its
 * gaps are followed downwards; each further line may narrow a gap but not close it. A line that closes one is a row that
 * spans columns if the table goes on after it, else it is the first line after the table. Rows begin where the first
 * column has an ordinal, else at a wider vertical distance, else where the first column has words.
 *
 * <p>Nothing is known here of letters or of a page: coordinates may be points or columns of characters.
 */
public final class AlignedTable {
    private static final Pattern ORDINAL =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,2})*+[.)]?|[IVXLC]{1,6}[.)]?|[a-zđ][.)]|[A-ZĐ][.)]?|[-–+*•]");

    private AlignedTable() {}

    /**
     * Words that stand together, the smallest piece that is never cut.
     *
     * @param payload what the caller wants back
     */
    public record Fragment<T>(double left, double right, T payload) {}

    /**
     * @param fragments from left to right, not empty
     * @param top distance from the top, growing from line to line
     */
    public record Line<T>(List<Fragment<T>> fragments, double top) {
        public Line {
            fragments = List.copyOf(fragments);
        }
    }

    /**
     * @param lines the fragments of the cell line by line; empty for an empty cell
     */
    public record Cell<T>(int column, int columnSpan, List<List<Fragment<T>>> lines) {
        public Cell {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param first index of the first line that belongs to the table
     * @param end index after the last one
     * @param rows the heading row first; every row covers all columns
     */
    public record Found<T>(int first, int end, List<List<Cell<T>>> rows) {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    /**
     * How the coordinates are to be understood.
     *
     * @param columnGap least white between two columns of the heading row
     * @param leastGap least white that must be left of it in the other rows
     * @param blank white up to this width may be between words of one cell
     * @param pitch usual distance of two lines of one cell
     */
    public record Metric(double columnGap, double leastGap, double blank, double pitch) {
        /** For monospaced text, one character one unit. */
        public static final Metric CHARACTERS = new Metric(2, 1, 1, 1);
    }

    /** All tables among these lines, from top to bottom. */
    public static <T> List<Found<T>> find(List<Line<T>> lines, Metric metric, Function<T, String> words) {
        List<Found<T>> found = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < lines.size(); i++) {
            AlignedColumns<T> columns = new AlignedColumns<>(lines, metric, words, i);
            if (!columns.mayHead() || !columns.follow()) {
                continue;
            }
            int first = columns.headingFrom(free);
            found.add(new Found<>(first, columns.end, new AlignedRows<>(columns, first).rows()));
            free = columns.end;
            i = columns.end - 1;
        }
        return found;
    }

    /** The table whose heading is the first of these lines, or null. */
    public static <T> @Nullable Found<T> first(List<Line<T>> lines, Metric metric, Function<T, String> words) {
        AlignedColumns<T> columns = new AlignedColumns<>(lines, metric, words, 0);
        return columns.mayHead() && columns.follow()
                ? new Found<>(0, columns.end, new AlignedRows<>(columns, 0).rows())
                : null;
    }

    static boolean isOrdinal(String words) {
        return ORDINAL.matcher(words.strip()).matches();
    }
}
