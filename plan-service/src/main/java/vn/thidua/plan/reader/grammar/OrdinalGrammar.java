package vn.thidua.plan.reader.grammar;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.source.Passage;

/** Ordinals at the beginning of a paragraph. */
public final class OrdinalGrammar {
    private static final Pattern PART = Pattern.compile(
            "^(phần|chương|mục)\\s+(?:thứ\\s+)?([ivx]{1,5}|\\d{1,2}|nhất|hai|ba|tư|năm)\\s*[.:/)-]?\\s*");
    private static final Pattern ARTICLE = Pattern.compile("^điều\\s+(\\d{1,3})\\s*[.:]\\s*");
    private static final Pattern ROMAN =
            Pattern.compile("^([ivxl]{1,6})\\s?[./)-]\\s*(?=\\S)|^([ivx]{1,5})\\s+(?=\\p{Lu}{2})");
    // a blank behind a dot is a slip only where a further mark follows: "3. 6 tháng" is item 3
    private static final Pattern DOTTED = Pattern.compile(
            "^(\\d{1,2}(?:\\.\\d{1,2}){1,4})(?:[.)/:]+\\s*|\\s+)(?=\\S)|^(\\d{1,2}(?:\\s?\\.\\s?\\d{1,2}){1,4})[.)]\\s+(?=\\S)");
    private static final Pattern DECIMAL =
            Pattern.compile("^(\\d{1,2})\\s?(?:(?:[./)-]|\\s-)\\s*(?=[^\\d\\s])|[.)]\\s+(?=\\d))");
    private static final Pattern LETTER = Pattern.compile("^([a-zđ])\\s?([.)/-])\\s*(?=\\S)");
    private static final Pattern BULLET = Pattern.compile("^([-+*•▪●–—]|o(?= \\p{Lu}))\\s*(?=\\S)");

    private OrdinalGrammar() {}

    /** Kinds of ordinals, outer ones first, as Decree 30/2020 orders them. */
    public enum Kind {
        PART,
        UPPER_LETTER,
        ROMAN,
        ARTICLE,
        DECIMAL,
        DOTTED,
        LETTER,
        BULLET
    }

    /**
     * @param label as it counts in a path: "II", "3", "1.2", "a"; empty for a bullet
     * @param length of the ordinal and the blanks behind it
     * @param depth 1 for everything but a dotted one, which has as many as it has numbers
     */
    public record Ordinal(Kind kind, String label, int length, int depth) {}

    /** The ordinal the words begin with, or null. */
    public static @Nullable Ordinal of(Passage words) {
        String head = words.length() > 60 ? words.sub(0, 60).toString() : words.toString();
        String lower = Fold.lower(head);
        Matcher m = PART.matcher(lower);
        if (m.lookingAt() && (Character.isUpperCase(head.charAt(0)))) {
            return new Ordinal(Kind.PART, partLabel(m.group(2)), m.end(), 1);
        }
        m = ARTICLE.matcher(lower);
        if (m.lookingAt()) {
            return new Ordinal(Kind.ARTICLE, m.group(1), m.end(), 1);
        }
        m = DOTTED.matcher(lower);
        if (m.lookingAt() && !isDate(lower, m.group())) {
            String label = (m.group(1) == null ? m.group(2) : m.group(1)).replace(" ", "");
            int depth = label.split("\\.").length;
            return new Ordinal(Kind.DOTTED, label, m.end(), depth);
        }
        m = DECIMAL.matcher(lower);
        if (m.lookingAt()) {
            return new Ordinal(Kind.DECIMAL, m.group(1), m.end(), 1);
        }
        if (Character.isUpperCase(head.isEmpty() ? ' ' : head.charAt(0))) {
            m = ROMAN.matcher(head.toUpperCase(Locale.ROOT).equals(head) ? lower : romanHead(head, lower));
            if (m.lookingAt()) {
                String label = m.group(1) != null ? m.group(1) : m.group(2);
                return new Ordinal(Kind.ROMAN, label.toUpperCase(Locale.ROOT), m.end(), 1);
            }
        }
        m = LETTER.matcher(lower);
        if (m.lookingAt()) {
            boolean upper = Character.isUpperCase(head.charAt(0));
            // "a. " and "a) " count; "-" and "/" behind a letter belong to words
            if (m.group(2).equals(")")
                    || m.group(2).equals(".")
                    || upper && m.group(2).equals("/")) {
                String label = upper ? m.group(1).toUpperCase(Locale.ROOT) : m.group(1);
                return new Ordinal(upper ? Kind.UPPER_LETTER : Kind.LETTER, label, m.end(), 1);
            }
        }
        m = BULLET.matcher(head);
        if (m.lookingAt()) {
            return new Ordinal(Kind.BULLET, "", m.end(), 1);
        }
        return null;
    }

    /** Roman numerals are upper case; lower-case letters must not be taken for them. */
    private static String romanHead(String head, String lower) {
        int i = 0;
        while (i < head.length() && "IVXL".indexOf(head.charAt(i)) >= 0) {
            i++;
        }
        return i == 0 ? "" : lower.substring(0, i) + head.substring(i);
    }

    /** "Phần thứ ba" counts as III. */
    private static String partLabel(String words) {
        return switch (words) {
            case "nhất" -> "I";
            case "hai" -> "II";
            case "ba" -> "III";
            case "tư" -> "IV";
            case "năm" -> "V";
            default -> words.toUpperCase(Locale.ROOT);
        };
    }

    private static boolean isDate(String lower, String digits) {
        return digits.split("\\.", -1).length >= 3
                && DateGrammar.at(lower, 0) != null
                && lower.matches("^\\d{1,2}\\.\\d{1,2}\\.(19|20)\\d{2}.*");
    }

    /** The value of a Roman numeral; 0 when it is none. */
    public static int roman(String label) {
        int total = 0;
        int last = 0;
        for (int i = label.length() - 1; i >= 0; i--) {
            int value =
                    switch (label.charAt(i)) {
                        case 'I', 'i' -> 1;
                        case 'V', 'v' -> 5;
                        case 'X', 'x' -> 10;
                        case 'L', 'l' -> 50;
                        default -> 0;
                    };
            if (value == 0) {
                return 0;
            }
            total += value < last ? -value : value;
            last = Math.max(last, value);
        }
        return total;
    }
}
