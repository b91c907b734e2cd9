package vn.thidua.plan.reader.intake.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From letters to words and lines, by position alone. */
final class Lines {
    /** How far baselines of one line may differ, in font sizes. */
    private static final double SAME_BASELINE = 0.25;
    /** From which gap on letters belong to two words, in font sizes; a blank of Times has 0.25, justified 0.18. */
    private static final double WORD_GAP = 0.16;

    /** A line with more words is none of a document. */
    private static final int MOST_WORDS = 500;

    private Lines() {}

    /** Lines from top to bottom. */
    static List<TextLine> of(List<Letter> letters) {
        List<Letter> sorted = new ArrayList<>(letters);
        sorted.sort(Lettering.IN_PLACE);
        List<List<Letter>> rows = new ArrayList<>();
        double baseline = Double.NEGATIVE_INFINITY;
        double size = 0;
        for (Letter letter : sorted) {
            if (rows.isEmpty() || letter.y() - baseline > SAME_BASELINE * Math.min(size, letter.size())) {
                rows.add(new ArrayList<>());
                baseline = letter.y();
                size = letter.size();
            }
            rows.getLast().add(letter);
        }
        List<TextLine> lines = new ArrayList<>();
        for (List<Letter> row : rows) {
            List<Word> words = Words.of(row, WORD_GAP);
            if (!words.isEmpty()) {
                lines.add(new TextLine(words));
            }
        }
        return attachRaised(lines);
    }

    /** Puts small raised or lowered letters (m², footnote marks) to the word they touch. */
    private static List<TextLine> attachRaised(List<TextLine> lines) {
        List<List<Word>> all = new ArrayList<>();
        lines.forEach(line -> all.add(new ArrayList<>(line.words())));
        for (int i = 0; i < all.size(); i++) {
            List<Word> small = all.get(i);
            if (small.size() > MOST_WORDS) {
                continue;
            }
            for (int k = small.size() - 1; k >= 0; k--) {
                Word word = small.get(k);
                if (attach(word, all, i - 1) || attach(word, all, i + 1)) {
                    small.remove(k);
                }
            }
        }
        return all.stream().filter(words -> !words.isEmpty()).map(TextLine::new).toList();
    }

    private static boolean attach(Word small, List<List<Word>> lines, int target) {
        if (target < 0 || target >= lines.size()) {
            return false;
        }
        List<Word> words = lines.get(target);
        if (words.size() > MOST_WORDS) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            double gap = small.left() >= word.right() - 0.3 * small.size()
                    ? small.left() - word.right()
                    : word.left() - small.right();
            if (small.size() <= 0.8 * word.size()
                    && gap > -0.3 * word.size()
                    && gap < 0.12 * word.size()
                    && Math.abs(small.baseline() - word.baseline()) < 0.6 * word.size()) {
                words.set(i, word.withRaised(small));
                return true;
            }
        }
        return false;
    }

    /** The line cut where the gap between two words is wider than {@code sizes} font sizes. */
    static List<TextLine> pieces(TextLine line, double sizes) {
        List<TextLine> pieces = new ArrayList<>();
        List<Word> piece = new ArrayList<>();
        double right = 0;
        for (Word word : line.words()) {
            if (!piece.isEmpty() && word.left() - right > sizes * word.size()) {
                pieces.add(new TextLine(piece));
                piece = new ArrayList<>();
            }
            right = piece.isEmpty() ? word.right() : Math.max(right, word.right());
            piece.add(word);
        }
        pieces.add(new TextLine(piece));
        return pieces;
    }

    /** From top to bottom, what overlaps in height from left to right. */
    static final Comparator<TextLine> FROM_TOP =
            Comparator.comparingDouble(TextLine::baseline).thenComparingDouble(TextLine::left);
}
