package vn.thidua.plan.reader.intake.docx;

import java.util.Locale;

/** Numbers as lists show them. */
final class Ordinals {
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] SIGNS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    private static final int LONGEST_ROMAN = 3999;

    private Ordinals() {}

    /** @param format the name of a number format in WordprocessingML; one that is not known counts in digits */
    static String shown(int value, String format) {
        return switch (format) {
            case "none", "bullet" -> "";
            case "upperRoman" -> roman(value);
            case "lowerRoman" -> roman(value).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letter(value);
            case "lowerLetter" -> letter(value).toLowerCase(Locale.ROOT);
            case "decimalZero" -> value >= 0 && value < 10 ? "0" + value : String.valueOf(value);
            default -> String.valueOf(value);
        };
    }

    /** The plus sign is the second bullet of Vietnamese documents and keeps its meaning; any other is a dash. */
    static String bullet(String text) {
        return text.strip().equals("+") ? "+" : "-";
    }

    private static String roman(int value) {
        if (value < 1 || value > LONGEST_ROMAN) {
            return String.valueOf(value);
        }
        StringBuilder roman = new StringBuilder();
        int rest = value;
        for (int i = 0; i < VALUES.length; i++) {
            while (rest >= VALUES[i]) {
                roman.append(SIGNS[i]);
                rest -= VALUES[i];
            }
        }
        return roman.toString();
    }

    /** After Z comes AA, then BB: Word repeats the letter. */
    private static String letter(int value) {
        if (value < 1 || value > 26 * 30) {
            return String.valueOf(value);
        }
        return String.valueOf((char) ('A' + (value - 1) % 26)).repeat((value - 1) / 26 + 1);
    }
}
