package vn.thidua.platform.scope;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dated tree in memory, read from its rows and read again when they change. Questions are answered from memory, in
 * microseconds; what another process has written shows within {@link #EVERY}, what the tree knows nothing of is looked
 * for at once. While the database does not answer, the tree stays as it was.
 *
 * <p>Rows of one batch are written one after the other and the tree may be read between them; it is read once more when
 * nothing has changed for a while, so that it is whole in the end.
 */
public final class LiveUnitTree implements UnitTree, AutoCloseable {

    /** How often it asks whether something changed. */
    public static final Duration EVERY = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(LiveUnitTree.class);
    private static final long LOOK_AT_ONCE_NANOS = Duration.ofMillis(50).toNanos();
    private static final List<Duration> AGAIN = List.of(Duration.ofSeconds(1), Duration.ofSeconds(6));

    private final Supplier<MongoCollection<Document>> rows;
    private final LongSupplier nanos;
    private volatile DatedTree tree = DatedTree.EMPTY;
    private volatile long askedAt;
    private @Nullable Document head;
    private String collection = "";
    private long changedAt;
    private int readAgain;
    private @Nullable Thread reader;
    private volatile boolean closed;

    /**
     * @param rows the collection that stands at present: a rebuilt one is another
     */
    public LiveUnitTree(Supplier<MongoCollection<Document>> rows) {
        this(rows, System::nanoTime);
    }

    LiveUnitTree(Supplier<MongoCollection<Document>> rows, LongSupplier nanos) {
        this.rows = rows;
        this.nanos = nanos;
        readAgain = AGAIN.size();
        askedAt = nanos.getAsLong() - LOOK_AT_ONCE_NANOS;
    }

    /** Reads the tree, and keeps it up to date until closed. */
    public synchronized LiveUnitTree start() {
        refresh();
        reader = Thread.ofVirtual().name("unit-tree").start(this::keepReading);
        return this;
    }

    private void keepReading() {
        boolean failing = false;
        while (!closed) {
            try {
                Thread.sleep(EVERY);
                refresh();
                failing = false;
            } catch (InterruptedException e) {
                return;
            } catch (MongoException e) {
                if (!failing) {
                    LOG.warn("the tree of units cannot be read; it stays as it was: {}", e.getMessage());
                }
                failing = true;
            } catch (RuntimeException e) {
                if (!failing) {
                    LOG.error("the tree of units cannot be read; it stays as it was", e);
                }
                failing = true;
            }
        }
    }

    /** Asks whether the rows have changed, and reads them if so. One small read if not. */
    public synchronized void refresh() {
        askedAt = nanos.getAsLong();
        boolean answered = false;
        try {
            readIfChanged();
            answered = true;
        } finally {
            if (!answered) {
                // those who waited for this meanwhile must not wait as long for the same
                askedAt = nanos.getAsLong();
            }
        }
    }

    private void readIfChanged() {
        MongoCollection<Document> current =
                rows.get().withReadConcern(ReadConcern.MAJORITY).withReadPreference(ReadPreference.primary());
        String name = current.getNamespace().getFullName();
        Document now = current.find(Filters.eq("_id", UnitTreeRows.HEAD)).first();
        boolean changed = !name.equals(collection) || !java.util.Objects.equals(now, head);
        long since = nanos.getAsLong() - changedAt;
        boolean again =
                readAgain < AGAIN.size() && since >= AGAIN.get(readAgain).toNanos();
        if (!changed && !again) {
            return;
        }
        tree = read(current);
        if (changed) {
            head = now;
            collection = name;
            changedAt = nanos.getAsLong();
            readAgain = 0;
        } else {
            readAgain++;
        }
    }

    private static DatedTree read(MongoCollection<Document> from) {
        List<UnitHistory> units = new ArrayList<>();
        for (Document row : from.find().batchSize(5000)) {
            String unit = row.getString("_id");
            if (!unit.equals(UnitTreeRows.HEAD)) {
                units.add(UnitTreeRows.read(unit, row));
            }
        }
        return DatedTree.of(units);
    }

    /** The tree as it is known now; it does not change any more. */
    public DatedTree current() {
        return tree;
    }

    /** A unit that was made a moment ago may not have been read yet. */
    private DatedTree knowing(String unit) {
        if (tree.history(unit).isEmpty() && isLongSinceAsked()) {
            try {
                lookFor(unit);
            } catch (MongoException e) {
                LOG.debug("the tree of units cannot be read", e);
            }
        }
        return tree;
    }

    /** A database that hangs holds all who ask at the same time once, not one after the other. */
    private synchronized void lookFor(String unit) {
        if (tree.history(unit).isEmpty() && isLongSinceAsked()) {
            refresh();
        }
    }

    private boolean isLongSinceAsked() {
        return nanos.getAsLong() - askedAt >= LOOK_AT_ONCE_NANOS;
    }

    @Override
    public boolean isUnder(String unit, String ancestor, LocalDate day) {
        return knowing(unit).isUnder(unit, ancestor, day);
    }

    @Override
    public List<String> subtree(String unit, LocalDate day) {
        return knowing(unit).subtree(unit, day);
    }

    @Override
    public String answering(String unit, LocalDate day) {
        return knowing(unit).answering(unit, day);
    }

    @Override
    public List<String> answeredWithin(String unit, LocalDate day) {
        return knowing(unit).answeredWithin(unit, day);
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
