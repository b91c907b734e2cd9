package vn.thidua.platform.processing;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Up to where each processor has come, and which process does its work. Each has one segment, for it works in log order.
 *
 * <p>Collection {@code tokens}: {@code {_id: <processor>, position: Long, owner: <process> or null, claimed: Long}}, the
 * last in milliseconds since 1970. Axon's own store keeps the position as serialized bytes; here another process reads
 * it while a query waits for it. Majority, journaled: a token that is lost repeats events, a token that survives its
 * rows would lose them.
 */
final class TokenTable implements TokenStore {

    static final int SEGMENT = 0;

    private static final String COLLECTION = "tokens";
    private static final String POSITION = "position";
    private static final String OWNER = "owner";
    private static final String CLAIMED = "claimed";
    private static final int DUPLICATE_KEY = 11000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration AGAIN = Duration.ofMillis(200);

    private final MongoCollection<Document> tokens;
    private final String process;
    private final Duration claimTimeout;
    private final Clock clock;

    TokenTable(MongoDatabase database, String process, Duration claimTimeout, Clock clock) {
        this.tokens = database.getCollection(COLLECTION)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        this.process = process;
        this.claimTimeout = claimTimeout;
        this.clock = clock;
    }

    /** What stands stored of one processor. */
    record Stored(long position, boolean here) {}

    /** All processors that were ever started here. */
    Map<String, Stored> all() {
        Map<String, Stored> all = new HashMap<>();
        for (Document token : tokens.find()) {
            all.put(
                    token.getString("_id"),
                    new Stored(token.getLong(POSITION), process.equals(token.getString(OWNER))));
        }
        return all;
    }

    OptionalLong position(String processor) {
        @Nullable Document token = tokens.find(Filters.eq("_id", processor)).first();
        return token == null ? OptionalLong.empty() : OptionalLong.of(token.getLong(POSITION));
    }

    /** Sends a processor back to the first event, whoever claims it. */
    void rewind(String processor) {
        tokens.updateOne(
                Filters.eq("_id", processor),
                Updates.combine(Updates.set(POSITION, -1L), Updates.set(OWNER, null), Updates.set(CLAIMED, 0L)));
    }

    /** Forgets a processor, whoever claims it. */
    void drop(String processor) {
        tokens.deleteOne(Filters.eq("_id", processor));
    }

    @Override
    public void initializeTokenSegments(String processorName, int segmentCount) {
        initializeTokenSegments(processorName, segmentCount, null);
    }

    @Override
    public void initializeTokenSegments(String processorName, int segmentCount, @Nullable TrackingToken initialToken) {
        if (segmentCount != 1) {
            throw new IllegalArgumentException("a processor has one segment");
        }
        try {
            tokens.insertOne(new Document("_id", processorName)
                    .append(POSITION, positionOf(initialToken))
                    .append(OWNER, null)
                    .append(CLAIMED, 0L));
        } catch (MongoWriteException e) {
            if (e.getError().getCode() != DUPLICATE_KEY) {
                throw e;
            }
            throw new UnableToClaimTokenException("another process was faster: " + processorName);
        }
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token instanceof GlobalSequenceTrackingToken global ? global.getGlobalIndex() : -1;
    }

    /**
     * What was worked on stands already; only its position is missing. So a server that is away is waited for here: thrown
     * on, Axon would give the processor up, and come back to it only after a pause that doubles each time, up to a minute.
     */
    @Override
    public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                update(
                        processorName,
                        Updates.combine(
                                Updates.set(POSITION, positionOf(token)), Updates.set(CLAIMED, clock.millis())));
                return;
            } catch (MongoException e) {
                if (System.nanoTime() > end || !Failures.isBackend(e)) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static void pause(MongoException because) {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw because;
        }
    }

    @Override
    public TrackingToken fetchToken(String processorName, int segment) {
        @Nullable
        Document claimed = tokens.findOneAndUpdate(
                Filters.and(Filters.eq("_id", processorName), claimable()),
                Updates.combine(Updates.set(OWNER, process), Updates.set(CLAIMED, clock.millis())),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (claimed == null) {
            throw new UnableToClaimTokenException("another process works on " + processorName);
        }
        return new GlobalSequenceTrackingToken(claimed.getLong(POSITION));
    }

    private Bson claimable() {
        return Filters.or(
                Filters.eq(OWNER, process),
                Filters.eq(OWNER, null),
                Filters.lt(CLAIMED, clock.millis() - claimTimeout.toMillis()));
    }

    @Override
    public void extendClaim(String processorName, int segment) {
        update(processorName, Updates.set(CLAIMED, clock.millis()));
    }

    private void update(String processor, Bson change) {
        var result = tokens.updateOne(Filters.and(Filters.eq("_id", processor), Filters.eq(OWNER, process)), change);
        if (result.getMatchedCount() == 0) {
            throw new UnableToClaimTokenException("another process has taken over " + processor);
        }
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        tokens.updateOne(
                Filters.and(Filters.eq("_id", processorName), Filters.eq(OWNER, process)),
                Updates.combine(Updates.set(OWNER, null), Updates.set(CLAIMED, 0L)));
    }

    @Override
    public void deleteToken(String processorName, int segment) {
        drop(processorName);
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public int[] fetchSegments(String processorName) {
        return position(processorName).isPresent() ? new int[] {SEGMENT} : new int[0];
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processorName) {
        return tokens.find(Filters.and(Filters.eq("_id", processorName), claimable()))
                                .first()
                        == null
                ? List.of()
                : List.of(Segment.ROOT_SEGMENT);
    }
}
