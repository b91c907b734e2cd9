package vn.thidua.plan.reader.intake.text;

import java.text.Normalizer;
import java.util.BitSet;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.intake.RefusedException;

/** NFC, one kind of line end, one kind of blank, no control and no invisible characters; tabs stay. */
final class TextNormaliser {
    private TextNormaliser() {}

    /**
     * @param pageBreaks positions in {@code text} where a form feed stood
     */
    record Normalised(String text, BitSet pageBreaks) {}

    static Normalised normalise(String raw, Budget budget) {
        if (raw.length() > budget.characters() * 2L) {
            throw new RefusedException(RefusalReason.TEXT_TOO_LONG);
        }
        String nfc = Normalizer.isNormalized(raw, Normalizer.Form.NFC)
                ? raw
                : Normalizer.normalize(raw, Normalizer.Form.NFC);
        if (nfc.length() > budget.characters()) {
            throw new RefusedException(RefusalReason.TEXT_TOO_LONG);
        }
        boolean html = nfc.contains("&") && (nfc.contains("<t") || nfc.contains("<b") || nfc.contains("&nbsp;"));
        StringBuilder out = new StringBuilder(nfc.length());
        BitSet pageBreaks = new BitSet();
        for (int i = 0; i < nfc.length(); i++) {
            char c = nfc.charAt(i);
            switch (c) {
                case '\n', '\t' -> out.append(c);
                case '\r' -> {
                    if (i + 1 >= nfc.length() || nfc.charAt(i + 1) != '\n') {
                        out.append('\n');
                    }
                }
                case '\f' -> {
                    out.append('\n');
                    pageBreaks.set(out.length());
                }
                case 0x0b, 0x85, 0x2028, 0x2029 -> out.append('\n');
                case 0x2011 -> out.append('-');
                case '&' -> {
                    int used = html ? entity(nfc, i, out) : 0;
                    if (used == 0) {
                        out.append(c);
                    }
                    i += Math.max(0, used - 1);
                }
                default -> append(c, out);
            }
        }
        return new Normalised(out.toString(), pageBreaks);
    }

    private static void append(char c, StringBuilder out) {
        switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR -> out.append(' ');
            case Character.CONTROL, Character.FORMAT -> {
                // no letters: soft hyphen, zero-width characters, byte order mark, escape
            }
            default -> out.append(c);
        }
    }

    private static int entity(String text, int at, StringBuilder out) {
        String[][] known = {{"&nbsp;", " "}, {"&amp;", "&"}, {"&quot;", "\""}, {"&lt;", "<"}, {"&gt;", ">"}};
        for (String[] entity : known) {
            if (text.startsWith(entity[0], at)) {
                out.append(entity[1]);
                return entity[0].length();
            }
        }
        return 0;
    }
}
