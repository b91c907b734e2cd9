package vn.thidua.platform.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * What is done to every text that comes in, and the keys it is found and sorted by. All keys are plain strings, to be
 * compared code point by code point: the database needs no collation, and the embedded server has none.
 */
public final class Text {

    private Text() {}

    /**
     * One line: NFC, trimmed, any run of white space (line ends, tabs and no-break spaces too) one space, without control
     * characters, marks of direction, zero-width characters, private and unpaired code points.
     */
    public static String clean(String text) {
        return clean(text, false);
    }

    /** The same, but line ends stay, as {@code \n}; each line is trimmed, and no empty line begins or ends the text. */
    public static String cleanLines(String text) {
        return clean(text, true);
    }

    private static String clean(String text, boolean keepLines) {
        var out = new StringBuilder(text.length());
        boolean space = false;
        int ends = 0;
        String composed = Normalizer.normalize(text, Form.NFC).replace("\r\n", "\n");
        for (int i = 0, c; i < composed.length(); i += Character.charCount(c)) {
            c = composed.codePointAt(i);
            if (keepLines && isLineEnd(c)) {
                ends++;
            } else if (isSpace(c)) {
                space = true;
            } else if (isText(c)) {
                if (!out.isEmpty()) {
                    out.append(ends > 0 ? "\n".repeat(ends) : space ? " " : "");
                }
                space = false;
                ends = 0;
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isText(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** For search: cleaned, lower case, without any mark, {@code đ} as {@code d}. {@code "Đồng Tháp"}: {@code dong thap}. */
    public static String fold(String text) {
        String apart = Normalizer.normalize(clean(text).toLowerCase(Locale.ROOT), Form.NFD);
        var out = new StringBuilder(apart.length());
        apart.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .map(c -> c == 'đ' ? 'd' : c)
                .forEach(out::appendCodePoint);
        return Normalizer.normalize(out, Form.NFC);
    }

    /**
     * For lists: the Vietnamese alphabet (a ă â b c d đ e ê ... o ô ơ ... u ư ... y), syllable by syllable as in a
     * dictionary; between equal letters the tone decides (ngang, huyền, hỏi, ngã, sắc, nặng). A number sorts by its
     * value: "Thôn 2" before "Thôn 10". Upper and lower case, and where the tone mark stands, make no difference.
     */
    public static String sort(String text) {
        return Syllables.sortKey(clean(text).toLowerCase(Locale.ROOT));
    }

    /**
     * For comparing names: equal for spellings that differ only in case, white space and the letter of a syllable that
     * carries the tone mark (Hòa and Hoà, thủy and thuỷ). Other differences stay: Hoa, Hòa and Hóa are three names.
     */
    public static String same(String text) {
        return Syllables.sameKey(clean(text).toLowerCase(Locale.ROOT));
    }
}
