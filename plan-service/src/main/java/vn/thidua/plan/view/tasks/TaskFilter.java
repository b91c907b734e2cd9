package vn.thidua.plan.view.tasks;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.text.Text;

/**
 * Which tasks are asked for, as they are on a day. What is null does not count.
 *
 * @param parties units that issued the plan or were ever assigned: how far the caller reaches
 * @param units assigned on that day, one of them
 * @param role in which they are
 * @param wanted null for all that need to be done or are done
 * @param year in which the last day lies; of a task without one, the plan's
 * @param quarter 1 to 4; 0 for tasks that belong to none
 * @param month within which some day of its window lies
 * @param until its last day is this one or an earlier one
 * @param words in its text, its assignees or the number of its plan
 */
public record TaskFilter(
        LocalDate asOf,
        @Nullable Collection<String> parties,
        @Nullable Set<String> units,
        Tasks.@Nullable Role role,
        @Nullable Collection<String> plans,
        @Nullable Wanted wanted,
        @Nullable Integer year,
        @Nullable Integer quarter,
        @Nullable YearMonth month,
        @Nullable LocalDate until,
        @Nullable String words) {

    /** States that may be asked for. */
    public enum Wanted {
        /** Overdue or not. */
        OPEN,
        DONE,
        /** Open, and the last day is over. */
        OVERDUE,
        WITHDRAWN,
        /** Withdrawn, for the plan was closed while it was open. */
        CLOSED,
        /** Withdrawn ones too. */
        ALL
    }

    /** All tasks on a day. */
    public static TaskFilter on(LocalDate day) {
        return new TaskFilter(day, null, null, null, null, null, null, null, null, null, null);
    }

    public TaskFilter parties(@Nullable Collection<String> some) {
        return new TaskFilter(asOf, some, units, role, plans, wanted, year, quarter, month, until, words);
    }

    public TaskFilter units(@Nullable Set<String> some, Tasks.@Nullable Role as) {
        return new TaskFilter(asOf, parties, some, as, plans, wanted, year, quarter, month, until, words);
    }

    public TaskFilter plans(@Nullable Collection<String> some) {
        return new TaskFilter(asOf, parties, units, role, some, wanted, year, quarter, month, until, words);
    }

    public TaskFilter wanted(@Nullable Wanted state) {
        return new TaskFilter(asOf, parties, units, role, plans, state, year, quarter, month, until, words);
    }

    public TaskFilter time(@Nullable Integer inYear, @Nullable Integer inQuarter, @Nullable YearMonth inMonth) {
        return new TaskFilter(asOf, parties, units, role, plans, wanted, inYear, inQuarter, inMonth, until, words);
    }

    public TaskFilter until(@Nullable LocalDate day) {
        return new TaskFilter(asOf, parties, units, role, plans, wanted, year, quarter, month, day, words);
    }

    public TaskFilter words(@Nullable String some) {
        return new TaskFilter(asOf, parties, units, role, plans, wanted, year, quarter, month, until, some);
    }

    /** Whether a task is one of them. */
    Predicate<DaysInMemory.Entry> fits() {
        List<Predicate<DaysInMemory.Entry>> all = new ArrayList<>();
        if (plans != null) {
            Set<String> some = Set.copyOf(plans);
            all.add(task -> some.contains(task.plan()));
        }
        if (parties != null) {
            Set<String> some = Set.copyOf(parties);
            all.add(task -> task.parties().stream().anyMatch(some::contains));
        }
        Predicate<DaysInMemory.Day> onDay = onDay();
        all.add(task -> task.on(asOf).filter(onDay).isPresent());
        String folded = words == null ? "" : Text.fold(words);
        if (!folded.isEmpty()) {
            all.add(task -> task.fold().contains(folded));
        }
        return all.stream().reduce(_ -> true, Predicate::and);
    }

    /** Whether it is, by what it is on the day. */
    private Predicate<DaysInMemory.Day> onDay() {
        String today = asOf.toString();
        List<Predicate<DaysInMemory.Day>> all = new ArrayList<>();
        switch (wanted) {
            case null -> all.add(day -> day.state() != Tasks.State.WITHDRAWN);
            case OPEN -> all.add(day -> day.state() == Tasks.State.OPEN);
            case DONE -> all.add(day -> day.state() == Tasks.State.DONE);
            case WITHDRAWN -> all.add(day -> day.state() == Tasks.State.WITHDRAWN);
            case CLOSED -> all.add(DaysInMemory.Day::closed);
            case OVERDUE ->
                all.add(day -> day.state() == Tasks.State.OPEN && day.end().compareTo(today) < 0);
            case ALL -> {
                // whatever it is
            }
        }
        addTime(all);
        addUnits(all);
        return all.stream().reduce(_ -> true, Predicate::and);
    }

    private void addTime(List<Predicate<DaysInMemory.Day>> all) {
        Integer inYear = year;
        if (inYear != null) {
            all.add(day -> inYear.equals(day.year()));
        }
        Integer inQuarter = quarter;
        if (inQuarter != null) {
            all.add(day -> inQuarter.equals(day.quarter() == null ? 0 : day.quarter()));
        }
        if (month != null) {
            String first = month.atDay(1).toString();
            String last = month.atEndOfMonth().toString();
            all.add(day -> day.begin().compareTo(last) <= 0 && day.end().compareTo(first) >= 0);
        }
        if (until != null) {
            String last = until.toString();
            all.add(day -> day.end().compareTo(last) <= 0);
        }
    }

    private void addUnits(List<Predicate<DaysInMemory.Day>> all) {
        Tasks.Role as = role;
        Set<String> some = units;
        if (some != null && as == null) {
            all.add(day -> day.units().stream().anyMatch(some::contains));
        } else if (some != null && as != null) {
            Set<String> assigned =
                    some.stream().map(unit -> TaskRow.role(as, unit)).collect(Collectors.toSet());
            all.add(day -> day.roles().stream().anyMatch(assigned::contains));
        } else if (as != null) {
            // of whomever
            String any = TaskRow.role(as, "");
            all.add(day -> day.roles().stream().anyMatch(each -> each.startsWith(any)));
        }
    }

    /** The entry of the day in a row that was found. */
    Document entry(Document row) {
        String day = asOf.toString();
        return row.getList(TaskRow.DAYS, Document.class).stream()
                .filter(each -> each.getString(TaskRow.FROM).compareTo(day) <= 0
                        && each.getString(TaskRow.UNTIL).compareTo(day) > 0)
                .findFirst()
                .orElseThrow();
    }
}
