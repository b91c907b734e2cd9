package vn.thidua.plan.reader.intake.docx;

import java.util.Locale;

/** Characters of symbol fonts that mean something in a plan; the others are ornaments and are left out. */
final class Symbols {
    private static final int PRIVATE = 0xf000;

    private Symbols() {}

    /**
     * @param font its font, "Symbol" or "Wingdings"
     * @param code hexadecimal, in the private use area or not
     */
    static String of(String font, String code) {
        int value;
        try {
            value = Integer.parseInt(code.strip(), 16);
        } catch (NumberFormatException e) {
            return "";
        }
        int low = value >= PRIVATE && value <= PRIVATE + 0xff ? value - PRIVATE : value;
        String name = font.toLowerCase(Locale.ROOT);
        if (name.startsWith("wingdings") || name.startsWith("webdings")) {
            return wingdings(low);
        }
        if (name.equals("symbol")) {
            return symbol(low);
        }
        return low == value && Character.isDefined(value) && Character.getType(value) != Character.PRIVATE_USE
                ? Character.toString(value)
                : ornament(value);
    }

    /** What a private use character most likely shows when its font is not known. */
    private static String ornament(int value) {
        return switch (value - PRIVATE) {
            case 0x2d -> "-";
            case 0xb7, 0xa7, 0xd8 -> "•";
            default -> "";
        };
    }

    private static String wingdings(int low) {
        return switch (low) {
            case 0x6c, 0x6e, 0x71, 0x75, 0x76, 0x77, 0x9f, 0xa7, 0xb7, 0xd8, 0xf0 -> "•";
            case 0x6f, 0xa8 -> "☐";
            case 0xfe -> "☑";
            case 0xfd -> "☒";
            case 0xe0 -> "→";
            default -> "";
        };
    }

    private static String symbol(int low) {
        return switch (low) {
            case 0xa3 -> "≤";
            case 0xb3 -> "≥";
            case 0xb0 -> "°";
            case 0xb1 -> "±";
            case 0xb4 -> "×";
            case 0xb8 -> "÷";
            case 0xae -> "→";
            case 0xb7 -> "•";
            case 0x2d, 0xbe -> "-";
            default -> low >= 0x20 && low < 0x40 ? Character.toString(low) : "";
        };
    }

    /** Without private use characters, and with blanks where XML has line ends. */
    static String plain(String text, Content.Font font) {
        StringBuilder plain = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean privateUse = c >= 0xe000 && c <= 0xf8ff;
            if (plain == null) {
                if (c >= ' ' && !privateUse) {
                    continue;
                }
                plain = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (c < ' ') {
                plain.append(' ');
            } else if (!privateUse) {
                plain.append(c);
            } else if (font != Content.Font.UNICODE && c >= PRIVATE + ' ' && c <= PRIVATE + 0xff) {
                plain.append((char) (c - PRIVATE));
            } else {
                plain.append(ornament(c));
            }
        }
        return plain == null ? text : plain.toString();
    }
}
