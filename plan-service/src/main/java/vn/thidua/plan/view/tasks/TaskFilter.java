package vn.thidua.plan.view.tasks;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.regex;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
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

    /** For the rows. */
    Bson toBson() {
        List<Bson> all = new ArrayList<>();
        if (plans != null) {
            all.add(in(TaskRow.PLAN, plans));
        }
        if (parties != null) {
            all.add(in(TaskRow.PARTIES, parties));
        }
        if (units != null) {
            // the index knows who was ever assigned, the day who is
            all.add(in(TaskRow.PARTIES, units));
        }
        if (words != null && !Text.fold(words).isEmpty()) {
            all.add(regex(TaskRow.FOLD, Pattern.quote(Text.fold(words))));
        }
        all.add(elemMatch(TaskRow.DAYS, onDay()));
        return and(all);
    }

    /** For the entry of the day within a row. */
    Bson onDay() {
        String day = asOf.toString();
        List<Bson> all = new ArrayList<>();
        all.add(lte(TaskRow.FROM, day));
        all.add(gt(TaskRow.UNTIL, day));
        switch (wanted) {
            case null -> all.add(ne(TaskRow.STATE, Tasks.State.WITHDRAWN.name()));
            case OPEN -> all.add(eq(TaskRow.STATE, Tasks.State.OPEN.name()));
            case DONE -> all.add(eq(TaskRow.STATE, Tasks.State.DONE.name()));
            case WITHDRAWN -> all.add(eq(TaskRow.STATE, Tasks.State.WITHDRAWN.name()));
            case OVERDUE -> {
                all.add(eq(TaskRow.STATE, Tasks.State.OPEN.name()));
                all.add(lt(TaskRow.END, day));
            }
            case ALL -> {
                // whatever it is
            }
        }
        if (units != null) {
            all.add(
                    role == null
                            ? in(TaskRow.UNITS, units)
                            : in(
                                    TaskRow.ROLES,
                                    units.stream()
                                            .map(unit -> TaskRow.role(role, unit))
                                            .toList()));
        }
        if (units == null && role != null) {
            // of whomever
            all.add(regex(TaskRow.ROLES, "^" + TaskRow.role(role, "")));
        }
        if (year != null) {
            all.add(eq(TaskRow.YEAR, year));
        }
        if (quarter != null) {
            all.add(eq(TaskRow.QUARTER, quarter == 0 ? null : quarter));
        }
        if (month != null) {
            all.add(lte(TaskRow.BEGIN, month.atEndOfMonth().toString()));
            all.add(gte(TaskRow.END, month.atDay(1).toString()));
        }
        if (until != null) {
            all.add(lte(TaskRow.END, until.toString()));
        }
        return and(all);
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
