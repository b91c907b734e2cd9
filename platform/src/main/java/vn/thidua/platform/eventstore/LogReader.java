package vn.thidua.platform.eventstore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** Reads the log in order and without gaps. */
final class LogReader {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private final LogQueries queries;

    LogReader(LogQueries queries) {
        this.queries = queries;
    }

    /**
     * Commits in order, beginning with the one that holds the position, stopping at the end or at the first hole. A hole
     * is what another writer has not finished: what comes after it is not yet certain.
     */
    List<RawBsonDocument> from(long position, int limit) {
        List<RawBsonDocument> found = queries.from(position, limit);
        List<RawBsonDocument> result = new ArrayList<>(found.size() + 1);
        long next = position;
        if (found.isEmpty() || Commits.positionOf(found.getFirst()) != position) {
            RawBsonDocument holder = position > 0 ? queries.before(position) : null;
            if (holder == null || Commits.after(holder) < position) {
                return result;
            }
            if (Commits.after(holder) > position) {
                result.add(holder);
                next = Commits.after(holder);
            }
        }
        for (RawBsonDocument commit : found) {
            if (Commits.positionOf(commit) != next) {
                break;
            }
            result.add(commit);
            next = Commits.after(commit);
        }
        return result;
    }

    /** Events of an aggregate from a sequence on: at least as many as wanted unless it has no more. */
    List<BsonDocument> ofAggregate(String aggregateId, long firstSequence, int wanted) {
        List<BsonDocument> events = new ArrayList<>();
        long next = firstSequence;
        for (int turn = 0; events.size() < wanted; turn++) {
            int window = queries.window(turn, wanted);
            List<BsonDocument> found = sorted(aggregateId, queries.ofAggregate(aggregateId, next, next + window));
            if (turn == 0 && firstSequence > 0 && (found.isEmpty() || sequenceOf(found.getFirst()) > firstSequence)) {
                addHolder(aggregateId, firstSequence, events);
                if (!events.isEmpty() && found.isEmpty()) {
                    next = sequenceOf(events.getLast()) + 1;
                    continue;
                }
            }
            events.addAll(found);
            if (found.isEmpty() || sequenceOf(found.getLast()) + 1 < next + window) {
                break;
            }
            next = sequenceOf(found.getLast()) + 1;
        }
        return events;
    }

    /** The commit that holds the sequence may begin before it. */
    private void addHolder(String aggregateId, long firstSequence, List<BsonDocument> events) {
        long until = firstSequence;
        for (int width = 8; until > 0; width *= 4) {
            long from = Math.max(0, until - width);
            List<BsonDocument> found = sorted(aggregateId, queries.ofAggregate(aggregateId, from, until));
            if (!found.isEmpty()) {
                found.stream()
                        .filter(event -> sequenceOf(event) >= firstSequence)
                        .forEach(events::add);
                return;
            }
            until = from;
        }
    }

    private static List<BsonDocument> sorted(String aggregateId, List<RawBsonDocument> commits) {
        List<BsonDocument> events = new ArrayList<>();
        for (RawBsonDocument commit : commits) {
            for (var event : commit.decode(CODEC).getArray(Commits.EVENTS)) {
                if (aggregateId.equals(Commits.aggregateOf(event.asDocument()))) {
                    events.add(event.asDocument());
                }
            }
        }
        events.sort(Comparator.comparingLong(LogReader::sequenceOf));
        return events;
    }

    private static long sequenceOf(BsonDocument event) {
        return event.getInt64(Commits.SEQUENCE).getValue();
    }
}
