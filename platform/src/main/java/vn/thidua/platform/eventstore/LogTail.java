package vn.thidua.platform.eventstore;

import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one reader of the log's end in this process; all processors get their events from it. It keeps the newest events;
 * whoever is behind them reads the log itself until it has caught up.
 *
 * <p>What this process appends is handed to it as soon as it is durable, and read by nobody again. An append of another
 * process wakes it through a change stream, and on the embedded server, which has none, a short poll. It never passes a
 * hole.
 */
public final class LogTail implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(LogTail.class);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final MongoEventStorageEngine engine;
    private final EventLog log;
    private final MongoDatabase watched;
    private final int kept;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wakened = lock.newCondition();
    private final Condition arrived = lock.newCondition();
    private final Set<TailStream> streams = new CopyOnWriteArraySet<>();

    /** The newest events. Replaced, never changed in what a stream has seen: index = number - firstNumber. */
    private final List<TrackedEventMessage<?>> newest = new ArrayList<>();

    private long firstNumber;
    /** All events behind this position, up to the tail's own, are in {@link #newest}. */
    private long completeAfter = -1;

    private volatile long readUpTo = -1;
    private boolean wake;
    /** What was appended here and has not been looked at. */
    private final Handed handed = new Handed();

    /** Up to there the log goes, as somebody has told; beyond what was read: it must be read. */
    private long told = -1;

    private volatile boolean closed;
    private @Nullable Thread reader;
    private @Nullable Thread watcher;
    private @Nullable Runnable unregister;

    /**
     * @param watched the context's database through a client of its own without a time limit: a change stream waits
     * @param kept how many of the newest events are kept in memory
     */
    public LogTail(MongoEventStorageEngine engine, EventLog log, MongoDatabase watched, int kept) {
        this.engine = engine;
        this.log = log;
        this.watched = watched;
        this.kept = kept;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        long after;
        if (trackingToken == null) {
            after = -1;
        } else if (trackingToken instanceof GlobalSequenceTrackingToken global) {
            after = global.getGlobalIndex();
        } else {
            throw new IllegalArgumentException("not a token of this store: " + trackingToken.getClass());
        }
        start();
        var stream = new TailStream(this, after);
        streams.add(stream);
        return stream;
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(java.time.Instant dateTime) {
        return engine.createTokenAt(dateTime);
    }

    private void start() {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the tail is closed");
            }
            if (reader != null) {
                return;
            }
            readUpTo = log.nextPosition() - 1;
            completeAfter = readUpTo;
            unregister = log.onAppend(this::appended);
            String context = log.identity().context();
            reader = Thread.ofPlatform().name("event-tail-" + context).daemon().start(this::read);
            if (log.server() == ServerKind.REPLICA_SET) {
                watcher = Thread.ofVirtual().name("event-watch-" + context).start(this::watch);
            }
        } finally {
            lock.unlock();
        }
    }

    private void appended(List<RawBsonDocument> commits) {
        lock.lock();
        try {
            if (commits.isEmpty()) {
                told = Long.MAX_VALUE;
            } else {
                handed.add(commits);
            }
            wake = true;
            wakened.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Our own appends are told too, mostly before they are handed over: then nothing need be read. */
    private void tell(long position) {
        lock.lock();
        try {
            if (position > readUpTo && position > log.sentUpTo()) {
                told = Math.max(told, position);
                wake = true;
                wakened.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void read() {
        Duration shortPoll = log.settings().poll();
        // where a change stream wakes it, the poll is for wake-ups that were missed
        Duration poll = log.server() == ServerKind.EMBEDDED ? shortPoll : shortPoll.multipliedBy(20);
        boolean look = true;
        while (!closed) {
            try {
                look |= takeHanded();
                if (look || isTold()) {
                    look = true;
                    look = readOn();
                }
                if (!look) {
                    look = !sleepUntilWoken(poll);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (closed) {
                    return;
                }
                look = true;
                logger.warn("The end of the event log cannot be read: {}", e.toString());
                try {
                    Thread.sleep(AFTER_FAILURE);
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        }
    }

    /** Whether the log goes further than what was read. To be told so once is enough: what comes behind a hole is told again. */
    private boolean isTold() {
        lock.lock();
        try {
            boolean further = told > readUpTo;
            told = -1;
            return further;
        } finally {
            lock.unlock();
        }
    }

    /** Takes over what follows what was read; whether there is something between that must be read. */
    private boolean takeHanded() {
        Handed.Taken taken;
        lock.lock();
        try {
            taken = handed.take(readUpTo + 1);
        } finally {
            lock.unlock();
        }
        if (!taken.commits().isEmpty()) {
            takeOver(taken.commits());
        }
        return taken.gap();
    }

    /** Reads one batch; whether there may be more. */
    private boolean readOn() {
        List<RawBsonDocument> commits = engine.commitsFrom(readUpTo + 1);
        if (commits.isEmpty()) {
            return false;
        }
        takeOver(commits);
        return true;
    }

    private void takeOver(List<RawBsonDocument> commits) {
        List<TrackedEventMessage<?>> events = engine.eventsOf(commits, readUpTo + 1);
        lock.lock();
        try {
            // not the last event's: an upcaster may have dropped it
            readUpTo = Commits.after(commits.getLast()) - 1;
            newest.addAll(events);
            int surplus = newest.size() - kept;
            if (surplus > 0) {
                completeAfter = positionOf(newest.get(surplus - 1));
                newest.subList(0, surplus).clear();
                firstNumber += surplus;
            }
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
        streams.forEach(TailStream::announce);
    }

    /** Whether somebody has woken it; else the time is over. */
    private boolean sleepUntilWoken(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long nanos = atMost.toNanos();
            while (!wake && !closed && nanos > 0) {
                nanos = wakened.awaitNanos(nanos);
            }
            boolean woken = wake;
            wake = false;
            return woken;
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        List<Document> inserts = List.of(
                new Document("$match", new Document("operationType", "insert")),
                new Document("$project", new Document("_id", 1).append("documentKey", 1)));
        while (!closed) {
            ChangeStreamIterable<Document> changes =
                    watched.getCollection(Commits.COLLECTION).watch(inserts);
            try (var cursor = changes.cursor()) {
                while (!closed && cursor.hasNext()) {
                    tell(positionOf(cursor.next()));
                }
            } catch (RuntimeException e) {
                if (closed) {
                    return;
                }
                // the tail still polls, and so loses time only
                logger.debug("The change stream broke", e);
            }
            try {
                Thread.sleep(AFTER_FAILURE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static long positionOf(ChangeStreamDocument<Document> change) {
        BsonDocument key = change.getDocumentKey();
        return key == null ? Long.MAX_VALUE : Commits.positionOf(key);
    }

    static long positionOf(TrackedEventMessage<?> event) {
        TrackingToken token = event.trackingToken();
        if (token instanceof GlobalSequenceTrackingToken global) {
            return global.getGlobalIndex();
        }
        throw new IllegalStateException("an event of the log has a position");
    }

    MongoEventStorageEngine engine() {
        return engine;
    }

    void forget(TailStream stream) {
        streams.remove(stream);
    }

    /**
     * Number of the first kept event behind a position; -1 if some between are kept no more.
     */
    long numberBehind(long position) {
        lock.lock();
        try {
            if (position < completeAfter) {
                return -1;
            }
            int low = 0;
            int high = newest.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (positionOf(newest.get(middle)) > position) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return firstNumber + low;
        } finally {
            lock.unlock();
        }
    }

    /** What became of a question for an event by its number. */
    record Kept(boolean tooOld, @Nullable TrackedEventMessage<?> event) {}

    /** Waits for the event of that number. */
    Kept await(long number, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (number >= firstNumber + newest.size() && left > 0 && !closed) {
                left = arrived.awaitNanos(left);
            }
            if (number < firstNumber) {
                return new Kept(true, null);
            }
            long index = number - firstNumber;
            return new Kept(false, index < newest.size() ? newest.get((int) index) : null);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            wakened.signalAll();
            arrived.signalAll();
            if (unregister != null) {
                unregister.run();
            }
        } finally {
            lock.unlock();
        }
        end(watcher);
        end(reader);
    }

    private static void end(@Nullable Thread thread) {
        if (thread == null) {
            return;
        }
        try {
            if (!thread.join(Duration.ofMillis(200))) {
                thread.interrupt();
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
