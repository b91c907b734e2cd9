package vn.thidua.plan.document;

import java.util.Arrays;
import java.util.List;

/** Words as they go into a Word document: no signs that XML refuses, blanks as one. */
final class WordText {

    private WordText() {}

    /** One line. */
    static String line(String words) {
        return permitted(words).replaceAll("\\s+", " ").strip();
    }

    /** The lines, those without words left out. */
    static List<String> lines(String words) {
        return Arrays.stream(permitted(words).split("\\R", -1))
                .map(WordText::line)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String permitted(String words) {
        StringBuilder out = new StringBuilder(words.length());
        words.codePoints()
                .map(c -> c == 0xA0 ? ' ' : c)
                .filter(c -> c == '\n' || c == '\r' || c == '\t' || c >= 0x20 && c != 0xFFFE && c != 0xFFFF)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
