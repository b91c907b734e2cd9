package vn.thidua.plan.reader.intake.pdf;

/** A rectangle on a page. */
record Box(double left, double top, double right, double bottom) {

    static Box of(double x1, double y1, double x2, double y2) {
        return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    boolean holds(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    Box with(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}
