package vn.thidua.plan.reader.intake.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What stands side by side at one height of a page: mostly one line, in two columns with different line distances two.
 *
 * @param y baseline in a measure that goes on over page breaks
 */
record VisualRow(int page, double y, TextLine line) {
    /** How far baselines of neighbours may differ, in font sizes. */
    private static final double LEVEL = 0.55;
    /** Least white between neighbours that are not on one baseline. */
    private static final double ASIDE = 0.8;

    /** Lines with more words than this would compare are no lines of a document. */
    private static final long MOST_PAIRS = 250_000;

    VisualRow at(double newY) {
        return new VisualRow(page, newY, line);
    }

    /** Rows from top to bottom of lines in any order. */
    static List<VisualRow> of(int page, List<TextLine> lines) {
        List<TextLine> sorted = new ArrayList<>(lines);
        sorted.sort(Lines.FROM_TOP);
        List<VisualRow> rows = new ArrayList<>();
        for (TextLine line : sorted) {
            if (!rows.isEmpty() && areNeighbours(rows.getLast().line, line)) {
                List<Word> words = new ArrayList<>(rows.getLast().line.words());
                words.addAll(line.words());
                words.sort(Comparator.comparingDouble(Word::left));
                rows.set(rows.size() - 1, new VisualRow(page, rows.getLast().y, new TextLine(words)));
            } else {
                rows.add(new VisualRow(page, line.baseline(), line));
            }
        }
        return rows;
    }

    private static boolean areNeighbours(TextLine upper, TextLine lower) {
        double size = Math.max(upper.size(), lower.size());
        if (lower.baseline() - upper.baseline() > LEVEL * size) {
            return false;
        }
        if ((long) upper.words().size() * lower.words().size() > MOST_PAIRS) {
            return false;
        }
        for (Word a : upper.words()) {
            for (Word b : lower.words()) {
                if (a.left() < b.right() + ASIDE * size && b.left() < a.right() + ASIDE * size) {
                    return false;
                }
            }
        }
        return true;
    }
}
