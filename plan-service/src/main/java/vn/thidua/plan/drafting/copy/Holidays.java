package vn.thidua.plan.drafting.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Public holidays, as far as they are sure: {@code plan/holidays.json} says which, by which article of which law, and what
 * is decided anew each year and therefore not in it.
 */
public final class Holidays {

    private static final String RESOURCE = "/plan/holidays.json";

    private final Content content;

    private Holidays(Content content) {
        this.content = content;
    }

    /** @param sure false for a day that the law names as one of several, of which one is chosen each year */
    public record Holiday(String name, String article, boolean sure) {}

    private record Content(
            String law, String article, String note, List<Yearly> fixed, List<Yearly> possible, List<Dated> dated) {}

    private record Yearly(int month, int day, String name, String point) {

        boolean isOn(LocalDate date) {
            return date.getMonthValue() == month && date.getDayOfMonth() == day;
        }
    }

    private record Dated(LocalDate date, String name, String point) {}

    public static Holidays load() {
        try (InputStream in = Holidays.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE);
            }
            return new Holidays(JsonMapper.shared().readValue(in, Content.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Holiday> on(LocalDate date) {
        Optional<Holiday> dated = content.dated().stream()
                .filter(day -> day.date().equals(date))
                .map(day -> holiday(day.name(), day.point(), true))
                .findFirst();
        return dated.or(() -> yearly(content.fixed(), date, true)).or(() -> yearly(content.possible(), date, false));
    }

    private Optional<Holiday> yearly(List<Yearly> days, LocalDate date, boolean sure) {
        return days.stream()
                .filter(day -> day.isOn(date))
                .map(day -> holiday(day.name(), day.point(), sure))
                .findFirst();
    }

    private Holiday holiday(String name, String point, boolean sure) {
        return new Holiday(name, "điểm " + point + " " + content.article() + " " + content.law(), sure);
    }
}
