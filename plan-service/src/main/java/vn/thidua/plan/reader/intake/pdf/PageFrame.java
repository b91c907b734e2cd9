package vn.thidua.plan.reader.intake.pdf;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * From the coordinates of the file (y upwards, before the page is turned) to those of the page as it is looked at.
 *
 * @param turns quarters clockwise by which the file turns the page
 */
record PageFrame(double left, double bottom, double right, double top, int turns) {
    static final PageFrame NONE = new PageFrame(0, 0, 1, 1, 0);
    /** Text this far outside of the page is still taken: print margins are sloppy. */
    private static final double SLACK = 3;

    static PageFrame of(PDPage page) {
        PDRectangle box = page.getCropBox();
        if (box.getWidth() < 1 || box.getHeight() < 1) {
            box = PDRectangle.A4;
        }
        return new PageFrame(
                box.getLowerLeftX(),
                box.getLowerLeftY(),
                box.getUpperRightX(),
                box.getUpperRightY(),
                Math.floorMod(page.getRotation() / 90, 4));
    }

    double width() {
        return turns % 2 == 0 ? right - left : top - bottom;
    }

    double height() {
        return turns % 2 == 0 ? top - bottom : right - left;
    }

    double x(double x, double y) {
        return switch (turns) {
            case 1 -> y - bottom;
            case 2 -> right - x;
            case 3 -> top - y;
            default -> x - left;
        };
    }

    double y(double x, double y) {
        return switch (turns) {
            case 1 -> x - left;
            case 2 -> y - bottom;
            case 3 -> right - x;
            default -> top - y;
        };
    }

    boolean shows(double x, double y) {
        return x > -SLACK && y > -SLACK && x < width() + SLACK && y < height() + SLACK;
    }
}
