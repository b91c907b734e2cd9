package vn.thidua.plan.reader.fields;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.source.Passage;
import vn.thidua.plan.reader.structure.Element;
import vn.thidua.plan.reader.structure.HeaderLines;

/** Number, place and date of issue, from the lines above the title. */
final class HeaderFields {
    private static final Pattern NUMBER = Pattern.compile(
            "(?:^|\\s)(?:số|sô|so|s6|s0)\\s*[:.]?\\s*(\\d{0,5}[a-zđ]?(?:\\s?/\\s?(?:19|20)\\d{2})?)[\\s.…_]*([/-])\\s*(\\p{L}[\\p{L}\\d]*(?:\\s?[-/&.]\\s?[\\p{L}\\d]+)*)");
    private static final Pattern DATE = Pattern.compile(
            "([\\p{L}](?:[\\p{L} .'-]|(?<= )\\d{1,2}){1,40}?)\\s*[,;]?\\s*\\(?ng[àâa]y\\s*([\\doil|]{1,2}|[.…_\\s]*)[\\s.…_]*th[áa]ng\\s*([\\doil|]{1,2}|[.…_\\s]*)[\\s.…_,]*n[ăâa]m\\s*((?:19|20)\\d{2}|20[.…_ ]*|[.…_ ]*)");
    private static final Pattern SHORT_DATE = Pattern.compile(
            "([\\p{L}][\\p{L} .'-]{1,40}?)\\s*,\\s*ngày\\s*(\\d{1,2})?\\s*[/.-]\\s*(\\d{1,2})?\\s*[/.-]\\s*((?:19|20)\\d{2})");

    private HeaderFields() {}

    /** Each part is empty where the document leaves it blank. */
    record PlaceAndDate(Passage place, Passage day, Passage month, Passage year) {
        static final PlaceAndDate NONE = new PlaceAndDate(Passage.EMPTY, Passage.EMPTY, Passage.EMPTY, Passage.EMPTY);

        boolean isNone() {
            return place.isEmpty() && day.isEmpty() && month.isEmpty() && year.isEmpty();
        }
    }

    /** The number with its code ("01/KH-UBND"); {@code isBlank} when the line is there but has no digits. */
    record DocumentNumber(Passage words, boolean isBlank) {}

    static @Nullable DocumentNumber number(List<Element.Line> header) {
        for (Element.Line line : header) {
            if (!HeaderLines.isNumber(line.words())) {
                continue;
            }
            Matcher matcher = NUMBER.matcher(Fold.lower(line.words()));
            if (matcher.find()) {
                boolean blank = matcher.group(1).isEmpty();
                int end = codeEnd(line.words(), matcher.start(3), matcher.end(3));
                return new DocumentNumber(blank ? Passage.EMPTY : line.words().sub(matcher.start(1), end), blank);
            }
            return new DocumentNumber(Passage.EMPTY, true);
        }
        return null;
    }

    /** The code is in capital letters; what follows in small ones is another column. */
    private static int codeEnd(Passage words, int from, int to) {
        int end = from;
        for (int i = from; i < to; i++) {
            char c = words.charAt(i);
            boolean nextLower = i + 1 < to && Character.isLowerCase(words.charAt(i + 1));
            boolean newWord = i > from && words.charAt(i - 1) == ' ' && Character.isUpperCase(c);
            if (newWord && nextLower) {
                break;
            }
            if (Character.isLetterOrDigit(c)) {
                end = i + 1;
            }
        }
        return end;
    }

    static PlaceAndDate placeAndDate(List<Element.Line> lines) {
        for (Element.Line line : lines) {
            Passage words = line.words();
            if (words.length() > 200) {
                continue;
            }
            String lower = Fold.lower(words);
            Matcher matcher = DATE.matcher(lower);
            if (!matcher.find()) {
                matcher = SHORT_DATE.matcher(lower);
                if (!matcher.find(0)) {
                    continue;
                }
            }
            Passage place = place(words.sub(matcher.start(1), matcher.end(1)).strip());
            return new PlaceAndDate(
                    place, digits(words, matcher, 2, 2), digits(words, matcher, 3, 2), digits(words, matcher, 4, 4));
        }
        return PlaceAndDate.NONE;
    }

    /** Scans take 0 for O and 1 for l. */
    static char digit(char c) {
        return switch (c) {
            case 'O', 'o' -> '0';
            case 'l', 'I', 'i', '|' -> '1';
            default -> c;
        };
    }

    private static Passage digits(Passage words, Matcher matcher, int group, int most) {
        if (matcher.group(group) == null) {
            return Passage.EMPTY;
        }
        Passage part = words.sub(matcher.start(group), matcher.end(group)).strip();
        boolean number = !part.isEmpty() && part.length() <= most;
        for (int i = 0; i < part.length(); i++) {
            number &= Character.isDigit(digit(part.charAt(i)));
        }
        return number && (most == 2 || part.length() == 4) ? part : Passage.EMPTY;
    }

    /** In a line shared with the number the place begins at the last run of capitalised words. */
    private static Passage place(Passage words) {
        Matcher code =
                Pattern.compile("^.*[/-]\\s*\\p{Lu}+\\s+(?=\\p{Lu}\\p{Ll})").matcher(words);
        return code.find() ? words.from(code.end()) : words;
    }
}
