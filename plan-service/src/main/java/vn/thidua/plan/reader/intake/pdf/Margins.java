package vn.thidua.plan.reader.intake.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Left and right edge of running text. */
record Margins(double left, double right) {
    private static final double BIN = 3;

    double middle() {
        return (left + right) / 2;
    }

    double width() {
        return right - left;
    }

    Margins with(double[] edges) {
        return new Margins(Math.min(left, edges[0]), Math.max(right, edges[edges.length - 1]));
    }

    static Margins of(List<TextLine> lines) {
        if (lines.isEmpty()) {
            return new Margins(0, 1);
        }
        Map<Long, Integer> lefts = new HashMap<>();
        Map<Long, Integer> rights = new HashMap<>();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (TextLine line : lines) {
            lefts.merge(Math.round(line.left() / BIN), 1, Integer::sum);
            rights.merge(Math.round(line.right() / BIN), 1, Integer::sum);
            least = Math.min(least, line.left());
            most = Math.max(most, line.right());
        }
        int enough = Math.max(2, lines.size() / 12);
        double left = least;
        long leftmost = Long.MAX_VALUE;
        for (Map.Entry<Long, Integer> entry : lefts.entrySet()) {
            if (entry.getValue() >= enough && entry.getKey() < leftmost) {
                leftmost = entry.getKey();
                left = leftmost * BIN;
            }
        }
        double right = most;
        long rightmost = Long.MIN_VALUE;
        for (Map.Entry<Long, Integer> entry : rights.entrySet()) {
            if (entry.getValue() >= Math.max(3, enough) && entry.getKey() > rightmost) {
                rightmost = entry.getKey();
                right = rightmost * BIN;
            }
        }
        return right - left > 0.4 * (most - least) ? new Margins(left, right) : new Margins(least, most);
    }
}
