package vn.thidua.plan.reader.intake.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines that meet and make cells.
 *
 * @param xs the upright edges from left to right
 * @param ys the level edges from top to bottom
 */
record Grid(double[] xs, double[] ys, List<Slot> slots) {
    private static final double SAME_EDGE = 3.2;
    /** Outermost lines that stick out farther than this belong to cells that have no edge of their own. */
    private static final double OPEN = 14;
    /** Part of an edge that has to be drawn. */
    private static final double DRAWN = 0.6;

    private static final int MOST_CELLS = 60_000;

    /** One cell: rows {@code row} to {@code row + rows - 1}, columns alike. */
    record Slot(int row, int column, int rows, int columns) {}

    int columns() {
        return xs.length - 1;
    }

    int rows() {
        return ys.length - 1;
    }

    Box box() {
        return new Box(xs[0], ys[0], xs[xs.length - 1], ys[ys.length - 1]);
    }

    /** Makes a grid of lines that hang together; one without cells has no slots. */
    static Grid of(List<Rule> rules) {
        double[] xs = edges(rules, false);
        double[] ys = edges(rules, true);
        if (xs.length < 2 || ys.length < 2 || (long) (xs.length - 1) * (ys.length - 1) > MOST_CELLS) {
            return new Grid(new double[] {0, 0}, new double[] {0, 0}, List.of());
        }
        int rows = ys.length - 1;
        int columns = xs.length - 1;
        boolean[][] above = new boolean[rows + 1][columns];
        boolean[][] before = new boolean[rows][columns + 1];
        for (Rule rule : rules) {
            if (rule.horizontal()) {
                int row = nearest(ys, rule.at());
                for (int c = 0; c < columns; c++) {
                    above[row][c] |= covers(rule, xs[c], xs[c + 1]);
                }
            } else {
                int column = nearest(xs, rule.at());
                for (int r = 0; r < rows; r++) {
                    before[r][column] |= covers(rule, ys[r], ys[r + 1]);
                }
            }
        }
        return new Grid(xs, ys, slots(above, before, rows, columns));
    }

    private static boolean covers(Rule rule, double from, double to) {
        return Math.min(rule.to(), to) - Math.max(rule.from(), from) >= DRAWN * (to - from);
    }

    private static double[] edges(List<Rule> rules, boolean horizontal) {
        List<Double> all = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int crossing = 0;
        for (Rule rule : rules) {
            if (rule.horizontal() == horizontal) {
                all.add(rule.at());
            } else {
                crossing++;
                least = Math.min(least, rule.from());
                most = Math.max(most, rule.to());
            }
        }
        all.sort(null);
        List<Double> edges = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (double at : all) {
            if (at - last > SAME_EDGE) {
                edges.add(at);
            }
            last = at;
        }
        // a table without outer lines, or one that goes on over the page, has cells beyond its outermost line
        if (crossing >= 2 && !edges.isEmpty()) {
            if (edges.getFirst() - least > OPEN) {
                edges.addFirst(least);
            }
            if (most - edges.getLast() > OPEN) {
                edges.addLast(most);
            }
        }
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Slot> slots(boolean[][] above, boolean[][] before, int rows, int columns) {
        List<Slot> slots = new ArrayList<>();
        boolean[][] taken = new boolean[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (taken[r][c]) {
                    continue;
                }
                int width = 1;
                while (c + width < columns && !before[r][c + width] && !taken[r][c + width]) {
                    width++;
                }
                int height = 1;
                while (r + height < rows
                        && isOpen(above[r + height], c, width)
                        && !anyInside(before, r + height, c, width)) {
                    height++;
                }
                for (int i = r; i < r + height; i++) {
                    Arrays.fill(taken[i], c, c + width, true);
                }
                slots.add(new Slot(r, c, height, width));
            }
        }
        return slots;
    }

    private static boolean isOpen(boolean[] edge, int from, int count) {
        for (int c = from; c < from + count; c++) {
            if (edge[c]) {
                return false;
            }
        }
        return true;
    }

    private static boolean anyInside(boolean[][] before, int row, int column, int width) {
        for (int c = column + 1; c < column + width; c++) {
            if (before[row][c]) {
                return true;
            }
        }
        return false;
    }

    /** Index of the edge nearest to {@code at}. */
    static int nearest(double[] edges, double at) {
        int found = Arrays.binarySearch(edges, at);
        if (found >= 0) {
            return found;
        }
        int after = -found - 1;
        if (after == 0) {
            return 0;
        }
        if (after == edges.length) {
            return edges.length - 1;
        }
        return at - edges[after - 1] <= edges[after] - at ? after - 1 : after;
    }

    /** Index of the strip between two edges that holds {@code at}; the outermost ones for what is beyond. */
    static int strip(double[] edges, double at) {
        int found = Arrays.binarySearch(edges, at);
        return Math.clamp(found >= 0 ? found : -found - 2L, 0, edges.length - 2);
    }
}
