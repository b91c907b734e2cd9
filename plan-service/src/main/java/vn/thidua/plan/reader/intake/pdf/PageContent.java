package vn.thidua.plan.reader.intake.pdf;

import java.util.List;

/**
 * What is drawn on a page.
 *
 * @param shades areas filled with a colour that is not white
 * @param pictures where pictures are
 */
record PageContent(
        double width, double height, List<Letter> letters, List<Rule> rules, List<Box> shades, List<Box> pictures) {

    /** Part of the page covered by pictures, at most 1. */
    double pictured() {
        double area = 0;
        for (Box picture : pictures) {
            area += picture.width() * picture.height();
        }
        return Math.min(1, area / (width * height));
    }

    /** The page turned so that most of its letters stand upright, whatever the file says about its rotation. */
    PageContent upright() {
        int[] counts = new int[4];
        for (Letter letter : letters) {
            int turns = letter.quarterTurns();
            if (turns >= 0 && !letter.isBlank()) {
                counts[turns]++;
            }
        }
        int most = 0;
        for (int turns = 1; turns < 4; turns++) {
            most = counts[turns] > counts[most] ? turns : most;
        }
        if (most == 0) {
            return this;
        }
        int by = most;
        boolean swap = by % 2 == 1;
        return new PageContent(
                swap ? height : width,
                swap ? width : height,
                letters.stream().map(letter -> letter.turned(by, width, height)).toList(),
                rules.stream().map(rule -> Turn.rule(by, rule, width, height)).toList(),
                shades.stream().map(box -> Turn.box(by, box, width, height)).toList(),
                pictures.stream().map(box -> Turn.box(by, box, width, height)).toList());
    }
}
