package vn.thidua.plan.reader.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Words of the document that remember where in the normalised text they stand.
 *
 * <p>A passage may be cut, stripped and joined freely (a row torn over a page break, a title over three lines, a name
 * inside asterisks) and still names its ranges. What was put in between when joining stands nowhere and belongs to no
 * range.
 */
public final class Passage implements CharSequence {
    public static final Passage EMPTY = new Passage("", new int[0], new int[0]);
    private static final int NOWHERE = -1;

    private final String words;
    /** Where each piece begins in {@link #words}, ascending; the first is 0. */
    private final int[] at;
    /** Where the same piece begins in the normalised text, or {@link #NOWHERE}. */
    private final int[] source;

    private Passage(String words, int[] at, int[] source) {
        this.words = words;
        this.at = at;
        this.source = source;
    }

    /** The characters {@code start} to {@code end} of the normalised text, as they stand there. */
    public static Passage of(String text, int start, int end) {
        return start >= end ? EMPTY : new Passage(text.substring(start, end), new int[] {0}, new int[] {start});
    }

    /** Words that are already at {@code start} of the normalised text, letter for letter. */
    static Passage at(int start, String words) {
        return words.isEmpty() ? EMPTY : new Passage(words, new int[] {0}, new int[] {start});
    }

    /** All parts in one, with {@code glue} between two that are not empty. */
    public static Passage join(List<Passage> parts, String glue) {
        Builder builder = new Builder();
        for (Passage part : parts) {
            if (part.isEmpty()) {
                continue;
            }
            if (!builder.isEmpty()) {
                builder.glue(glue);
            }
            builder.add(part);
        }
        return builder.build();
    }

    @Override
    public int length() {
        return words.length();
    }

    @Override
    public char charAt(int index) {
        return words.charAt(index);
    }

    @Override
    public Passage subSequence(int start, int end) {
        return sub(start, end);
    }

    /** The characters {@code from} to {@code to} of these words. */
    public Passage sub(int from, int to) {
        if (from >= to) {
            return EMPTY;
        }
        if (from == 0 && to == words.length()) {
            return this;
        }
        int first = piece(from);
        int last = piece(to - 1);
        int[] newAt = new int[last - first + 1];
        int[] newSource = new int[last - first + 1];
        for (int i = first; i <= last; i++) {
            int cut = Math.max(0, from - at[i]);
            newAt[i - first] = Math.max(0, at[i] - from);
            newSource[i - first] = source[i] == NOWHERE ? NOWHERE : source[i] + cut;
        }
        return new Passage(words.substring(from, to), newAt, newSource);
    }

    public Passage from(int from) {
        return sub(from, words.length());
    }

    /** Without white space at both ends. */
    public Passage strip() {
        int from = 0;
        int to = words.length();
        while (from < to && Character.isWhitespace(words.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(words.charAt(to - 1))) {
            to--;
        }
        return sub(from, to);
    }

    /** Where the character at {@code index} stands in the normalised text, or -1 if it was put in when joining. */
    public int sourceOf(int index) {
        int i = piece(index);
        return source[i] == NOWHERE ? NOWHERE : source[i] + index - at[i];
    }

    /**
     * Where these words stand in {@code text}. Two neighbours become one range when nothing but white space and marks
     * lies between them, so that a repeated table heading between two halves is in neither.
     */
    public List<SourceRange> ranges(String text) {
        List<SourceRange> ranges = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            if (source[i] == NOWHERE) {
                continue;
            }
            int length = (i + 1 < at.length ? at[i + 1] : words.length()) - at[i];
            SourceRange next = new SourceRange(source[i], source[i] + length);
            SourceRange before = ranges.isEmpty() ? null : ranges.getLast();
            if (before != null && before.end() <= next.start() && onlyMarks(text, before.end(), next.start())) {
                ranges.set(ranges.size() - 1, new SourceRange(before.start(), next.end()));
            } else {
                ranges.add(next);
            }
        }
        return List.copyOf(ranges);
    }

    private static boolean onlyMarks(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private int piece(int index) {
        int found = Arrays.binarySearch(at, index);
        return found >= 0 ? found : -found - 2;
    }

    @Override
    public boolean isEmpty() {
        return words.isEmpty();
    }

    @Override
    public String toString() {
        return words;
    }

    /** Builds a passage from pieces of others; a few characters left out between two pieces cost one more piece. */
    public static final class Builder {
        private final StringBuilder words = new StringBuilder();
        private int[] at = new int[4];
        private int[] source = new int[4];
        private int pieces;

        public boolean isEmpty() {
            return words.isEmpty();
        }

        public int length() {
            return words.length();
        }

        public char last() {
            return words.charAt(words.length() - 1);
        }

        /** Characters that stand nowhere in the document. */
        public Builder glue(String text) {
            if (!text.isEmpty()) {
                piece(NOWHERE);
                words.append(text);
            }
            return this;
        }

        public Builder add(Passage passage) {
            for (int i = 0; i < passage.at.length; i++) {
                int end = i + 1 < passage.at.length ? passage.at[i + 1] : passage.words.length();
                append(passage.words, passage.at[i], end, passage.source[i]);
            }
            return this;
        }

        public Builder add(Passage passage, int from, int to) {
            return add(passage.sub(from, to));
        }

        private void append(String text, int from, int to, int start) {
            boolean goesOn = pieces > 0
                    && start != NOWHERE
                    && source[pieces - 1] != NOWHERE
                    && source[pieces - 1] + words.length() - at[pieces - 1] == start;
            if (!goesOn) {
                piece(start);
            }
            words.append(text, from, to);
        }

        private void piece(int start) {
            if (pieces == at.length) {
                at = Arrays.copyOf(at, pieces * 2);
                source = Arrays.copyOf(source, pieces * 2);
            }
            at[pieces] = words.length();
            source[pieces] = start;
            pieces++;
        }

        public Passage build() {
            return words.isEmpty()
                    ? EMPTY
                    : new Passage(words.toString(), Arrays.copyOf(at, pieces), Arrays.copyOf(source, pieces));
        }
    }
}
