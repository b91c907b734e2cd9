package vn.thidua.organization.sheet;

import java.text.Normalizer;
import java.util.Locale;

/** Vietnamese words cleaned and compared. */
public final class Wording {
    private static final String FROM = "òóỏõọùúủũụ";

    private Wording() {}

    /** NFC, control characters out, every kind of blank as one blank, none at the ends. */
    public static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        String composed = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(composed.length());
        boolean gap = false;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = !out.isEmpty();
            } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && (i == 0 || i == text.length() - 1 || text.charAt(i - 1) == ' ')) {
                return false;
            }
        }
        return true;
    }

    /**
     * What stays the same when a name is written another way: letters and digits in lower case with all marks, single
     * blanks, the tone mark where the older rule puts it (Hoà becomes Hòa).
     */
    public static String key(String text) {
        String lower = clean(text).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        int end = out.length();
        if (end > 0 && out.charAt(end - 1) == ' ') {
            out.setLength(end - 1);
        }
        for (int i = 1; i < out.length(); i++) {
            if (i + 1 == out.length() || out.charAt(i + 1) == ' ') {
                moveTone(out, i);
            }
        }
        return out.toString();
    }

    private static void moveTone(StringBuilder out, int i) {
        int tone = "àáảãạèéẻẽẹỳýỷỹỵ".indexOf(out.charAt(i));
        char before = out.charAt(i - 1);
        boolean o = tone >= 0 && before == 'o' && tone < 10;
        boolean u = tone >= 10 && before == 'u' && (i < 2 || out.charAt(i - 2) != 'q');
        if (o || u) {
            out.setCharAt(i - 1, FROM.charAt((u ? 5 : 0) + tone % 5));
            out.setCharAt(i, "aey".charAt(tone / 5));
        }
    }

    /** The key without any marks, đ as d: finds what was typed without them. */
    public static String bare(String text) {
        String key = key(text);
        String apart = Normalizer.normalize(key, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(key.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(c == 'đ' ? 'd' : c);
            }
        }
        return out.toString();
    }
}
