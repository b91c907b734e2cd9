package vn.thidua.plan.view.tasks;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.web.read.Page;
import vn.thidua.platform.web.read.PageRequest;

/** Lists of tasks as of a day, and what they add up to. */
public final class TaskLists {

    private final Supplier<MongoCollection<Document>> rows;
    private final TasksQueries tasks;
    private final DaysInMemory days;

    /** @param position that the view has come to */
    public TaskLists(Supplier<MongoCollection<Document>> rows, TasksQueries tasks, LongSupplier position) {
        this.rows = rows;
        this.tasks = tasks;
        this.days = new DaysInMemory(rows, position);
    }

    /**
     * What was recorded, in the order of recording; what does not belong to the kind of act is null.
     *
     * @param on the day for which it holds
     * @param by id of who did it
     * @param unit for which it was done
     * @param dueTo the last day asked for, granted, or over
     * @param version of the plan
     * @param cause why it was withdrawn
     */
    public record TaskAct(
            Tasks.ActType type,
            LocalDate on,
            Instant at,
            @Nullable String by,
            @Nullable String unit,
            @Nullable Integer percent,
            @Nullable String note,
            @Nullable String reason,
            List<String> files,
            @Nullable LocalDate dueTo,
            @Nullable Integer version,
            @Nullable String cause) {}

    /** A task on a day with all that was ever recorded of it. */
    public record Detail(TaskLine line, List<TaskAct> history, List<String> units, long revision) {}

    /** The soonest last day first. */
    public <T> Page<T> page(TaskFilter filter, PageRequest page, Function<TaskLine, T> item) {
        PageRequest.Cursor after = page.after();
        return page.page(
                days.rows(filter.fits(), after == null ? null : String.valueOf(after.sort()), page.limit() + 1),
                found -> new PageRequest.Cursor(found.sort(), found.row().getString("_id")),
                found -> item.apply(TaskLine.of(found.row(), filter)));
    }

    /** All of them in the same order, at most so many. */
    public List<TaskLine> all(TaskFilter filter, int most) {
        return lines(filter.fits(), filter, most);
    }

    private List<TaskLine> lines(Predicate<DaysInMemory.Entry> fits, TaskFilter filter, int most) {
        return days.rows(fits, null, most).stream()
                .map(found -> TaskLine.of(found.row(), filter))
                .toList();
    }

    /** All tasks of a plan by then, withdrawn ones too, in the order of their numbers. */
    public List<TaskLine> ofPlan(String plan, LocalDate day) {
        return all(TaskFilter.on(day).plans(List.of(plan)).wanted(TaskFilter.Wanted.ALL), Integer.MAX_VALUE).stream()
                .sorted(Comparator.comparingInt(TaskLine::n))
                .toList();
    }

    /** Those whose extension waits for a decision by one of these units, the one asked first first. */
    public List<TaskLine> asked(Collection<String> owners, LocalDate day) {
        TaskFilter filter = TaskFilter.on(day).wanted(TaskFilter.Wanted.OPEN);
        return lines(
                filter.fits()
                        .and(task -> owners.contains(task.owner())
                                && task.on(day).filter(DaysInMemory.Day::asked).isPresent()),
                filter,
                Integer.MAX_VALUE);
    }

    /** A task on a day; one that was assigned a moment ago is waited for. Empty also if it had not begun by that day. */
    public Optional<Detail> detail(String plan, int n, LocalDate day) {
        TaskFilter filter = TaskFilter.on(day).wanted(TaskFilter.Wanted.ALL);
        return tasks.row(plan, n)
                .filter(row -> TaskDays.hasBegun(row, day))
                .map(row -> new Detail(
                        TaskLine.of(row, filter),
                        row.getList(TaskRow.HISTORY, Document.class).stream()
                                .map(TaskLists::act)
                                .toList(),
                        row.getList(TaskRow.PARTIES, String.class),
                        Objects.requireNonNull(row.get(TaskRow.REVISION, Number.class))
                                .longValue()));
    }

    private static TaskAct act(Document act) {
        String dueTo = act.getString("dueTo");
        return new TaskAct(
                Tasks.ActType.valueOf(act.getString(TaskRow.TYPE)),
                LocalDate.parse(act.getString(TaskRow.ON)),
                Instant.parse(act.getString("at")),
                act.getString("by"),
                act.getString("unit"),
                act.getInteger(TaskRow.PERCENT),
                act.getString("note"),
                act.getString("reason"),
                act.getList(TaskRow.FILES, String.class, List.of()),
                dueTo == null ? null : LocalDate.parse(dueTo),
                act.getInteger(TaskRow.VERSION),
                act.getString("cause"));
    }

    /**
     * How many there are.
     *
     * @param total withdrawn ones not among them
     * @param open overdue ones among them
     * @param closed withdrawn because their plan was closed while they were open; not in the total
     * @param percents sum of what was reported; a task that is done counts 100
     */
    public record Count(int total, int done, int open, int overdue, int closed, long percents) {

        public static final Count NONE = new Count(0, 0, 0, 0, 0, 0);

        Count and(DaysInMemory.Day task, String today) {
            if (task.closed()) {
                return new Count(total, done, open, overdue, closed + 1, percents);
            }
            boolean isDone = task.state() == Tasks.State.DONE;
            boolean isOverdue = !isDone && task.end().compareTo(today) < 0;
            return new Count(
                    total + 1,
                    done + (isDone ? 1 : 0),
                    open + (isDone ? 0 : 1),
                    overdue + (isOverdue ? 1 : 0),
                    closed,
                    percents + task.percent());
        }
    }

    /** Where a task counts: a key for each of the sums it belongs to. */
    interface Sums<K> {

        List<K> of(String plan, DaysInMemory.Day task);
    }

    /**
     * Counts tasks that need to be done or are done, and those that a closed plan has left undone.
     *
     * @param fits which of them, as they are on the day
     */
    <K> Map<K, Count> count(LocalDate asOf, Predicate<DaysInMemory.Day> fits, Sums<K> sums) {
        Map<K, Count> counts = new HashMap<>();
        String today = asOf.toString();
        for (DaysInMemory.Entry task : days.tasks()) {
            DaysInMemory.Day day = task.on(asOf).orElse(null);
            if (day != null && (day.state() != Tasks.State.WITHDRAWN || day.closed()) && fits.test(day)) {
                for (K key : sums.of(task.plan(), day)) {
                    counts.put(key, counts.getOrDefault(key, Count.NONE).and(day, today));
                }
            }
        }
        return counts;
    }

    /** How far each plan's tasks are on a day. */
    public Map<String, Count> byPlan(Set<String> plans, LocalDate day) {
        return plans.isEmpty()
                ? Map.of()
                : count(day, _ -> true, (plan, _) -> plans.contains(plan) ? List.of(plan) : List.of());
    }
}
