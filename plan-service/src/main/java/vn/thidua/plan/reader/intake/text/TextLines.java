package vn.thidua.plan.reader.intake.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.regex.Pattern;

/** The lines of a text by position, and what can be told of one line alone. */
final class TextLines {
    /** Lines of an editor with a fixed width are hardly longer. */
    private static final int LONGEST_WRAP = 140;

    private static final Pattern OPENS_PARAGRAPH = Pattern.compile(
            "^(?:[-+*•–—▪●]\\s|\\p{Lu}[.)/]\\s|[IVX]{1,5}\\s?[.)/-]|\\d{1,2}(?:\\.\\d{1,2}){0,3}[.)/]?\\s|[a-zđ][.)]\\s|\\|)");

    private final String text;
    private final int[] starts;
    private final int count;
    private final BitSet pageBreaks;

    private TextLines(String text, int[] starts, int count, BitSet pageBreaks) {
        this.text = text;
        this.starts = starts;
        this.count = count;
        this.pageBreaks = pageBreaks;
    }

    static TextLines of(TextNormaliser.Normalised normalised) {
        String text = normalised.text();
        int[] starts = new int[1024];
        int count = 0;
        int at = 0;
        while (at <= text.length()) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at;
            int next = text.indexOf('\n', at);
            at = next < 0 ? text.length() + 1 : next + 1;
        }
        return new TextLines(text, starts, count, normalised.pageBreaks());
    }

    String text() {
        return text;
    }

    int count() {
        return count;
    }

    int start(int line) {
        return starts[line];
    }

    int end(int line) {
        return line + 1 < count ? starts[line + 1] - 1 : text.length();
    }

    /** The line that holds position {@code at}. */
    int at(int position) {
        int found = Arrays.binarySearch(starts, 0, count, position);
        return found >= 0 ? found : -found - 2;
    }

    boolean breaksPage(int line) {
        return pageBreaks.get(start(line));
    }

    boolean isBlank(int line) {
        for (int i = start(line); i < end(line); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    int nextNotBlank(int line) {
        int i = line;
        while (i < count && isBlank(i)) {
            i++;
        }
        return i;
    }

    /** A rule: dashes, underscores, asterisks or dots and nothing else. */
    boolean isDecoration(int line) {
        int marks = 0;
        for (int i = start(line); i < end(line); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                continue;
            }
            if ("-_=*~.─—–oO0#+:".indexOf(c) < 0) {
                return false;
            }
            marks++;
        }
        return marks >= 2;
    }

    int find(int line, String what) {
        int end = end(line);
        for (int i = start(line); i + what.length() <= end; i++) {
            if (text.charAt(i) == what.charAt(0) && text.regionMatches(true, i, what, 0, what.length())) {
                return i;
            }
        }
        return -1;
    }

    int occurrences(int line, char what) {
        int n = 0;
        for (int i = start(line); i < end(line); i++) {
            n += text.charAt(i) == what ? 1 : 0;
        }
        return n;
    }

    int indent(int line) {
        int i = start(line);
        while (i < end(line) && text.charAt(i) == ' ') {
            i++;
        }
        return i - start(line);
    }

    /** First position that is not white space. */
    int firstLetter(int line) {
        int i = start(line);
        while (i < end(line) && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    int lastLetter(int line) {
        int i = end(line);
        while (i > start(line) && Character.isWhitespace(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    MarkdownWords words(int line) {
        return MarkdownWords.of(text, start(line), end(line));
    }

    /** How many gaps of three and more blanks, or tabs, stand inside the line. */
    int gaps(int line) {
        int gaps = 0;
        int run = 0;
        boolean tab = false;
        for (int i = firstLetter(line); i < lastLetter(line); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t') {
                run++;
                tab |= c == '\t';
            } else {
                gaps += run >= 3 || tab ? 1 : 0;
                run = 0;
                tab = false;
            }
        }
        return gaps;
    }

    /** The width at which an editor has wrapped the lines, or 0 when a line is a paragraph. */
    int wrapWidth() {
        int[] widths = new int[count];
        int used = 0;
        int followed = 0;
        for (int i = 0; i < count; i++) {
            int width = lastLetter(i) - start(i);
            if (width > 40) {
                widths[used++] = width;
                followed += i + 1 < count && startsLowerCase(i + 1) ? 1 : 0;
            }
        }
        if (used < 8 || followed * 4 < used) {
            return 0;
        }
        int[] sorted = Arrays.copyOf(widths, used);
        Arrays.sort(sorted);
        int width = sorted[used * 9 / 10];
        return width <= LONGEST_WRAP ? width : 0;
    }

    private boolean startsLowerCase(int line) {
        int at = firstLetter(line);
        return at < end(line) && Character.isLowerCase(text.charAt(at));
    }

    /** Whether the line is full and the next one only goes on with its sentence. */
    boolean wrapsInto(int line, int width) {
        int next = line + 1;
        if (next >= count || isBlank(next) || isDecoration(next) || breaksPage(next)) {
            return false;
        }
        int last = lastLetter(line);
        int first = firstLetter(next);
        char end = text.charAt(last - 1);
        boolean lower = Character.isLowerCase(text.charAt(first));
        if (OPENS_PARAGRAPH
                .matcher(text)
                .region(first, Math.min(end(next), first + 24))
                .lookingAt()) {
            return false;
        }
        if (lower) {
            return end != '.' && end != '!' && end != '?';
        }
        int firstWord = first;
        while (firstWord < end(next) && !Character.isWhitespace(text.charAt(firstWord))) {
            firstWord++;
        }
        boolean full = last - start(line) + 1 + (firstWord - first) > width - 2;
        if (end == ':' || end == ';') {
            return false;
        }
        return full && (end != '.' || indent(next) <= indent(line) && indent(line) == 0);
    }
}
