package vn.thidua.plan.reader.grammar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a deadline into a window of dates. What names no date ("thường xuyên") has no window. */
public final class DeadlineGrammar {
    private static final Pattern QUARTER = Pattern.compile(
            "(?<!\\p{L})qu[ýyí]\\s*:?\\s*([il]v|[il|]{1,3}|[1-4])(?![\\p{L}\\d])(?:\\s*(?:[,;&-]|và|đến)\\s*(?:quý\\s*)?([il]v|[il|]{1,3}|[1-4])(?![\\p{L}\\d]))?(?:\\s*(?:/|năm)\\s*((?:19|20)\\d{2}))?");
    private static final Pattern MONTH = Pattern.compile(
            "(?<!\\p{L})tháng\\s*(0?[1-9]|1[0-2])(?![\\d])(?:\\s*(?:/|-|năm)\\s*((?:19|20)\\d{2}))?(?:\\s*(?:[,;&+-]|và|đến)\\s*(?:hết\\s*)?(?:tháng\\s*)?(0?[1-9]|1[0-2])(?![\\d%])(?:\\s*(?:/|năm)\\s*((?:19|20)\\d{2}))?)?");
    private static final Pattern WEEK = Pattern.compile(
            "(?<!\\p{L})tuần\\s*(?:thứ\\s*)?([1-4]|i{1,3}|iv|đầu|hai|ba|tư|cuối)(?:\\s*(?:của)?\\s*tháng)");
    private static final Pattern HALF = Pattern.compile("(?:6|06|sáu) tháng (đầu|cuối) năm(?:\\s*((?:19|20)\\d{2}))?");
    private static final Pattern YEAR = Pattern.compile(
            "(?<!\\p{L})(?:năm|cuối năm)\\s*((?:19|20)\\d{2})|(?<!\\p{L})(?:trong|cả|hết|cuối|suốt) năm(?!\\p{L})");
    private static final Pattern SPAN_OF_DAYS = Pattern.compile(
            "(?<![\\d/])(\\d{1,2})\\s*(?:-|đến(?: ngày)?)\\s*(\\d{1,2})\\s?/\\s?(\\d{1,2})(?:\\s?/\\s?((?:19|20)\\d{2}))?(?!\\d)");
    private static final Pattern UNTIL = Pattern.compile(
            "(?:trước|chậm nhất|muộn nhất|đến hết|hết|đến|tới|không quá|xong|hạn)(?:\\s+(?:là|vào|ngày|cuối|thời hạn|chót|:))*+\\s*$");
    private static final Pattern SHORT_MONTH = Pattern.compile(
            "\\s*(?:t\\.?\\s?(?=\\d)|(?=\\d{1,2}\\s?/\\s?(?:19|20)\\d{2}\\s*$))(\\d{1,2}(?:\\s?[/,-]\\s?\\d{1,4}){0,3})\\s*");
    private static final Pattern SHORT_QUARTER = Pattern.compile("\\s*q\\.?\\s?(?=(?:iv|iii|ii|i|[1-4])(?!\\p{L}))");
    private static final Pattern HOUR = Pattern.compile("\\d\\s*(?:h|giờ|g)\\s*\\d{0,2}\\s*(?:phút)?,?\\s*ngày$");
    private static final Pattern BEFORE = Pattern.compile("trước\\s*(?:ngày\\s*)?$");
    private static final Pattern SINCE = Pattern.compile("từ(?:\\s+ngày)?\\s*$");
    private static final Pattern RECURRING = Pattern.compile(
            "(?:hằng|hàng|mỗi|từng)\\s+(?:ngày|tuần|tháng|quý|năm)|định kỳ|cuối (?:mỗi )?(?:quý|tháng)(?!\\s*[\\divx])");

    private DeadlineGrammar() {}

    /**
     * @param quarter 1 to 4 when the words name one quarter of the plan's year, else null
     * @param from first day, or null
     * @param to last day (inclusive), or null
     * @param start first position of the words the window was read from, {@code end} the one after the last
     */
    public record Window(
            @Nullable Integer quarter,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int start,
            int end) {}

    /** The window of a cell or a phrase that is a deadline and nothing else, or null. */
    public static @Nullable Window read(String words, int planYear) {
        String lower = spelledOut(Fold.lower(words));
        Window span = spanOfDays(lower, planYear);
        if (span != null) {
            return span;
        }
        Window days = days(lower, planYear);
        if (days != null) {
            return days;
        }
        if (RECURRING.matcher(lower).find()
                && !QUARTER.matcher(lower).find()
                && !MONTH.matcher(lower).find()) {
            return null;
        }
        Window half = half(lower, planYear);
        if (half != null) {
            return half;
        }
        Window month = month(lower, planYear);
        Window quarter = quarter(lower, planYear);
        if (quarter != null && (month == null || quarter.start() <= month.start())) {
            return quarter;
        }
        // "thường xuyên trong năm" is no deadline at the end of the year
        return month != null ? month : lower.contains("thường xuyên") ? null : year(lower, planYear);
    }

    /** Short forms of cells: "9/2024" and "T9/2024" are months, "Q.I" is a quarter. */
    private static String spelledOut(String lower) {
        Matcher month = SHORT_MONTH.matcher(lower);
        if (month.matches()) {
            return "tháng " + month.group(1);
        }
        Matcher quarter = SHORT_QUARTER.matcher(lower);
        return quarter.lookingAt() ? "quý " + lower.substring(quarter.end()) : lower;
    }

    /** "15-20/6": two days of one month. */
    private static @Nullable Window spanOfDays(String lower, int planYear) {
        Matcher matcher = SPAN_OF_DAYS.matcher(lower);
        if (!matcher.find()) {
            return null;
        }
        int month = Integer.parseInt(matcher.group(3));
        int year = matcher.group(4) == null ? planYear : Integer.parseInt(matcher.group(4));
        LocalDate from = new DateGrammar.Written(0, 0, Integer.parseInt(matcher.group(1)), month, year).in(year);
        LocalDate to = new DateGrammar.Written(0, 0, Integer.parseInt(matcher.group(2)), month, year).in(year);
        // "25-05/6" may begin in another month: then only its end is certain
        return from == null || to == null || to.isBefore(from)
                ? null
                : new Window(null, from, to, matcher.start(), matcher.end());
    }

    private static @Nullable Window days(String lower, int planYear) {
        List<DateGrammar.Written> dates = new ArrayList<>(DateGrammar.find(lower));
        if (dates.isEmpty()) {
            return null;
        }
        DateGrammar.Written last = dates.getLast();
        int year = last.year() == null ? yearAfter(lower, last.to(), planYear) : last.year();
        LocalDate to = last.in(year);
        if (to == null) {
            return null;
        }
        if (dates.size() >= 2) {
            DateGrammar.Written first = dates.get(dates.size() - 2);
            String between = lower.substring(first.to(), last.from());
            boolean range = SINCE.matcher(lower.substring(0, first.from())).find()
                    || between.matches("\\s*(?:-|đến|tới|đến hết)\\s*(?:hết\\s*)?(?:ngày\\s*)?");
            if (range) {
                return range(first, last, year, to);
            }
            return new Window(null, null, to, dates.getFirst().from(), last.to());
        }
        String before = lower.substring(0, last.from()).stripTrailing();
        if (SINCE.matcher(before).find()) {
            Window rest = read(lower.substring(last.to()), planYear);
            return new Window(null, to, rest == null ? null : rest.to(), last.from(), last.to());
        }
        boolean day = before.endsWith("ngày") && !HOUR.matcher(before).find();
        if (UNTIL.matcher(before).find() || !day) {
            return new Window(null, null, to, last.from(), last.to());
        }
        return new Window(null, to, to, last.from(), last.to());
    }

    /** From one day to another; where a year is left out the span may go over the turn of the year. */
    private static Window range(DateGrammar.Written first, DateGrammar.Written last, int year, LocalDate to) {
        LocalDate from = first.in(year);
        LocalDate end = to;
        if (from != null && first.year() == null && from.isAfter(to)) {
            from = last.year() == null ? from : from.minusYears(1);
            end = last.year() == null ? to.plusYears(1) : to;
        }
        return new Window(null, from, end, first.from(), last.to());
    }

    private static int yearAfter(String lower, int at, int planYear) {
        Matcher matcher = Pattern.compile("^\\s*,?\\s*năm\\s*((?:19|20)\\d{2})").matcher(lower.substring(at));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : planYear;
    }

    private static @Nullable Window half(String lower, int planYear) {
        Matcher m = HALF.matcher(lower);
        if (!m.find()) {
            return null;
        }
        int year = m.group(2) == null ? planYear : Integer.parseInt(m.group(2));
        boolean first = m.group(1).equals("đầu");
        return new Window(
                null,
                LocalDate.of(year, first ? 1 : 7, 1),
                first ? LocalDate.of(year, 6, 30) : LocalDate.of(year, 12, 31),
                m.start(),
                m.end());
    }

    private static @Nullable Window month(String lower, int planYear) {
        Matcher m = MONTH.matcher(lower);
        if (!m.find()) {
            return null;
        }
        int lastYear = m.group(4) != null
                ? Integer.parseInt(m.group(4))
                : m.group(2) != null ? Integer.parseInt(m.group(2)) : yearNear(lower, m.end(), planYear);
        int firstYear = m.group(2) != null ? Integer.parseInt(m.group(2)) : lastYear;
        YearMonth first = YearMonth.of(firstYear, Integer.parseInt(m.group(1)));
        YearMonth last = m.group(3) == null ? first : YearMonth.of(lastYear, Integer.parseInt(m.group(3)));
        if (last.isBefore(first)) {
            last = last.plusYears(1);
        }
        String before = lower.substring(0, m.start());
        if (m.group(3) == null && BEFORE.matcher(before).find()) {
            return new Window(null, null, first.atDay(1).minusDays(1), m.start(), m.end());
        }
        if (m.group(3) == null && UNTIL.matcher(before).find()) {
            return new Window(null, null, first.atEndOfMonth(), m.start(), m.end());
        }
        Matcher week = WEEK.matcher(lower);
        if (week.find() && week.end() >= m.start() && week.start() < m.start()) {
            int n = week(week.group(1));
            LocalDate from = first.atDay((n - 1) * 7 + 1);
            LocalDate to = n == 4 ? first.atEndOfMonth() : first.atDay(n * 7);
            return new Window(null, from, to, week.start(), m.end());
        }
        return new Window(null, first.atDay(1), last.atEndOfMonth(), m.start(), m.end());
    }

    private static int week(String words) {
        return switch (words) {
            case "1", "i", "đầu" -> 1;
            case "2", "ii", "hai" -> 2;
            case "3", "iii", "ba" -> 3;
            default -> 4;
        };
    }

    private static int yearNear(String lower, int at, int planYear) {
        Matcher matcher = Pattern.compile("năm\\s*((?:19|20)\\d{2})").matcher(lower);
        return matcher.find(at) ? Integer.parseInt(matcher.group(1)) : planYear;
    }

    private static @Nullable Window quarter(String lower, int planYear) {
        Matcher m = QUARTER.matcher(lower);
        if (!m.find()) {
            return null;
        }
        int year = m.group(3) == null ? yearNear(lower, m.end(), planYear) : Integer.parseInt(m.group(3));
        int first = quarterNumber(m.group(1));
        int last = m.group(2) == null ? first : quarterNumber(m.group(2));
        LocalDate start = LocalDate.of(year, first * 3 - 2, 1);
        LocalDate end = YearMonth.of(year, last * 3).atEndOfMonth();
        if (first != last) {
            return last < first ? null : new Window(null, start, end, m.start(), m.end());
        }
        if (year != planYear) {
            return new Window(first, start, end, m.start(), m.end());
        }
        return new Window(first, null, null, m.start(), m.end());
    }

    /** 1 to 4 from "I" to "IV" or a digit. */
    public static int quarterNumber(String words) {
        // scans take I for l and |
        int roman = OrdinalGrammar.roman(words.replace('l', 'i').replace('|', 'i'));
        return roman > 0 ? roman : Integer.parseInt(words);
    }

    private static @Nullable Window year(String lower, int planYear) {
        Matcher m = YEAR.matcher(lower);
        if (!m.find()) {
            return null;
        }
        int year = m.group(1) == null ? planYear : Integer.parseInt(m.group(1));
        return new Window(null, null, LocalDate.of(year, 12, 31), m.start(), m.end());
    }

    /** The quarter a row or heading names as its only content ("QUÝ II", "Quý 3 năm 2024"), or null. */
    public static @Nullable Integer quarterHeading(String words) {
        Matcher m = QUARTER.matcher(Fold.lower(words));
        return m.find() && m.start() < 12 && m.group(2) == null && words.length() - m.end() < 12
                ? quarterNumber(m.group(1))
                : null;
    }
}
