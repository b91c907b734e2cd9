package vn.thidua.platform.eventstore;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/** Events and keys as tests need them. */
final class TestEvents {

    static final StoreIdentity IDENTITY = new StoreIdentity("0191e1a0-test", "test");

    static final OnceKeys KEYS = new OnceKeys(new SecretKeySpec(new byte[32], "HmacSHA256"));

    private TestEvents() {}

    static BsonDocument event(String aggregateId, long sequence) {
        return event(aggregateId, sequence, "{\"sequence\":" + sequence + "}");
    }

    static BsonDocument event(String aggregateId, long sequence, String payload) {
        return new BsonDocument(
                        Commits.EVENT_ID, new BsonString(UUID.randomUUID().toString()))
                .append(Commits.TIMESTAMP, new BsonString(StoredEvent.timestamp(Instant.EPOCH)))
                .append(Commits.NAME, new BsonString("test.happened"))
                .append(Commits.REVISION, new BsonString("1"))
                .append(Commits.PAYLOAD, new BsonString(payload))
                .append(Commits.TYPE, new BsonString("Test"))
                .append(Commits.AGGREGATE, new BsonString(aggregateId))
                .append(Commits.SEQUENCE, new BsonInt64(sequence));
    }

    static List<BsonDocument> events(String aggregateId, long firstSequence, int count) {
        List<BsonDocument> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(aggregateId, firstSequence + i));
        }
        return events;
    }

    static OnceKey once(String key, String request) {
        return KEYS.http("somebody", key, request.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything in the log, in order, up to its end or the first hole. */
    static List<RawBsonDocument> all(EventLog log) {
        List<RawBsonDocument> all = new ArrayList<>();
        long next = 0;
        while (true) {
            var found = log.reader().from(next, 500);
            if (found.isEmpty()) {
                return all;
            }
            all.addAll(found);
            next = Commits.after(found.getLast());
        }
    }

    static List<Long> sequencesOf(List<BsonDocument> events) {
        return events.stream()
                .map(event -> event.getInt64(Commits.SEQUENCE).getValue())
                .toList();
    }
}
