package vn.thidua.platform.eventstore;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the head of a log down at regular intervals, in another database: a tail that somebody cuts off leaves a chain
 * that fits, and only a head from before shows it. Rows are added and never changed. Whoever gives that database rights
 * of its own, or copies it elsewhere, has a witness.
 */
public final class ChainHeads implements AutoCloseable {

    /** Name of the collection. */
    public static final String COLLECTION = "chain_heads";

    private static final Logger logger = LoggerFactory.getLogger(ChainHeads.class);

    private final EventLog log;
    private final MongoCollection<Document> heads;
    private final Clock clock;
    private final Duration every;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread publisher;

    /**
     * @param witness a database that is not the log's
     * @param every how long what is cut off may have stood unnoticed; a minute in a service
     */
    public ChainHeads(EventLog log, MongoDatabase witness, Clock clock, Duration every) {
        this.log = log;
        this.heads = witness.getCollection(COLLECTION)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        this.clock = clock;
        this.every = every;
    }

    /** Publishes from now on. */
    public void start() {
        publisher = Thread.ofVirtual()
                .name("chain-heads-" + log.identity().context())
                .start(() -> {
                    do {
                        publishOrWarn();
                    } while (!waitedForClose());
                });
    }

    private boolean waitedForClose() {
        try {
            return closed.await(every.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void publishOrWarn() {
        try {
            publish();
        } catch (RuntimeException e) {
            logger.warn("The head of the event log cannot be published now: {}", e.toString());
        }
    }

    /**
     * Writes the head down as it is now. One that is there already is not written twice.
     *
     * @return whether it agrees with what was published before: false if the log is shorter than it was, or another one
     */
    public boolean publish() {
        PublishedHead head = log.publishedHead();
        Optional<PublishedHead> before = newest();
        if (before.isPresent() && before.get().next() >= head.next()) {
            boolean same = before.get().equals(head);
            // another process may have published a longer one since the head was read: that is no lie of the log
            if (!same
                    && log.nextPosition() <= before.get().next()
                    && !log.publishedHead().equals(before.get())) {
                logger.error(
                        "The event log of {} is not the one whose head was published at position {}: run verify",
                        log.identity().context(),
                        before.get().next());
                return false;
            }
            return true;
        }
        StoreIdentity identity = log.identity();
        try {
            heads.insertOne(new Document(
                            "_id", "%s/%s/%020d".formatted(identity.installation(), identity.context(), head.next()))
                    .append("installation", identity.installation())
                    .append("context", identity.context())
                    .append("next", head.next())
                    .append("hash", head.hash())
                    .append("at", clock.instant().toString()));
        } catch (MongoWriteException e) {
            // another process of the same context was faster
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        return true;
    }

    /** The furthest head of this log that was published, by any process. */
    public Optional<PublishedHead> newest() {
        StoreIdentity identity = log.identity();
        Document newest = heads.find(
                        and(eq("context", identity.context()), eq("installation", identity.installation())))
                .sort(Sorts.descending("_id"))
                .first();
        return newest == null
                ? Optional.empty()
                : Optional.of(new PublishedHead(newest.getLong("next"), newest.getString("hash")));
    }

    /** Publishes once more, then ends. The log must still be open. */
    @Override
    public void close() {
        closed.countDown();
        if (publisher == null) {
            return;
        }
        try {
            publisher.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        publishOrWarn();
    }
}
