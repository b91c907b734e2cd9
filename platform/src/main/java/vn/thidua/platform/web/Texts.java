package vn.thidua.platform.web;

import java.text.Normalizer;

/** The form in which every text comes in: composed (NFC), trimmed, without what nobody can see. */
public final class Texts {

    private Texts() {}

    /**
     * Line feeds and tabs stay, other line ends become line feeds, other blanks (as the one that does not break) become
     * spaces. Control characters go, and what has no width or turns the direction of reading: it can make a text look like
     * another, or like none.
     *
     * @throws IllegalArgumentException if it is no well-formed Unicode
     */
    public static String clean(String text) {
        var kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point <= 0xFFFF && Character.isSurrogate((char) point)) {
                throw new IllegalArgumentException("half a character");
            }
            if (point == '\r') {
                if (i >= text.length() || text.charAt(i) != '\n') {
                    kept.append('\n');
                }
            } else if (Character.getType(point) == Character.SPACE_SEPARATOR) {
                kept.append(' ');
            } else if (point == '\n' || point == '\t' || !isUnwanted(point)) {
                kept.appendCodePoint(point);
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    }

    private static boolean isUnwanted(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT;
    }
}
