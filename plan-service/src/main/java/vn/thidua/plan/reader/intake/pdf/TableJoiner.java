package vn.thidua.plan.reader.intake.pdf;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.plan.reader.intake.pdf.PageBlock.Cells;
import vn.thidua.plan.reader.source.DocumentComposer.DraftCell;

/** Puts a table together that goes on over a page break. */
final class TableJoiner {
    /** Edges of the same column differ by less, in points. */
    private static final double SAME_EDGE = 5;

    private TableJoiner() {}

    /** Both as one table, or an empty list if the second is another one. */
    static List<Cells> join(Cells upper, Cells lower) {
        if (!upper.ruled() || !lower.ruled() || upper.rows().isEmpty()) {
            return List.of();
        }
        if (fits(lower.edges(), upper.edges())) {
            return List.of(appended(upper, lower.rows(), columns(lower.edges(), upper.edges()), upper.edges()));
        }
        if (fits(upper.edges(), lower.edges())) {
            List<List<DraftCell>> widened = moved(upper.rows(), columns(upper.edges(), lower.edges()));
            Cells wide = new Cells(upper.page(), widened, true, lower.edges());
            return List.of(appended(wide, lower.rows(), identity(lower.edges().length), lower.edges()));
        }
        return List.of();
    }

    private static Cells appended(Cells upper, List<List<DraftCell>> lower, int[] columns, double[] edges) {
        List<List<DraftCell>> rows = new ArrayList<>(upper.rows());
        List<List<DraftCell>> next = moved(lower, columns);
        int from = 0;
        while (from < next.size()
                && from < upper.rows().size()
                && sameWords(next.get(from), upper.rows().get(from))) {
            from++;
        }
        List<List<DraftCell>> more = new ArrayList<>(next.subList(from, next.size()));
        if (more.size() > 1) {
            more.set(0, goingOn(more.getFirst(), more.get(1)));
        }
        rows.addAll(more);
        return new Cells(upper.page(), rows, true, edges);
    }

    /**
     * The first row on the new page. A cell over several rows without words there is the rest of one that began on the
     * page before: it is merged. An empty cell of one row is just empty.
     */
    private static List<DraftCell> goingOn(List<DraftCell> row, List<DraftCell> below) {
        return row.stream()
                .map(cell -> {
                    boolean several = below.stream().anyMatch(one -> one.merged() && one.column() == cell.column());
                    return several && cell.lines().isEmpty()
                            ? new DraftCell(cell.column(), cell.columnSpan(), true, List.of())
                            : cell;
                })
                .toList();
    }

    static boolean sameWords(List<DraftCell> a, List<DraftCell> b) {
        return words(a).equals(words(b))
                && a.stream().anyMatch(cell -> !cell.lines().isEmpty());
    }

    private static List<String> words(List<DraftCell> row) {
        return row.stream()
                .map(cell -> cell.column() + " " + String.join(" ", cell.lines()))
                .toList();
    }

    /** Whether every edge of {@code some} is one of {@code all}, the outermost ones included. */
    private static boolean fits(double[] some, double[] all) {
        if (some.length < 2 || some.length > all.length) {
            return false;
        }
        for (double edge : some) {
            if (Math.abs(all[Grid.nearest(all, edge)] - edge) > SAME_EDGE) {
                return false;
            }
        }
        return Math.abs(some[0] - all[0]) <= SAME_EDGE
                && Math.abs(some[some.length - 1] - all[all.length - 1]) <= SAME_EDGE;
    }

    private static int[] columns(double[] some, double[] all) {
        int[] columns = new int[some.length];
        for (int i = 0; i < some.length; i++) {
            columns[i] = Grid.nearest(all, some[i]);
        }
        return columns;
    }

    private static int[] identity(int length) {
        int[] columns = new int[length];
        for (int i = 0; i < length; i++) {
            columns[i] = i;
        }
        return columns;
    }

    private static List<List<DraftCell>> moved(List<List<DraftCell>> rows, int[] columns) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> new DraftCell(
                                columns[cell.column()],
                                columns[cell.column() + cell.columnSpan()] - columns[cell.column()],
                                cell.merged(),
                                cell.lines()))
                        .toList())
                .toList();
    }
}
