package vn.thidua.plan.view.directory;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.platform.context.ContextPart;

/**
 * The directory in memory, read from its rows and read again when they change. Questions are answered from memory; what
 * was told a moment ago shows within a second, and what the directory knows nothing of is looked for at once. While the
 * database does not answer, it stays as it was.
 *
 * <p>Rows of one batch are written one after the other and may be read between them; they are read again when nothing
 * has changed for a while, so that all is whole in the end.
 */
public final class CachedDirectory implements Directory, ContextPart {

    /** The views that it is made of. */
    public static final String UNITS = "unit-directory";

    public static final String POSTS = "post-directory";
    public static final String GROUPS = "group-directory";

    private static final Logger logger = LoggerFactory.getLogger(CachedDirectory.class);
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    /** How long a unit is waited for that the tree knows already. */
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private static final List<Duration> ONCE_MORE = List.of(Duration.ofSeconds(1), Duration.ofSeconds(6));

    private final Predicate<String> stands;
    private final Part units;
    private final Part posts;
    private final Part groups;
    private List<UnitRecord> unitsRead = List.of();
    private Snapshot.Holdings postsRead = Snapshot.Holdings.NONE;
    private List<GroupRecord> groupsRead = List.of();
    private boolean isBehind;
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile long lookedAt = System.nanoTime() - LOOK_AGAIN.toNanos();
    private @Nullable Thread reader;
    private volatile boolean closed;

    /**
     * @param rows of a view, those of the filling that answers now
     * @param stands whether the tree of units knows the unit: then it is waited for a moment
     */
    public CachedDirectory(Function<String, MongoCollection<Document>> rows, Predicate<String> stands) {
        this.stands = stands;
        this.units = new Part(rows, UNITS, all -> unitsRead = units(all));
        this.posts = new Part(rows, POSTS, all -> postsRead = holdings(all));
        this.groups = new Part(rows, GROUPS, all -> groupsRead = groups(all));
    }

    /** One of the views, as it was read last. */
    private static final class Part {
        private final Function<String, MongoCollection<Document>> rows;
        private final String view;
        private final Consumer<List<Document>> taken;
        private String collection = "";
        private String changed = "";
        private volatile long heard = -1;
        private long changedAt;
        private int readAgain = ONCE_MORE.size();

        Part(Function<String, MongoCollection<Document>> rows, String view, Consumer<List<Document>> taken) {
            this.rows = rows;
            this.view = view;
            this.taken = taken;
        }

        /** Whether it was read, for there was something new, or it may have been read between two writes. */
        boolean refresh() {
            MongoCollection<Document> current =
                    rows.apply(view).withReadConcern(ReadConcern.MAJORITY).withReadPreference(ReadPreference.primary());
            String name = current.getNamespace().getFullName();
            Document head = current.find(Filters.eq("_id", Heard.HEAD)).first();
            boolean isNew = !name.equals(collection) || !Heard.changed(head).equals(changed);
            long since = System.nanoTime() - changedAt;
            boolean again = readAgain < ONCE_MORE.size()
                    && since >= ONCE_MORE.get(readAgain).toNanos();
            if (isNew || again) {
                List<Document> all = new ArrayList<>();
                for (Document row : current.find().batchSize(5000)) {
                    if (!Heard.HEAD.equals(row.getString("_id"))) {
                        all.add(row);
                    }
                }
                taken.accept(all);
            }
            if (isNew) {
                collection = name;
                changed = Heard.changed(head);
                changedAt = System.nanoTime();
                readAgain = 0;
            } else if (again) {
                readAgain++;
            }
            heard = Heard.position(head);
            return isNew || again;
        }
    }

    private static List<UnitRecord> units(List<Document> rows) {
        return rows.stream()
                .map(row -> UnitRecord.read(row.getString("_id"), row))
                .toList();
    }

    private static List<GroupRecord> groups(List<Document> rows) {
        return rows.stream()
                .map(row -> GroupRecord.read(row.getString("_id"), row))
                .toList();
    }

    private static Snapshot.Holdings holdings(List<Document> rows) {
        Map<String, List<PostRecord>> held = new HashMap<>();
        Map<String, String> into = new HashMap<>();
        Set<String> erased = new HashSet<>();
        for (Document row : rows) {
            String id = row.getString("_id");
            if (!id.startsWith(PostRecord.PERSON)) {
                held.put(id, PostRecord.read(row));
                continue;
            }
            String person = id.substring(PostRecord.PERSON.length());
            if (row.getString("into") != null) {
                into.put(person, row.getString("into"));
            }
            if (row.getBoolean("erased", false)) {
                erased.add(person);
            }
        }
        return new Snapshot.Holdings(held, into, erased);
    }

    @Override
    public String name() {
        return "directory";
    }

    @Override
    public synchronized void start() {
        reader = Thread.ofVirtual().name("directory").start(this::keepReading);
    }

    private void keepReading() {
        boolean failing = false;
        while (!closed) {
            try {
                long began = System.nanoTime();
                refresh();
                failing = false;
                // while much is told at once, most of the time is left to others
                Thread.sleep(Math.max(EVERY.toMillis(), 4 * (System.nanoTime() - began) / 1_000_000));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!failing && !closed) {
                    logger.warn("the directory cannot be read; it stays as it was", e);
                }
                failing = true;
                try {
                    Thread.sleep(EVERY);
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        }
    }

    /** Asks whether the rows have changed, and reads them if so. */
    public synchronized void refresh() {
        try {
            // what was read before another view could not be read waits for the next time
            isBehind |= units.refresh();
            isBehind |= posts.refresh();
            isBehind |= groups.refresh();
            if (isBehind) {
                snapshot = new Snapshot(unitsRead, postsRead, groupsRead);
                isBehind = false;
            }
        } finally {
            // also if it failed: those who waited for it must not wait as long for the same
            lookedAt = System.nanoTime();
        }
    }

    /** What was told a moment ago may not have been read yet. */
    private void look() {
        try {
            synchronized (this) {
                // those who waited for another's look need none of their own
                if (System.nanoTime() - lookedAt >= LOOK_AGAIN.toNanos()) {
                    refresh();
                }
            }
        } catch (MongoException e) {
            logger.debug("the directory cannot be read", e);
        }
    }

    private Snapshot knowingUnit(String unit) {
        if (snapshot.knowsUnit(unit)) {
            return snapshot;
        }
        look();
        if (!snapshot.knowsUnit(unit) && stands.test(unit)) {
            await(() -> snapshot.knowsUnit(unit));
        }
        return snapshot;
    }

    private void await(BooleanSupplier known) {
        long until = System.nanoTime() + A_MOMENT.toNanos();
        try {
            while (!known.getAsBoolean() && System.nanoTime() < until) {
                Thread.sleep(LOOK_AGAIN);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<Unit> unit(String id, LocalDate day) {
        return knowingUnit(id).unit(id, day);
    }

    @Override
    public List<Unit> children(String unit, LocalDate day) {
        return knowingUnit(unit).children(unit, day);
    }

    @Override
    public List<Unit> subtree(String unit, LocalDate day) {
        return knowingUnit(unit).subtree(unit, day);
    }

    @Override
    public List<Post> posts(String unit, LocalDate day) {
        return knowingUnit(unit).posts(unit, day);
    }

    @Override
    public List<Group> groups(String unit, LocalDate day) {
        return knowingUnit(unit).groups(unit, day);
    }

    @Override
    public Optional<Group> group(String id, LocalDate day) {
        if (!snapshot.knowsGroup(id)) {
            look();
        }
        return snapshot.group(id, day);
    }

    @Override
    public long position() {
        return Math.min(units.heard, Math.min(posts.heard, groups.heard));
    }

    @Override
    public void close() {
        closed = true;
        Thread running;
        synchronized (this) {
            running = reader;
        }
        if (running != null) {
            running.interrupt();
        }
    }
}
