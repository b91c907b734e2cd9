package vn.thidua.plan.reader.grammar;

import java.text.Normalizer;

/**
 * Letters without case and without marks, one for one: a position in the folded text is the same position in the
 * original, so that what is found in the one can be cut out of the other.
 */
public final class Fold {
    private static final char[] BARE = new char[0x2000];
    private static final char[] LOWER = new char[0x2000];

    static {
        for (int c = 0; c < BARE.length; c++) {
            char lower = Character.toLowerCase((char) c);
            LOWER[c] = lower;
            String decomposed = Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD);
            BARE[c] = lower == 'đ' ? 'd' : decomposed.isEmpty() ? lower : decomposed.charAt(0);
        }
    }

    private Fold() {}

    /** Lower case, no tone and vowel marks, đ as d; typographic dashes and quotes as the plain ones; same length. */
    public static String bare(CharSequence text) {
        char[] out = new char[text.length()];
        for (int i = 0; i < out.length; i++) {
            out[i] = bare(text.charAt(i));
        }
        return new String(out);
    }

    /** Lower case with all marks; typographic dashes and quotes as the plain ones; same length. */
    public static String lower(CharSequence text) {
        char[] out = new char[text.length()];
        for (int i = 0; i < out.length; i++) {
            char c = text.charAt(i);
            out[i] = c < LOWER.length ? LOWER[c] : mark(c);
            if (i > 0 && !Character.isLetter(i + 1 < out.length ? text.charAt(i + 1) : ' ')) {
                moveTone(out, i);
            }
        }
        return new String(out);
    }

    /** "hoà", "khoẻ", "uỷ" are the same syllables as "hòa", "khỏe", "ủy": the tone moves to the first vowel. */
    private static void moveTone(char[] out, int i) {
        int tone = "àáảãạèéẻẽẹỳýỷỹỵ".indexOf(out[i]);
        if (tone < 0) {
            return;
        }
        boolean o = out[i - 1] == 'o' && tone < 10;
        boolean u = out[i - 1] == 'u' && tone >= 10 && (i < 2 || out[i - 2] != 'q');
        if (o || u) {
            out[i - 1] = (o ? "òóỏõọ" : "ùúủũụ").charAt(tone % 5);
            out[i] = "aey".charAt(tone / 5);
        }
    }

    static char bare(char c) {
        return c < BARE.length ? BARE[c] : mark(c);
    }

    private static char mark(char c) {
        return switch (c) {
            case '‐', '‑', '‒', '–', '—', '―', '−' -> '-';
            case '“', '”', '„', '‟', '″' -> '"';
            case '‘', '’', '‚', '‛' -> '\'';
            case '•', '▪', '●', '◦', '■', '○', '\uf0b7', '\uf0a7' -> '•';
            default -> c;
        };
    }

    /** Whether at least one letter is there and none is lower case. */
    public static boolean isUpperCase(CharSequence text) {
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letter |= Character.isUpperCase(c);
        }
        return letter;
    }

    /** Letters and digits only, folded, single blanks between words: to tell whether two texts say the same. */
    public static String key(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = bare(text.charAt(i));
            if (Character.isLetterOrDigit(c)) {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.append(c);
            } else {
                gap = true;
            }
        }
        return out.toString();
    }
}
