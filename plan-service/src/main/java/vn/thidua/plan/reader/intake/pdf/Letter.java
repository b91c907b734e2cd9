package vn.thidua.plan.reader.intake.pdf;

/**
 * One glyph on a page. Coordinates of this package are those of the page as it is looked at: points, x to the right, y
 * downwards.
 *
 * @param text what it stands for: mostly one character, more for a ligature, a blank for a drawn space
 * @param x where its baseline begins
 * @param y where its baseline begins
 * @param endX where its baseline ends
 * @param endY where its baseline ends
 * @param size font size as it appears, in points
 * @param white filled in white: it can be seen on a coloured ground only
 */
record Letter(String text, double x, double y, double endX, double endY, double size, boolean bold, boolean white) {

    /** Quarter turns clockwise of the direction it is read in; -1 for anything askew (a watermark, a stamp). */
    int quarterTurns() {
        double dx = endX - x;
        double dy = endY - y;
        if (Math.abs(dy) <= Math.abs(dx) * 0.12) {
            return dx >= 0 ? 0 : 2;
        }
        if (Math.abs(dx) <= Math.abs(dy) * 0.12) {
            return dy > 0 ? 1 : 3;
        }
        return -1;
    }

    boolean isBlank() {
        // the no-break space is no white space to Java
        return text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    double width() {
        return endX - x;
    }

    double middle() {
        return (x + endX) / 2;
    }

    Letter turned(int turns, double width, double height) {
        if (turns == 0) {
            return this;
        }
        return new Letter(
                text,
                Turn.x(turns, x, y, width, height),
                Turn.y(turns, x, y, width, height),
                Turn.x(turns, endX, endY, width, height),
                Turn.y(turns, endX, endY, width, height),
                size,
                bold,
                white);
    }

    Letter with(String newText, boolean newBold) {
        return new Letter(newText, x, y, endX, endY, size, newBold, white);
    }

    Letter endingWith(Letter last) {
        return new Letter(text, x, y, last.endX, last.endY, size, bold, white);
    }
}
