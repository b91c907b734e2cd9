package vn.thidua.plan.reader.intake.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.thidua.plan.reader.intake.layout.AlignedTable.Cell;
import vn.thidua.plan.reader.intake.layout.AlignedTable.Fragment;
import vn.thidua.plan.reader.intake.layout.AlignedTable.Line;

/** Groups the lines of a found table to rows and their fragments to cells. */
final class AlignedRows<T> {
    /** A distance so many times the usual one separates rows. */
    private static final double WIDER = 1.3;
    /** Enough where every row found in this way has exactly one ordinal. */
    private static final double CLEAR = 1.1;

    private final AlignedColumns<T> columns;
    private final int first;
    private final double[] borders;
    private final double usual;
    private final boolean[] begins;
    /** Lines of repeated headings. */
    private final Set<Integer> headings = new HashSet<>();
    /** First lines after repeated headings: there a row may go on that has its ordinal on the page before. */
    private final Set<Integer> afterHeading = new HashSet<>();

    AlignedRows(AlignedColumns<T> columns, int first) {
        this.columns = columns;
        this.first = first;
        this.borders = columns.borders();
        this.begins = new boolean[columns.end - first];
        this.usual = usualDistance();
    }

    List<List<Cell<T>>> rows() {
        markStarts();
        List<List<Cell<T>>> rows = new ArrayList<>();
        int from = first;
        for (int i = first + 1; i <= columns.end; i++) {
            if (i == columns.end || begins[i - first]) {
                rows.add(row(from, i));
                from = i;
            }
        }
        return rows;
    }

    private void markStarts() {
        begins[0] = true;
        if (columns.body < columns.end) {
            begins[columns.body - first] = true;
        }
        List<Integer> ordinals = new ArrayList<>();
        for (int i = columns.body; i < columns.end; i++) {
            begins[i - first] |= columns.spanning.contains(i) || columns.spanning.contains(i - 1);
            if (columns.isCounted(i)) {
                markRepeatedHeading(i);
            } else if (hasOrdinal(i)) {
                ordinals.add(i);
            }
        }
        if (!ordinals.isEmpty()) {
            List<Integer> starts = startsAround(ordinals);
            (starts.isEmpty() ? ordinals : starts).forEach(start -> begins[start - first] = true);
            return;
        }
        boolean gaps = hasWiderDistances();
        for (int i = columns.body; i < columns.end; i++) {
            begins[i - first] |=
                    gaps ? distance(i) > WIDER * usual : !firstCell(i).isEmpty();
        }
    }

    /** On the next page the heading is printed again. */
    private void markRepeatedHeading(int line) {
        int from = Math.max(columns.body, line - (columns.heading - first));
        int to = Math.min(columns.end, line + columns.body - columns.heading);
        begins[from - first] = true;
        if (to < columns.end) {
            begins[to - first] = true;
        }
        afterHeading.add(to);
        for (int i = from; i < to; i++) {
            headings.add(i);
        }
    }

    /**
     * Rows whose ordinals stand in the middle of the row's height: they begin where the column with the most lines has a
     * wider distance. Empty if these places and the ordinals do not agree.
     */
    private List<Integer> startsAround(List<Integer> ordinals) {
        List<Integer> lines = fullestColumn();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < lines.size(); i++) {
            least = Math.min(least, top(lines.get(i)) - top(lines.get(i - 1)));
        }
        List<Integer> starts = new ArrayList<>();
        starts.add(columns.body);
        int begin = columns.body;
        int next = 0;
        for (int i = 1; i <= lines.size(); i++) {
            boolean last = i == lines.size();
            if (!last
                    && top(lines.get(i)) - top(lines.get(i - 1)) < CLEAR * least
                    && marked(lines.get(i - 1), lines.get(i)) < 0) {
                continue;
            }
            // cells in the middle of their height may begin above the first line of the fullest one: half the white
            int start = last ? columns.end : startNear(lines.get(i - 1), lines.get(i));
            int found = 0;
            while (next < ordinals.size() && ordinals.get(next) < start) {
                next++;
                found++;
            }
            boolean mayLack = columns.spanning.contains(lines.get(i - 1))
                    || headings.contains(lines.get(i - 1))
                    || afterHeading.contains(begin);
            if (found > 1 || found == 0 && !mayLack) {
                return List.of();
            }
            begin = start;
            if (!last) {
                starts.add(start);
            }
        }
        return starts;
    }

    /** The line after {@code before} and up to {@code after} that is known to begin a row, or -1. */
    private int marked(int before, int after) {
        for (int i = after; i > before; i--) {
            if (begins[i - first]) {
                return i;
            }
        }
        return -1;
    }

    private int startNear(int before, int after) {
        if (marked(before, after) >= 0) {
            return marked(before, after);
        }
        double middle = (top(before) + top(after)) / 2;
        int start = after;
        while (start - 1 > before && top(start - 1) > middle) {
            start--;
        }
        return start;
    }

    /** The lines in which the column with the most lines has words. */
    private List<Integer> fullestColumn() {
        List<List<Integer>> used = new ArrayList<>();
        for (int column = 0; column <= borders.length; column++) {
            used.add(new ArrayList<>());
        }
        for (int i = columns.body; i < columns.end; i++) {
            for (Fragment<T> fragment : columns.lines.get(i).fragments()) {
                List<Integer> lines = used.get(column(fragment.left(), fragment.right()));
                if (lines.isEmpty() || lines.getLast() != i) {
                    lines.add(i);
                }
            }
        }
        List<Integer> fullest = used.getFirst();
        for (List<Integer> lines : used) {
            fullest = lines.size() > fullest.size() ? lines : fullest;
        }
        return fullest;
    }

    private double top(int line) {
        return columns.lines.get(line).top();
    }

    private double distance(int line) {
        return top(line) - top(line - 1);
    }

    private double usualDistance() {
        double[] distances = new double[columns.end - columns.body];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = distance(columns.body + i);
        }
        Arrays.sort(distances);
        // the smallest distances are those inside of cells, wherever a cell has two lines
        return distances.length == 0 ? columns.metric.pitch() : Math.max(distances[0], 0.8 * columns.metric.pitch());
    }

    private boolean hasWiderDistances() {
        for (int i = columns.body; i < columns.end; i++) {
            if (distance(i) > WIDER * usual) {
                return true;
            }
        }
        return false;
    }

    private String firstCell(int line) {
        return columns.text(columns.lines.get(line), Double.NEGATIVE_INFINITY, borders[0]);
    }

    private boolean hasOrdinal(int line) {
        return !columns.spanning.contains(line) && AlignedTable.isOrdinal(firstCell(line));
    }

    private int column(double left, double right) {
        double middle = (left + right) / 2;
        int column = 0;
        while (column < borders.length && middle > borders[column]) {
            column++;
        }
        return column;
    }

    private List<Cell<T>> row(int from, int to) {
        if (to - from == 1 && columns.spanning.contains(from)) {
            return spanningRow(columns.lines.get(from));
        }
        List<Cell<T>> cells = new ArrayList<>();
        for (int column = 0; column <= borders.length; column++) {
            List<List<Fragment<T>>> lines = new ArrayList<>();
            for (int i = from; i < to; i++) {
                List<Fragment<T>> part = new ArrayList<>();
                for (Fragment<T> fragment : columns.lines.get(i).fragments()) {
                    if (column(fragment.left(), fragment.right()) == column) {
                        part.add(fragment);
                    }
                }
                if (!part.isEmpty()) {
                    lines.add(part);
                }
            }
            cells.add(new Cell<>(column, 1, lines));
        }
        return cells;
    }

    private List<Cell<T>> spanningRow(Line<T> line) {
        List<Cell<T>> cells = new ArrayList<>();
        int next = 0;
        List<Fragment<T>> part = new ArrayList<>();
        List<double[]> groups = columns.groups(line);
        for (double[] group : groups) {
            part.clear();
            for (Fragment<T> fragment : line.fragments()) {
                if (fragment.left() >= group[0] && fragment.right() <= group[1]) {
                    part.add(fragment);
                }
            }
            int from = Math.max(next, column(group[0], group[0]));
            int to = Math.max(from, column(group[1], group[1]));
            if (from > borders.length || part.isEmpty()) {
                continue;
            }
            while (next < from) {
                cells.add(new Cell<>(next++, 1, List.of()));
            }
            cells.add(new Cell<>(from, to - from + 1, List.of(List.copyOf(part))));
            next = to + 1;
        }
        while (next <= borders.length) {
            cells.add(new Cell<>(next++, 1, List.of()));
        }
        return cells;
    }
}
