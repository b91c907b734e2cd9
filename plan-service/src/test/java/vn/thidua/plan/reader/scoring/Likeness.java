package vn.thidua.plan.reader.scoring;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How like two texts are, from 0 to 1. */
final class Likeness {
    private static final Map<List<String>, Double> KNOWN = new ConcurrentHashMap<>();

    private Likeness() {}

    /** By letters. */
    static double ofLetters(String left, String right) {
        if (left.equals(right)) {
            return 1.0;
        }
        if (left.isEmpty() || right.isEmpty()) {
            return 0.0;
        }
        return LongestBlocks.ratio(Words.letters(left), Words.letters(right));
    }

    /** Two names of bodies, short forms written out or as they are. */
    static double ofUnits(@Nullable String left, @Nullable String right) {
        String a = Words.unit(left);
        String b = Words.unit(right);
        if (a.equals(b)) {
            return 1.0;
        }
        return Math.max(ofLetters(a, b), ofLetters(Words.unitAsWritten(left), Words.unitAsWritten(right)));
    }

    /** Two running texts: by words, short ones by letters too. */
    static double ofTexts(@Nullable String left, @Nullable String right) {
        return KNOWN.computeIfAbsent(
                List.of(Words.plain(left), Words.plain(right)), pair -> ofPlain(pair.getFirst(), pair.getLast()));
    }

    private static double ofPlain(String left, String right) {
        if (left.equals(right)) {
            return 1.0;
        }
        if (left.isEmpty() || right.isEmpty()) {
            return 0.0;
        }
        List<String> a = Words.split(left);
        List<String> b = Words.split(right);
        double most = LongestBlocks.ratioOfBags(a, b);
        double like = most < 0.45 ? most : LongestBlocks.ratio(a, b);
        int longer = Math.max(left.length(), right.length());
        if (like < 0.98 && longer < 250 && Math.abs(left.length() - right.length()) < 0.4 * longer) {
            List<Integer> x = Words.letters(left);
            List<Integer> y = Words.letters(right);
            if (LongestBlocks.ratioOfBags(x, y) > Math.max(like, 0.6)) {
                like = Math.max(like, LongestBlocks.ratio(x, y));
            }
        }
        return like;
    }

    /** Whether all words of one, four at least, stand in the other one after the other. */
    static boolean contains(@Nullable String whole, @Nullable String part) {
        String words = Words.plain(part);
        return Words.split(words).size() >= 4 && (" " + Words.plain(whole) + " ").contains(" " + words + " ");
    }
}
