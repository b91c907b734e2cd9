package vn.thidua.plan.view.tasks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.task.TaskEvent;
import vn.thidua.platform.view.Mark;

/**
 * What every task is on every day, in memory: sums and filters over a province would otherwise fetch each of its rows.
 * Before each answer it reads the rows that have changed since the last one: those behind the position to which the view
 * had come then, and the few that ever took a parked event late, for such a row may stand behind it already.
 */
final class DaysInMemory {

    /** Rows that are asked for at once: a question to the database has a few seconds, also on a busy machine. */
    private static final int AT_ONCE = 1_000;

    private final Supplier<MongoCollection<Document>> rows;
    private final LongSupplier position;

    private @Nullable Read last;

    /**
     * @param begun nano time before it was read
     * @param position of the view at that time: the rows have all up to it, and may have more
     */
    private record Read(MongoCollection<Document> collection, long begun, long position, Known known) {}

    /** Texts that are the same are kept once. */
    private record Known(
            Map<String, Entry> byId, ConcurrentNavigableMap<String, Entry> bySort, Map<String, String> texts) {

        static Known nothing() {
            return new Known(new ConcurrentHashMap<>(), new ConcurrentSkipListMap<>(), new ConcurrentHashMap<>());
        }

        void put(Entry entry) {
            Entry before = byId.put(entry.id(), entry);
            bySort.put(entry.sort(), entry);
            if (before != null && !before.sort().equals(entry.sort())) {
                bySort.remove(before.sort());
            }
        }
    }

    /**
     * A task.
     *
     * @param sort of no other task
     * @param parties who issued its plan, and whoever was assigned
     * @param fold its words without marks
     */
    record Entry(String id, String plan, String owner, String sort, List<String> parties, String fold, List<Day> days) {

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

    /**
     * @param end last day; {@link TaskRow#NEVER} without one
     * @param asked whether somebody has asked for more time, and nobody has decided
     * @param closed whether it was withdrawn because its plan was closed
     */
    record Day(
            String from,
            String until,
            Tasks.State state,
            int percent,
            String begin,
            String end,
            @Nullable Integer year,
            @Nullable Integer quarter,
            boolean asked,
            boolean closed,
            List<String> units,
            List<String> roles) {}

    /**
     * A row that is asked for.
     *
     * @param sort by which it was found
     */
    record Found(String sort, Document row) {}

    /**
     * @param rows the filling that answers now
     * @param position that the view has come to
     */
    DaysInMemory(Supplier<MongoCollection<Document>> rows, LongSupplier position) {
        this.rows = rows;
        this.position = position;
    }

    /** Whoever goes through the tasks in order meets none twice while its last day moves. */
    private final ReadWriteLock moving = new ReentrantReadWriteLock();

    /** All tasks as they stand. */
    Collection<Entry> tasks() {
        return current().known().byId().values();
    }

    /**
     * The rows of tasks in the order of the lists, without their history.
     *
     * @param after sort key behind which they begin; null at the beginning
     * @param most that are wanted
     */
    List<Found> rows(Predicate<Entry> fits, @Nullable String after, int most) {
        Read read = current();
        ConcurrentNavigableMap<String, Entry> tasks = read.known().bySort();
        List<Entry> wanted;
        moving.readLock().lock();
        try {
            wanted = (after == null ? tasks : tasks.tailMap(after, false))
                    .values().stream().filter(fits).limit(most).toList();
        } finally {
            moving.readLock().unlock();
        }
        List<Found> found = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<Entry> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
            Map<String, Document> byId = new ConcurrentHashMap<>();
            read.collection()
                    .find(Filters.in("_id", some.stream().map(Entry::id).toList()))
                    .projection(Projections.exclude(TaskRow.HISTORY, TaskRow.STARTS, TaskRow.FOLD))
                    .batchSize(AT_ONCE)
                    .forEach((Consumer<Document>) row -> byId.put(row.getString("_id"), row));
            for (Entry entry : some) {
                Document row = byId.get(entry.id());
                if (row != null) {
                    found.add(new Found(entry.sort(), row));
                }
            }
        }
        return found;
    }

    /** As it stands when this is called, or a moment later: who has waited for another's reading takes that. */
    private Read current() {
        long asked = System.nanoTime();
        synchronized (this) {
            Read read = last;
            if (read == null || read.begun() - asked < 0) {
                read = read(read);
                last = read;
            }
            return read;
        }
    }

    private Read read(@Nullable Read before) {
        long begun = System.nanoTime();
        // in this order: the position of a filling that has just been replaced says nothing of the rows of the new one
        MongoCollection<Document> collection = rows.get();
        long now = position.getAsLong();
        boolean same = before != null && before.collection().getNamespace().equals(collection.getNamespace());
        Known known = before != null && same ? before.known() : Known.nothing();
        Bson changed = before != null && same
                ? Filters.or(Filters.gt(Mark.POSITION, before.position()), Filters.exists(Mark.SEEN))
                : new Document();
        String after = "";
        List<Document> part;
        do {
            part = collection
                    .find(Filters.and(changed, Filters.gt("_id", after)))
                    .projection(Projections.include(
                            TaskRow.PLAN, TaskRow.OWNER, TaskRow.SORT, TaskRow.PARTIES, TaskRow.FOLD, TaskRow.DAYS))
                    .sort(Sorts.ascending("_id"))
                    .limit(AT_ONCE)
                    .batchSize(AT_ONCE)
                    .into(new ArrayList<>());
            moving.writeLock().lock();
            try {
                for (Document row : part) {
                    after = row.getString("_id");
                    if (row.containsKey(TaskRow.DAYS)) {
                        known.put(entry(row, known.texts()));
                    }
                }
            } finally {
                moving.writeLock().unlock();
            }
        } while (part.size() == AT_ONCE);
        return new Read(collection, begun, now, known);
    }

    private static Entry entry(Document row, Map<String, String> texts) {
        List<Day> days = new ArrayList<>();
        for (Document day : row.getList(TaskRow.DAYS, Document.class)) {
            List<String> units = shared(day.getList(TaskRow.UNITS, String.class), texts);
            List<String> roles = shared(day.getList(TaskRow.ROLES, String.class), texts);
            if (!days.isEmpty()) {
                units = days.getLast().units().equals(units) ? days.getLast().units() : units;
                roles = days.getLast().roles().equals(roles) ? days.getLast().roles() : roles;
            }
            days.add(new Day(
                    day.getString(TaskRow.FROM),
                    day.getString(TaskRow.UNTIL),
                    Tasks.State.valueOf(day.getString(TaskRow.STATE)),
                    day.getInteger(TaskRow.PERCENT),
                    day.getString(TaskRow.BEGIN),
                    day.getString(TaskRow.END),
                    day.getInteger(TaskRow.YEAR),
                    day.getInteger(TaskRow.QUARTER),
                    day.getString(TaskRow.ASKED_TO) != null,
                    TaskEvent.Cause.CLOSED.name().equals(day.getString(TaskRow.CAUSE)),
                    units,
                    roles));
        }
        return new Entry(
                row.getString("_id"),
                shared(row.getString(TaskRow.PLAN), texts),
                shared(row.getString(TaskRow.OWNER), texts),
                row.getString(TaskRow.SORT),
                shared(row.getList(TaskRow.PARTIES, String.class), texts),
                row.getString(TaskRow.FOLD),
                List.copyOf(days));
    }

    private static List<String> shared(List<String> each, Map<String, String> texts) {
        return each.stream().map(text -> shared(text, texts)).toList();
    }

    private static String shared(String text, Map<String, String> texts) {
        return texts.computeIfAbsent(text, same -> same);
    }
}
