package vn.thidua.plan.reader.intake.pdf;

/**
 * A straight line, level or upright.
 *
 * @param at the coordinate all of it shares: y of a level line, x of an upright one
 */
record Rule(boolean horizontal, double at, double from, double to) {

    static Rule between(boolean horizontal, double x1, double y1, double x2, double y2) {
        return horizontal
                ? new Rule(true, (y1 + y2) / 2, Math.min(x1, x2), Math.max(x1, x2))
                : new Rule(false, (x1 + x2) / 2, Math.min(y1, y2), Math.max(y1, y2));
    }

    double length() {
        return to - from;
    }
}
