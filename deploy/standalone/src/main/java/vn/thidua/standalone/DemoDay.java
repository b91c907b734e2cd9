package vn.thidua.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day from which the demo counts: that of its first loading, remembered so that loading it again on another day sends
 * the same requests.
 */
record DemoDay(LocalDate day) {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    /** {@code ${=day-30}}, {@code ${=date+7}}, {@code ${=iso}}, {@code ${=year}}. */
    private static final Pattern COUNTED = Pattern.compile("\\$\\{=(day|date|iso|year)([+-]\\d{1,4})?}");

    static DemoDay of(Home home) {
        Path file = home.data().resolve("demo-day");
        try {
            if (Files.exists(file)) {
                return new DemoDay(LocalDate.parse(
                        Files.readString(file, StandardCharsets.UTF_8).strip()));
            }
            LocalDate today = LocalDate.now(VIETNAM);
            Files.writeString(file, today + "\n", StandardCharsets.UTF_8);
            return new DemoDay(today);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with days in the place of what stands for them: so many days after this one, or before it. */
    String filled(String text) {
        return COUNTED.matcher(text).replaceAll(found -> {
            LocalDate meant = day.plusDays(found.group(2) == null ? 0 : Long.parseLong(found.group(2)));
            return Matcher.quoteReplacement(
                    switch (found.group(1)) {
                        case "day" ->
                            "%d/%d/%d".formatted(meant.getDayOfMonth(), meant.getMonthValue(), meant.getYear());
                        case "date" ->
                            "ngày %02d tháng %02d năm %d"
                                    .formatted(meant.getDayOfMonth(), meant.getMonthValue(), meant.getYear());
                        case "year" -> String.valueOf(meant.getYear());
                        default -> meant.toString();
                    });
        });
    }
}
