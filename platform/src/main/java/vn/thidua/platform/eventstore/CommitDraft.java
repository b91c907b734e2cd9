package vn.thidua.platform.eventstore;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * A commit that has no position yet. Its events are encoded once, on the caller's thread; a renumbered commit differs
 * only in what stands before them.
 */
final class CommitDraft {

    /** Position, count, hash, once-key and request, with their names. */
    private static final int HEAD_OVERHEAD = 256;
    /** Type, index, length and end of an element of the array. */
    private static final int KEY_OVERHEAD = 16;

    /** Each key with the index of its first event. */
    private final Map<String, Integer> keys;

    private final String firstEventId;
    private final Set<String> eventIds;
    private final int count;
    private final @Nullable String aggregateId;
    private final long lastSequence;
    private final @Nullable OnceKey once;
    private final byte[] encodedEvents;

    private CommitDraft(
            List<BsonDocument> events,
            Map<String, Integer> keys,
            Map<String, Long> lastSequences,
            Set<String> eventIds,
            @Nullable OnceKey once) {
        this.keys = keys;
        this.firstEventId = events.getFirst().getString(Commits.EVENT_ID).getValue();
        this.eventIds = eventIds;
        this.count = events.size();
        this.aggregateId = Commits.aggregateOf(events.getFirst());
        this.lastSequence = aggregateId == null ? -1 : lastSequences.getOrDefault(aggregateId, -1L);
        this.once = once;
        this.encodedEvents = CommitBytes.elementsOf(new BsonDocument(Commits.EVENTS, new BsonArray(events)));
    }

    /**
     * @throws DuplicateEventException if two of the events claim one place or one id: the index sees first sequences
     *     only, and not the same key twice inside one document
     */
    static CommitDraft of(List<BsonDocument> events, @Nullable OnceKey once) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        Map<String, Long> last = new HashMap<>();
        Set<String> eventIds = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            BsonDocument event = events.get(i);
            String eventId = event.getString(Commits.EVENT_ID).getValue();
            if (!eventIds.add(eventId)) {
                throw new DuplicateEventException(i, "event id " + eventId + " twice in one commit");
            }
            String aggregateId = Commits.aggregateOf(event);
            if (aggregateId == null) {
                // outside any aggregate it is its own, so that its commit can be found by a key as well
                keys.put(Commits.key(eventId, 0), i);
                continue;
            }
            long sequence = event.getInt64(Commits.SEQUENCE).getValue();
            Long before = last.put(aggregateId, sequence);
            if (before == null) {
                keys.put(Commits.key(aggregateId, sequence), i);
            } else if (sequence <= before) {
                throw new DuplicateEventException(i, Commits.key(aggregateId, sequence) + " twice in one commit");
            } else if (sequence != before + 1) {
                throw new IllegalArgumentException("after " + Commits.key(aggregateId, before) + " comes "
                        + (before + 1) + " and not " + sequence);
            }
        }
        return new CommitDraft(events, keys, last, eventIds, once);
    }

    Set<String> keys() {
        return keys.keySet();
    }

    int firstEventOf(String key) {
        return keys.getOrDefault(key, 0);
    }

    AppendReceipt receiptAt(long position) {
        return new AppendReceipt(position, count, aggregateId, lastSequence);
    }

    String firstEventId() {
        return firstEventId;
    }

    Set<String> eventIds() {
        return eventIds;
    }

    int count() {
        return count;
    }

    Optional<OnceKey> once() {
        return Optional.ofNullable(once);
    }

    /** Bytes it takes, rounded up. */
    int size() {
        int keyBytes = 0;
        for (String key : keys.keySet()) {
            keyBytes += 3 * key.length() + KEY_OVERHEAD;
        }
        return encodedEvents.length + keyBytes + HEAD_OVERHEAD;
    }

    EncodedCommit at(long position, byte[] previousHash) {
        var keyArray = new BsonArray();
        keys.keySet().forEach(key -> keyArray.add(new BsonString(key)));
        return EncodedCommit.of(position, count, keyArray, once, encodedEvents, previousHash);
    }
}
