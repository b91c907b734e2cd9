package vn.thidua.platform.eventstore;

import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** The layout of a stored commit: names of its fields, and how its keys are written. It never changes. */
final class Commits {

    static final String COLLECTION = "commits";

    /** Position of the first event. */
    static final String POSITION = "_id";
    /** Number of events. */
    static final String COUNT = "n";
    /** One key per aggregate touched. */
    static final String KEYS = "ks";
    /** Once-key. */
    static final String ONCE = "o";
    /** HMAC of the request behind it. */
    static final String REQUEST = "b";
    /** Hash chain. */
    static final String HASH = "h";

    static final String EVENTS = "e";

    static final String EVENT_ID = "i";
    static final String TIMESTAMP = "ts";
    static final String NAME = "d";
    static final String REVISION = "r";
    static final String PAYLOAD = "p";
    static final String METADATA = "m";
    static final String TYPE = "t";
    static final String AGGREGATE = "a";
    static final String SEQUENCE = "s";

    private Commits() {}

    /** Zero-padded, so that keys of one aggregate sort by sequence. */
    static String key(String aggregateId, long sequence) {
        String digits = Long.toString(sequence);
        return aggregateId + "#" + "0".repeat(Math.max(0, 10 - digits.length())) + digits;
    }

    static long positionOf(BsonDocument commit) {
        return commit.getInt64(POSITION).getValue();
    }

    static int countOf(BsonDocument commit) {
        return commit.getInt32(COUNT).getValue();
    }

    /** Position that the next commit has. */
    static long after(BsonDocument commit) {
        return positionOf(commit) + countOf(commit);
    }

    static @Nullable String aggregateOf(BsonDocument event) {
        BsonValue id = event.get(AGGREGATE);
        return id == null ? null : id.asString().getValue();
    }

    static String firstEventId(BsonDocument commit) {
        return commit.getArray(EVENTS)
                .getFirst()
                .asDocument()
                .getString(EVENT_ID)
                .getValue();
    }
}
