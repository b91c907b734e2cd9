package vn.thidua.plan.reader.intake.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** Follows the paths that are drawn and keeps what may be a line of a table or the ground of a cell. */
final class PathTracer {
    /** Thickest that still is a line, in points. */
    private static final double THICK = 3.2;
    /** Lines and grounds kept per page; a map or a chart has more and is no table. */
    private static final int MOST = 60_000;

    private final List<Rule> rules = new ArrayList<>();
    private final List<Box> shades = new ArrayList<>();
    /** Points of the current path; a part begins where {@link #starts} says. */
    private double[] points = new double[64];

    private int size;
    private final List<Integer> starts = new ArrayList<>();
    private boolean bent;

    List<Rule> rules() {
        return rules;
    }

    List<Box> shades() {
        return shades;
    }

    /**
     * Carries out one operator of a path.
     *
     * @param x from coordinates of the file to those of the page
     * @param y the same for the other axis
     */
    void follow(String operator, double[] n, DoubleBinaryOperator x, DoubleBinaryOperator y) {
        int needed =
                switch (operator) {
                    case "h" -> 0;
                    case "m", "l" -> 2;
                    default -> 4;
                };
        if (n.length < needed) {
            return;
        }
        switch (operator) {
            case "m" -> move(x.applyAsDouble(n[0], n[1]), y.applyAsDouble(n[0], n[1]));
            case "l" -> line(x.applyAsDouble(n[0], n[1]), y.applyAsDouble(n[0], n[1]));
            case "c", "v", "y" -> {
                double px = n[n.length - 2];
                double py = n[n.length - 1];
                curve(x.applyAsDouble(px, py), y.applyAsDouble(px, py));
            }
            case "h" -> close();
            default -> {
                double right = n[0] + n[2];
                double top = n[1] + n[3];
                move(x.applyAsDouble(n[0], n[1]), y.applyAsDouble(n[0], n[1]));
                line(x.applyAsDouble(right, n[1]), y.applyAsDouble(right, n[1]));
                line(x.applyAsDouble(right, top), y.applyAsDouble(right, top));
                line(x.applyAsDouble(n[0], top), y.applyAsDouble(n[0], top));
                close();
            }
        }
    }

    private void move(double x, double y) {
        if (size > 2 * MOST) {
            clear();
        }
        starts.add(size);
        add(x, y);
    }

    private void line(double x, double y) {
        if (starts.isEmpty()) {
            starts.add(size);
        }
        add(x, y);
    }

    /** A curve: its part of the path is no line. */
    private void curve(double x, double y) {
        bent = true;
        line(x, y);
    }

    void close() {
        if (!starts.isEmpty()) {
            int start = starts.getLast();
            add(points[start], points[start + 1]);
        }
    }

    private void add(double x, double y) {
        if (size + 2 > points.length) {
            points = Arrays.copyOf(points, points.length * 2);
        }
        points[size++] = x;
        points[size++] = y;
    }

    void clear() {
        size = 0;
        starts.clear();
        bent = false;
    }

    void stroke(double thickness) {
        if (bent || thickness > 2 * THICK) {
            return;
        }
        for (int part = 0; part < starts.size(); part++) {
            for (int i = starts.get(part); i + 3 < end(part); i += 2) {
                segment(points[i], points[i + 1], points[i + 2], points[i + 3]);
            }
        }
    }

    private int end(int part) {
        return part + 1 < starts.size() ? starts.get(part + 1) : size;
    }

    private void segment(double x1, double y1, double x2, double y2) {
        double dx = Math.abs(x2 - x1);
        double dy = Math.abs(y2 - y1);
        if (rules.size() >= MOST) {
            return;
        }
        if (dy <= 0.02 * dx + 0.1 && dx > 0) {
            rules.add(Rule.between(true, x1, y1, x2, y2));
        } else if (dx <= 0.02 * dy + 0.1 && dy > 0) {
            rules.add(Rule.between(false, x1, y1, x2, y2));
        }
    }

    /** Word and others draw lines as filled rectangles. */
    void fill(boolean white) {
        if (bent) {
            return;
        }
        for (int part = 0; part < starts.size(); part++) {
            int from = starts.get(part);
            int to = end(part);
            if (to - from < 6 || to - from > 12) {
                continue;
            }
            Box box = Box.of(points[from], points[from + 1], points[from], points[from + 1]);
            for (int i = from; i < to; i += 2) {
                box = box.with(Box.of(points[i], points[i + 1], points[i], points[i + 1]));
            }
            filled(box, white);
        }
    }

    private void filled(Box box, boolean white) {
        boolean low = box.height() <= THICK;
        boolean narrow = box.width() <= THICK;
        if (!low && !narrow) {
            if (!white && shades.size() < MOST / 20) {
                shades.add(box);
            }
            return;
        }
        if (white || rules.size() >= MOST) {
            return;
        }
        // a dot is both: one of a dotted line, or the corner where two lines meet
        if (low) {
            rules.add(new Rule(true, (box.top() + box.bottom()) / 2, box.left(), box.right()));
        }
        if (narrow) {
            rules.add(new Rule(false, (box.left() + box.right()) / 2, box.top(), box.bottom()));
        }
    }
}
