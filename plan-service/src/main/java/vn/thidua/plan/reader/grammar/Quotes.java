package vn.thidua.plan.reader.grammar;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.plan.reader.source.Passage;

/** Quoted words: “...”, "...", «...»; marks that do not match are forgiven. */
public final class Quotes {
    private static final int LONGEST = 320;

    private Quotes() {}

    /**
     * @param open position of the opening mark
     * @param close position of the closing mark
     */
    public record Quote(int open, int close) {}

    public static List<Quote> find(Passage words) {
        List<Quote> found = new ArrayList<>();
        int open = -1;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (open >= 0 && i - open > LONGEST) {
                open = -1;
            }
            if (open < 0) {
                if ("“„«‹‘\"”".indexOf(c) >= 0) {
                    open = i;
                }
            } else if ("”»›’\"“".indexOf(c) >= 0 && (c != '’' || words.charAt(open) == '‘')) {
                found.add(new Quote(open, i));
                open = -1;
            }
        }
        return found;
    }

    /** What stands between the marks, without a comma or full stop that slipped in. */
    public static Passage inside(Passage words, Quote quote) {
        Passage inside = words.sub(quote.open() + 1, quote.close()).strip();
        int to = inside.length();
        while (to > 0 && ",;.* ".indexOf(inside.charAt(to - 1)) >= 0) {
            to--;
        }
        return inside.sub(0, to);
    }
}
