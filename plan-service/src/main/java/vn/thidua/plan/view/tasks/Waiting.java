package vn.thidua.plan.view.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.thidua.plan.view.plans.Cascades;
import vn.thidua.plan.view.units.UnitsOnDay;

/** What waits for a unit. */
public final class Waiting {

    /** A last day within so many days is soon. */
    private static final int SOON_DAYS = 14;

    /** More than anybody looks through; the lists of tasks have all of them. */
    private static final int MOST = 500;

    private final TaskLists tasks;
    private final Cascades cascades;
    private final UnitsOnDay units;

    public Waiting(TaskLists tasks, Cascades cascades, UnitsOnDay units) {
        this.tasks = tasks;
        this.cascades = cascades;
        this.units = units;
    }

    /**
     * @param units whose things these are: the unit, its bodies and villages, and those that they answer for
     * @param extensions tasks of its plans for which somebody asks for a later last day
     * @param tasks its own that are overdue or due soon, the earliest last day first
     * @param unanswered plans of the tier above
     */
    public record Things(
            Set<String> units, List<TaskLine> extensions, List<TaskLine> tasks, List<Cascades.Open> unanswered) {}

    public Things of(String unit, LocalDate day) {
        Set<String> offices = units.withOffices(unit, day);
        return new Things(
                offices,
                tasks.asked(offices, day),
                tasks.all(
                        TaskFilter.on(day)
                                .units(offices, null)
                                .wanted(TaskFilter.Wanted.OPEN)
                                .until(day.plusDays(SOON_DAYS)),
                        MOST),
                cascades.unanswered(unit, day));
    }
}
