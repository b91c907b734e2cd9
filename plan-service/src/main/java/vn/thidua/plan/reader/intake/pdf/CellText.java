package vn.thidua.plan.reader.intake.pdf;

import java.util.ArrayList;
import java.util.List;

/** Joins the lines of a cell that were only broken because the cell is narrow. */
final class CellText {
    /** Farther apart than so many usual distances is a paragraph of its own. */
    private static final double APART = 1.5;

    private CellText() {}

    static List<String> of(List<TextLine> lines, double right) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        double pitch = pitch(lines);
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0 && begins(lines.get(i), lines.get(i - 1), pitch, right)) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(lines.get(i).text());
        }
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph.toString());
        }
        return paragraphs;
    }

    private static boolean begins(TextLine line, TextLine before, double pitch, double right) {
        String words = line.text();
        String upper = before.text();
        double room = right - before.right();
        boolean fits = room > line.words().getFirst().right() - line.left() + 0.9 * line.size();
        boolean finished = LineStart.isFinished(upper);
        // a dash that had no room on a full line above is one inside of a name: "Thi đua - Khen thưởng"
        if (LineStart.isBullet(words, upper) && (finished || fits)) {
            return true;
        }
        if (finished && fits || LineStart.isOrdinal(words) && (finished || fits)) {
            return true;
        }
        return line.baseline() - before.baseline() > APART * pitch && !LineStart.startsSmall(words);
    }

    private static double pitch(List<TextLine> lines) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < lines.size(); i++) {
            double distance = lines.get(i).baseline() - lines.get(i - 1).baseline();
            if (distance > 0.8 * lines.get(i).size()) {
                least = Math.min(least, distance);
            }
        }
        return least;
    }
}
