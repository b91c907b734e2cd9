package vn.thidua.plan.drafting.copy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Years inside texts of a plan, moved by one: "năm 2025", "15/6/2025", "Quý I/2025", "năm học 2024-2025". Numbers and
 * dates of cited documents stay, and so do longer spans of years ("giai đoạn 2021-2025").
 */
final class YearsInText {

    private static final String END = "(?!\\d)";

    /** Of several readings of a place, the first holds. */
    private static final Pattern PLACES = Pattern.compile(
            // a cited document with its date
            "(?<cited>(?<!\\d)\\d{1,5}(?:/\\d{4})?[/-]\\p{Lu}[\\p{L}\\p{N}&]*(?:[-–]\\s?\\p{Lu}[\\p{L}\\p{N}&]*)*"
                    + "(?:,?\\s+(?i:ngày)\\s+(?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}"
                    + "|\\d{1,2}\\s+(?i:tháng)\\s+\\d{1,2}\\s+(?i:năm)\\s+\\d{4}))?)"
                    + "|(?<span>(?<!\\d)(?<first>\\d{4})(?<dash>\\s*[-–—]\\s*)(?<last>\\d{4})" + END + ")"
                    + "|(?<![\\d/])(?<day>\\d{1,2})(?<sep>[/.-])(?<month>\\d{1,2})\\k<sep>(?<year>\\d{4})" + END
                    + "|(?<written>(?i:ngày)\\s+)(?<wday>\\d{1,2})(?<wmid>\\s+(?i:tháng)\\s+)(?<wmonth>\\d{1,2})"
                    + "(?<wend>\\s+(?i:năm)\\s+)(?<wyear>\\d{4})" + END
                    + "|(?<before>(?<![\\d/])\\d{1,2}/|(?i:quý)\\s+(?:[IVX]{1,4}|\\d)\\s*[/,-]\\s*|(?i:năm)\\s+)(?<plain>\\d{4})"
                    + END,
            Pattern.UNICODE_CASE);

    private YearsInText() {}

    /** @param year of the plan; only years next to it are moved */
    static String moved(String text, int year) {
        Matcher place = PLACES.matcher(text);
        StringBuilder moved = new StringBuilder();
        while (place.find()) {
            place.appendReplacement(moved, Matcher.quoteReplacement(replacement(place, year)));
        }
        return place.appendTail(moved).toString();
    }

    private static String replacement(Matcher place, int year) {
        if (place.group("cited") != null) {
            return place.group();
        }
        if (place.group("span") != null) {
            int first = Integer.parseInt(place.group("first"));
            int last = Integer.parseInt(place.group("last"));
            return last == first + 1 && isNear(last, year)
                    ? (first + 1) + place.group("dash") + (last + 1)
                    : place.group();
        }
        if (place.group("year") != null) {
            return date(place, "day", "month", "year", year);
        }
        if (place.group("wyear") != null) {
            return date(place, "wday", "wmonth", "wyear", year);
        }
        int plain = Integer.parseInt(place.group("plain"));
        return isNear(plain, year) ? place.group("before") + (plain + 1) : place.group();
    }

    private static String date(Matcher place, String day, String month, String yearGroup, int planYear) {
        int year = Integer.parseInt(place.group(yearGroup));
        if (!isNear(year, planYear)) {
            return place.group();
        }
        LocalDate moved;
        try {
            moved = LocalDate.of(year, Integer.parseInt(place.group(month)), Integer.parseInt(place.group(day)))
                    .plusYears(1);
        } catch (DateTimeException e) {
            // no date: nobody can say which day is meant
            return place.group();
        }
        String at = place.group();
        int start = place.start();
        StringBuilder changed = new StringBuilder(at);
        changed.replace(place.start(yearGroup) - start, place.end(yearGroup) - start, String.valueOf(moved.getYear()));
        if (moved.getDayOfMonth() != Integer.parseInt(place.group(day))) {
            changed.replace(place.start(day) - start, place.end(day) - start, String.valueOf(moved.getDayOfMonth()));
        }
        return changed.toString();
    }

    private static boolean isNear(int found, int year) {
        return Math.abs(found - year) <= 1;
    }
}
