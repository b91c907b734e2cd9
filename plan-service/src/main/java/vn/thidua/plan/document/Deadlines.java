package vn.thidua.plan.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.reader.grammar.DeadlineGrammar;
import vn.thidua.plan.reader.grammar.Fold;

/** When a task is due, in words from which the same quarter and the same days are read. */
final class Deadlines {

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");
    private static final Pattern BARE_QUARTER = Pattern.compile("(?i)[ivx]{1,3}");
    private static final Pattern BARE_MONTH = Pattern.compile("\\d{1,2}(?:\\s*[-,]\\s*\\d{1,2})?(?:/\\d{4})?");

    private final int year;
    private final String heading;

    private Deadlines(int year, String heading) {
        this.year = year;
        this.heading = heading;
    }

    /**
     * @param words empty if there are none
     * @param quarter the quarter under whose heading it must stand; null where the words say all
     * @param open whether a quarter's heading above would be taken for its own
     */
    record Said(String words, @Nullable Integer quarter, boolean open) {}

    /** @param year of the plan; 0 if it is not known */
    static Deadlines of(List<TaskContent> tasks, int year) {
        return new Deadlines(year, heading(tasks));
    }

    /** Of the column: a column of bare numbers says whether they are quarters or months. */
    String heading() {
        return heading;
    }

    private static String heading(List<TaskContent> tasks) {
        List<String> words = tasks.stream()
                .map(task -> Objects.requireNonNullElse(task.deadlineText(), ""))
                .filter(text -> !text.isBlank())
                .toList();
        if (!words.isEmpty()
                && words.stream().allMatch(text -> BARE_QUARTER.matcher(text).matches())) {
            return "Quý";
        }
        if (!words.isEmpty()
                && words.stream().allMatch(text -> BARE_MONTH.matcher(text).matches())) {
            return "Tháng";
        }
        return "Thời gian thực hiện";
    }

    /** The words of the document as they are, if they say the same; else with the days beside them. */
    Said of(TaskContent task) {
        String words = WordText.line(Objects.requireNonNullElse(task.deadlineText(), ""));
        String days = days(task);
        if (!words.isEmpty() && !says(words, task) && saysDays(words, task)) {
            return new Said(words, task.quarter(), true);
        }
        for (String said : List.of(words, words + " (" + lowerFirst(days) + ")", days)) {
            if (says(said, task)) {
                return new Said(said, null, isOpen(said));
            }
        }
        for (String said : List.of(words, words + " (" + lowerFirst(days) + ")", days)) {
            if (saysDays(said, task)) {
                return new Said(said, task.quarter(), true);
            }
        }
        return new Said(words.isEmpty() ? days : words, task.quarter(), true);
    }

    private boolean says(String words, TaskContent task) {
        DeadlineGrammar.Window window = window(words);
        return saysDays(words, task) && Objects.equals(window == null ? null : window.quarter(), task.quarter());
    }

    private boolean saysDays(String words, TaskContent task) {
        DeadlineGrammar.Window window = window(words);
        return Objects.equals(window == null ? null : window.from(), task.dueFrom())
                && Objects.equals(window == null ? null : window.to(), task.dueTo());
    }

    private boolean isOpen(String words) {
        DeadlineGrammar.Window window = window(words);
        return window == null || window.quarter() == null;
    }

    private DeadlineGrammar.@Nullable Window window(String words) {
        if (words.isEmpty()) {
            return null;
        }
        boolean bare = BARE_QUARTER.matcher(words).matches()
                || BARE_MONTH.matcher(words).matches();
        boolean named = bare && (heading.equals("Quý") || heading.equals("Tháng"));
        return DeadlineGrammar.read(named ? heading + " " + words : words, year);
    }

    private static String days(TaskContent task) {
        LocalDate from = task.dueFrom();
        LocalDate to = task.dueTo();
        if (from != null && to != null) {
            return from.equals(to) ? "Ngày " + day(to) : "Từ ngày " + day(from) + " đến ngày " + day(to);
        }
        if (from != null || to != null) {
            return from != null ? "Từ ngày " + day(from) : "Chậm nhất ngày " + day(Objects.requireNonNull(to));
        }
        return task.quarter() == null ? "" : quarter(task.quarter());
    }

    static String quarter(int quarter) {
        return "Quý " + ROMAN.get(quarter - 1);
    }

    /** {@code 05/6/2026}: months of one figure have no nought, save January and February. */
    static String day(LocalDate day) {
        int month = day.getMonthValue();
        return "%02d/%s/%d".formatted(day.getDayOfMonth(), month < 3 ? "0" + month : month, day.getYear());
    }

    static String lowerFirst(String words) {
        return words.isEmpty() ? words : Fold.lower(words.substring(0, 1)) + words.substring(1);
    }
}
