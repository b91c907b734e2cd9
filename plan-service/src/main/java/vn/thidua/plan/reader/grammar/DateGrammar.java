package vn.thidua.plan.reader.grammar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as offices write them: {@code 26/11/2003}, {@code 26-11-2003}, {@code 26.11.2003}, {@code 05/5}, {@code ngày 19
 * tháng 6 năm 2015}, {@code ngày 3 tháng 2}.
 */
public final class DateGrammar {
    // separators may have a blank on one side: scans and justified lines put it there
    private static final Pattern DATE = Pattern.compile(
            "(?<![\\d/.,-])(?<!tuần )(\\d{1,2}) ?([/.-]) ?(\\d{1,2})(?: ?\\2 ?((?:19|20)\\d{2}))?(?![\\d/]|[.,-]\\d| ?%)"
                    + "|(?<!\\d)(?<!tuần )(?<!quý )(?<!đợt )(?<!kỳ )(\\d{1,2}) {1,3}th[aá]ng {1,3}(\\d{1,2})(?:,? {1,3}n[aă]m {1,3}((?:19|20)\\d{2})| ?/ ?((?:19|20)\\d{2}))?(?!\\d)");

    private DateGrammar() {}

    /**
     * @param from first position of the digits
     * @param to position after the last one
     * @param year null where the text does not say it
     */
    public record Written(
            int from, int to, int day, int month, @Nullable Integer year) {
        /** The date, or null when such a day does not exist. */
        public @Nullable LocalDate in(int defaultYear) {
            try {
                return LocalDate.of(year == null ? defaultYear : year, month, day);
            } catch (DateTimeException notADay) {
                return null;
            }
        }
    }

    /** All dates of the text in order, {@code lower} being the text in lower case ({@link Fold#lower}). */
    public static List<Written> find(String lower) {
        return find(lower, 0, lower.length());
    }

    public static List<Written> find(String lower, int from, int to) {
        List<Written> found = new ArrayList<>();
        Matcher matcher = DATE.matcher(lower).region(from, to);
        matcher.useTransparentBounds(true);
        while (matcher.find()) {
            Written written = read(matcher, lower);
            if (written != null) {
                found.add(written);
            }
        }
        return found;
    }

    /** The date that begins exactly at {@code at}, or null. */
    public static @Nullable Written at(String lower, int at) {
        Matcher matcher = DATE.matcher(lower).region(at, Math.min(lower.length(), at + 40));
        matcher.useTransparentBounds(true);
        return matcher.lookingAt() ? read(matcher, lower) : null;
    }

    private static @Nullable Written read(Matcher matcher, String lower) {
        boolean digits = matcher.group(1) != null;
        int day = Integer.parseInt(digits ? matcher.group(1) : matcher.group(5));
        int month = Integer.parseInt(digits ? matcher.group(3) : matcher.group(6));
        String yearWords = digits ? matcher.group(4) : matcher.group(7) != null ? matcher.group(7) : matcher.group(8);
        if (day < 1 || day > 31 || month < 1 || month > 12) {
            return null;
        }
        // "2.1" is an ordinal and "05-10" a range of numbers unless a word or a year makes it a date
        if (digits
                && yearWords == null
                && !matcher.group(2).equals("/")
                && !lower.startsWith("ngày", wordBefore(lower, matcher.start()))) {
            return null;
        }
        return new Written(
                matcher.start(), matcher.end(), day, month, yearWords == null ? null : Integer.valueOf(yearWords));
    }

    private static int wordBefore(String text, int at) {
        int end = at;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
