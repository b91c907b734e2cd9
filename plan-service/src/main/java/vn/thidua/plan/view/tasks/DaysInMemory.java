package vn.thidua.plan.view.tasks;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.view.Mark;

/**
 * What every task is on every day, in memory: sums over a province would otherwise fetch each of its rows. Before each
 * answer it asks, in memory, how far the view has come; rows that have changed since are read again, the others stay.
 */
final class DaysInMemory {

    /** Now and then all rows are read again: a row whose parked event was taken late has not moved in the log. */
    private static final long ALL_AGAIN_NANOS = 60_000_000_000L;

    private final Supplier<MongoCollection<Document>> rows;
    private final LongSupplier position;

    private volatile Read last = new Read("", -1, System.nanoTime(), new ConcurrentHashMap<>());

    private record Read(String collection, long position, long allAt, Map<String, Entry> entries) {}

    /** A task. */
    record Entry(String plan, List<Day> days) {

        Optional<Day> on(LocalDate day) {
            String wanted = day.toString();
            for (Day each : days) {
                if (each.from().compareTo(wanted) <= 0 && each.until().compareTo(wanted) > 0) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }
    }

    /** @param end last day; {@link TaskRow#NEVER} without one */
    record Day(
            String from,
            String until,
            Tasks.State state,
            int percent,
            String end,
            @Nullable Integer year,
            @Nullable Integer quarter,
            List<String> units,
            List<String> roles) {}

    /**
     * @param rows the filling that answers now
     * @param position that the view has come to
     */
    DaysInMemory(Supplier<MongoCollection<Document>> rows, LongSupplier position) {
        this.rows = rows;
        this.position = position;
    }

    /** All tasks as far as the view has come. */
    Collection<Entry> tasks() {
        // in this order: the position of a filling that has just been replaced says nothing of the rows of the new one
        MongoCollection<Document> collection = rows.get();
        long now = position.getAsLong();
        Read known = last;
        return (isCurrent(known, collection, now) ? known : read(collection, now))
                .entries()
                .values();
    }

    private static boolean isCurrent(Read known, MongoCollection<Document> collection, long now) {
        return known.position() >= now
                && System.nanoTime() - known.allAt() <= ALL_AGAIN_NANOS
                && known.collection().equals(collection.getNamespace().getCollectionName());
    }

    private synchronized Read read(MongoCollection<Document> collection, long now) {
        Read known = last;
        if (isCurrent(known, collection, now)) {
            return known;
        }
        String name = collection.getNamespace().getCollectionName();
        boolean all = !name.equals(known.collection()) || System.nanoTime() - known.allAt() > ALL_AGAIN_NANOS;
        Map<String, Entry> entries = all ? new ConcurrentHashMap<>() : known.entries();
        Map<String, String> ids = new ConcurrentHashMap<>();
        FindIterable<Document> found =
                all ? collection.find() : collection.find(Filters.gt(Mark.POSITION, known.position()));
        found.projection(Projections.include(TaskRow.PLAN, TaskRow.DAYS))
                .batchSize(5_000)
                .forEach((Consumer<Document>) row -> {
                    List<Document> days = row.getList(TaskRow.DAYS, Document.class);
                    if (days != null) {
                        entries.put(row.getString("_id"), entry(row.getString(TaskRow.PLAN), days, ids));
                    }
                });
        Read read = new Read(name, now, all ? System.nanoTime() : known.allAt(), entries);
        last = read;
        return read;
    }

    /** Texts that are the same are kept once. */
    private static Entry entry(String plan, List<Document> days, Map<String, String> ids) {
        List<Day> all = new ArrayList<>();
        for (Document day : days) {
            List<String> units = shared(day.getList(TaskRow.UNITS, String.class), ids);
            List<String> roles = shared(day.getList(TaskRow.ROLES, String.class), ids);
            if (!all.isEmpty()) {
                units = all.getLast().units().equals(units) ? all.getLast().units() : units;
                roles = all.getLast().roles().equals(roles) ? all.getLast().roles() : roles;
            }
            all.add(new Day(
                    day.getString(TaskRow.FROM),
                    day.getString(TaskRow.UNTIL),
                    Tasks.State.valueOf(day.getString(TaskRow.STATE)),
                    day.getInteger(TaskRow.PERCENT),
                    day.getString(TaskRow.END),
                    day.getInteger(TaskRow.YEAR),
                    day.getInteger(TaskRow.QUARTER),
                    units,
                    roles));
        }
        return new Entry(plan, List.copyOf(all));
    }

    private static List<String> shared(List<String> texts, Map<String, String> ids) {
        return texts.stream()
                .map(text -> ids.computeIfAbsent(text, same -> same))
                .toList();
    }
}
