package vn.thidua.plan.view.tasks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bson.Document;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.domain.task.DueTasks;
import vn.thidua.plan.view.RowJson;

/** Reads tasks. */
public final class TasksQueries implements Tasks, DueTasks {

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long BETWEEN_MILLIS = 20;

    private final Supplier<MongoCollection<Document>> rows;
    private final BooleanSupplier catchUp;

    /** @param catchUp waits a moment until the tasks have come to the log's end; false if they have not */
    public TasksQueries(Supplier<MongoCollection<Document>> rows, BooleanSupplier catchUp) {
        this.rows = rows;
        this.catchUp = catchUp;
    }

    @Override
    public Optional<Task> find(String plan, int n) {
        return row(plan, n).map(TasksQueries::task);
    }

    /** The row of a task that has begun; one that was assigned a moment ago is waited for. */
    Optional<Document> row(String plan, int n) {
        Optional<Document> found = first(plan, n);
        return found.isEmpty() && catchUp.getAsBoolean() ? first(plan, n) : found;
    }

    private Optional<Document> first(String plan, int n) {
        return Optional.ofNullable(rows.get()
                .find(Filters.and(Filters.eq("_id", PlannedTask.id(plan, n)), Filters.exists(TaskRow.REVISION)))
                .first());
    }

    @Override
    public boolean awaitAssigned(String plan, Set<Integer> numbers) {
        long end = System.nanoTime() + MOST_NANOS;
        while (!areAssigned(plan, numbers)) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    @Override
    public Iterable<Due> dueBefore(LocalDate day) {
        TaskFilter on = TaskFilter.on(day);
        String today = day.toString();
        return rows
                .get()
                .find(Filters.and(
                        Filters.lt(TaskRow.END, today),
                        Filters.elemMatch(
                                TaskRow.DAYS,
                                Filters.and(
                                        Filters.lte(TaskRow.FROM, today),
                                        Filters.gt(TaskRow.UNTIL, today),
                                        Filters.eq(TaskRow.STATE, State.OPEN.name()),
                                        Filters.lt(TaskRow.END, today)))))
                .projection(Projections.include(TaskRow.TOLD, TaskRow.DAYS))
                .into(new ArrayList<>())
                .stream()
                .filter(row -> !on.entry(row).getString(TaskRow.END).equals(row.getString(TaskRow.TOLD)))
                .map(row -> new Due(
                        row.getString("_id"), LocalDate.parse(on.entry(row).getString(TaskRow.END))))
                .toList();
    }

    private boolean areAssigned(String plan, Set<Integer> numbers) {
        List<String> ids = numbers.stream().map(n -> PlannedTask.id(plan, n)).toList();
        return rows.get().countDocuments(Filters.and(Filters.in("_id", ids), Filters.exists(TaskRow.REVISION)))
                == numbers.size();
    }

    static Task task(Document row) {
        String plan = row.getString(TaskRow.PLAN);
        int n = row.getInteger(TaskRow.N);
        return new Task(
                PlannedTask.id(plan, n),
                plan,
                n,
                row.getString(TaskRow.OWNER),
                new LinkedHashSet<>(row.getList(TaskRow.UNITS, String.class)),
                State.valueOf(row.getString(TaskRow.STATE)),
                row.getInteger(TaskRow.PERCENT),
                TaskRow.day(row.getString(TaskRow.END)),
                row.getList(TaskRow.FILES, String.class),
                RowJson.read(
                        row.getList(TaskRow.CONTENTS, Document.class).getLast().getString(TaskRow.CONTENT),
                        TaskContent.class),
                Objects.requireNonNull(row.get(TaskRow.REVISION, Number.class)).longValue());
    }
}
