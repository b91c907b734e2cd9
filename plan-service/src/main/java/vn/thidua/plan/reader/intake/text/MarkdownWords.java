package vn.thidua.plan.reader.intake.text;

import java.util.Locale;
import vn.thidua.plan.reader.source.Passage;

/**
 * The words of a piece of text without the marks of markdown and without tags.
 *
 * @param bold all of it stands between double asterisks, or it is a heading
 */
record MarkdownWords(Passage words, boolean bold) {
    private static final int LONGEST_IMAGE = 2000;

    static MarkdownWords of(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        while (from < to && "| ".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "| ".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        boolean heading = false;
        while (from < to && (text.charAt(from) == '#' || text.charAt(from) == '>')) {
            heading |= text.charAt(from) == '#';
            from++;
        }
        boolean marked = false;
        for (int i = from; i < to && !marked; i++) {
            char c = text.charAt(i);
            marked = c == '*' || c == '<' || c == '_' || c == '!' || c == '\\' || c == '`' || c == '\t';
        }
        if (!marked) {
            return new MarkdownWords(Passage.of(text, from, to).strip(), heading);
        }
        return unmarked(text, from, to, heading);
    }

    private static MarkdownWords unmarked(String text, int from, int to, boolean heading) {
        Passage.Builder words = new Passage.Builder();
        int plain = from;
        int boldLetters = 0;
        int letters = 0;
        boolean bold = false;
        int i = from;
        while (i < to) {
            int mark = markLength(text, i, from, to);
            if (mark == 0) {
                if (Character.isLetterOrDigit(text.charAt(i))) {
                    letters++;
                    boldLetters += bold ? 1 : 0;
                }
                i++;
                continue;
            }
            if (text.startsWith("**", i)) {
                bold = !bold;
            }
            words.add(Passage.of(text, plain, i));
            if (text.charAt(i) == '<' && isBreak(text, i) || text.charAt(i) == '\t') {
                words.glue(" ");
            }
            i += mark;
            plain = i;
        }
        words.add(Passage.of(text, plain, to));
        return new MarkdownWords(words.build().strip(), heading || letters > 0 && boldLetters * 10 >= letters * 9);
    }

    private static int markLength(String text, int i, int from, int to) {
        char c = text.charAt(i);
        return switch (c) {
            case '*' -> {
                // a bullet: an asterisk at the very beginning with a blank behind
                if (i == from && i + 1 < to && text.charAt(i + 1) == ' ') {
                    yield 0;
                }
                int n = i;
                while (n < to && n < i + 2 && text.charAt(n) == '*') {
                    n++;
                }
                yield n - i;
            }
            case '!' -> imageLength(text, i, to);
            case '_' -> text.startsWith("__", i) ? 2 : 0;
            case '`', '\t' -> 1;
            case '\\' -> i + 1 < to && !Character.isLetterOrDigit(text.charAt(i + 1)) ? 1 : 0;
            case '<' -> tagLength(text, i, to);
            default -> 0;
        };
    }

    /** Length of {@code ![words](address)}. */
    private static int imageLength(String text, int at, int to) {
        if (!text.startsWith("![", at)) {
            return 0;
        }
        int limit = Math.min(to, at + LONGEST_IMAGE);
        int middle = text.indexOf("](", at, limit);
        int end = middle < 0 ? -1 : text.indexOf(')', middle, limit);
        return end >= 0 ? end - at + 1 : 0;
    }

    /** Length of a tag like {@code <br/>}, {@code </b>}, {@code <span style="...">}; 0 for a mere "less than". */
    static int tagLength(String text, int at, int to) {
        int i = at + 1;
        if (i < to && (text.charAt(i) == '/' || text.charAt(i) == '!')) {
            i++;
        }
        if (i >= to || !(Character.isLetter(text.charAt(i)) || text.charAt(i) == '-')) {
            return 0;
        }
        int limit = Math.min(to, at + 400);
        while (i < limit && text.charAt(i) != '>' && text.charAt(i) != '<') {
            i++;
        }
        return i < limit && text.charAt(i) == '>' ? i - at + 1 : 0;
    }

    static boolean isBreak(String text, int at) {
        String tag = text.substring(at, Math.min(text.length(), at + 5)).toLowerCase(Locale.ROOT);
        return tag.startsWith("<br")
                || tag.startsWith("<p>")
                || tag.startsWith("</p>")
                || tag.startsWith("<li")
                || tag.startsWith("</li")
                || tag.startsWith("<div")
                || tag.startsWith("</div");
    }
}
