package vn.thidua.platform.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as clerks write them. */
public final class Days {
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\s*[/.\\-]\\s*(\\d{1,2})\\s*[/.\\-]\\s*(\\d{4})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})\\s*[/.\\-]\\s*(\\d{1,2})\\s*[/.\\-]\\s*(\\d{1,2})");
    private static final Pattern IN_WORDS = Pattern.compile(
            "(?:ngày\\s+)?(\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4})", Pattern.CASE_INSENSITIVE);
    private static final Pattern MIDNIGHT = Pattern.compile("[T ]0{1,2}:00(:00)?(\\.0+)?Z?$");

    private Days() {}

    /** Day first, as {@code 01/07/2025}. */
    public static String written(LocalDate date) {
        return String.format(Locale.ROOT, "%02d/%02d/%04d", date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    /** dd/MM/yyyy, yyyy-MM-dd or in words; empty if it is no date or there is no such day. */
    public static Optional<LocalDate> read(String text) {
        String words = MIDNIGHT.matcher(text.strip()).replaceFirst("");
        Matcher first = DAY_FIRST.matcher(words);
        if (first.matches()) {
            return of(first.group(3), first.group(2), first.group(1));
        }
        Matcher year = YEAR_FIRST.matcher(words);
        if (year.matches()) {
            return of(year.group(1), year.group(2), year.group(3));
        }
        Matcher said = IN_WORDS.matcher(words);
        return said.matches() ? of(said.group(3), said.group(2), said.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> of(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
