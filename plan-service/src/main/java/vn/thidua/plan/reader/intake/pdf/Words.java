package vn.thidua.plan.reader.intake.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Cuts the letters of one line into words. */
final class Words {
    /** A drawn blank between letters that touch was covered again: the letters are one word. */
    private static final double COVERED_BLANK = 0.08;
    /** Where the line is set with wide letters, a blank is this much wider than the gap of two letters. */
    private static final double EXTRA = 0.16;
    /** So many single letters in a row are one spaced word, not words of one letter. */
    private static final int SPACED = 5;

    private Words() {}

    static List<Word> of(List<Letter> row, double wordGap) {
        List<Letter> letters = new ArrayList<>(row);
        letters.sort(Comparator.comparingDouble(Letter::x));
        List<Letter> drawn = new ArrayList<>(letters.size());
        List<Boolean> blankBefore = new ArrayList<>(letters.size());
        boolean blank = false;
        for (Letter letter : letters) {
            if (letter.isBlank()) {
                blank = true;
            } else {
                drawn.add(letter);
                blankBefore.add(blank);
                blank = false;
            }
        }
        List<Word> words = new ArrayList<>();
        int from = 0;
        double spacing = spacing(drawn, blankBefore);
        double end = 0;
        for (int i = 0; i < drawn.size(); i++) {
            Letter letter = drawn.get(i);
            if (i > from) {
                double gap = (letter.x() - end) / letter.size();
                double least = blankBefore.get(i) ? COVERED_BLANK : wordGap;
                if (gap > (spacing > 0.1 ? spacing + EXTRA * (blankBefore.get(i) ? 0.4 : 1) : least)) {
                    words.add(word(drawn.subList(from, i)));
                    from = i;
                }
            }
            end = i == from ? letter.endX() : Math.max(end, letter.endX());
        }
        if (from < drawn.size()) {
            words.add(word(drawn.subList(from, drawn.size())));
        }
        return joinSpaced(words);
    }

    /** The usual gap between letters of this line that have no blank between them, in font sizes. */
    private static double spacing(List<Letter> letters, List<Boolean> blankBefore) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < letters.size(); i++) {
            if (!blankBefore.get(i)) {
                gaps.add((letters.get(i).x() - letters.get(i - 1).endX())
                        / letters.get(i).size());
            }
        }
        if (gaps.size() < 4) {
            return 0;
        }
        gaps.sort(Comparator.naturalOrder());
        return gaps.get(gaps.size() / 2);
    }

    private static Word word(List<Letter> letters) {
        StringBuilder text = new StringBuilder();
        double size = 0;
        double right = letters.getFirst().endX();
        int bold = 0;
        for (Letter letter : letters) {
            text.append(letter.text());
            size = Math.max(size, letter.size());
            right = Math.max(right, letter.endX());
            bold += letter.bold() ? 1 : 0;
        }
        Letter first = letters.getFirst();
        return new Word(text.toString(), first.x(), right, first.y(), size, 2 * bold > letters.size());
    }

    /** "K Ế  H O Ạ C H": letters set apart by blanks are words again, cut where the gap is clearly wider. */
    private static List<Word> joinSpaced(List<Word> words) {
        List<Word> joined = new ArrayList<>(words.size());
        int i = 0;
        while (i < words.size()) {
            int end = i;
            while (end < words.size() && isOneLetter(words.get(end))) {
                end++;
            }
            if (end - i >= SPACED) {
                joinRun(words.subList(i, end), joined);
                i = end;
            } else {
                joined.add(words.get(i));
                i++;
            }
        }
        return joined;
    }

    private static boolean isOneLetter(Word word) {
        return word.text().codePointCount(0, word.text().length()) == 1
                && Character.isUpperCase(word.text().codePointAt(0));
    }

    private static void joinRun(List<Word> run, List<Word> joined) {
        double[] gaps = new double[run.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = run.get(i + 1).left() - run.get(i).right();
        }
        double[] sorted = gaps.clone();
        Arrays.sort(sorted);
        double usual = sorted[(sorted.length - 1) / 2];
        Word word = run.getFirst();
        for (int i = 0; i < gaps.length; i++) {
            if (gaps[i] > 1.5 * usual) {
                joined.add(word);
                word = run.get(i + 1);
            } else {
                word = word.with(run.get(i + 1));
            }
        }
        joined.add(word);
    }
}
