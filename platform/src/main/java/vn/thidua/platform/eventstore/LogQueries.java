package vn.thidua.platform.eventstore;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The questions that are asked differently of the two servers. A replica set answers ranges from its indexes; the
 * embedded server knows equal keys alone and would scan everything, so it is asked for windows of keys.
 */
abstract sealed class LogQueries {

    final MongoCollection<RawBsonDocument> commits;

    private LogQueries(MongoCollection<RawBsonDocument> commits) {
        this.commits = commits;
    }

    static LogQueries of(ServerKind kind, MongoCollection<RawBsonDocument> commits) {
        return switch (kind) {
            case REPLICA_SET -> new Ranges(commits);
            case EMBEDDED -> new Windows(commits);
        };
    }

    /** Commits from a position on, by position, at most this many; there may be more, and holes between them. */
    abstract List<RawBsonDocument> from(long position, int limit);

    /** How many commits are asked for at once by whoever reads the log in order. */
    abstract int atOnce();

    /** The last commit that starts before the position. */
    abstract @Nullable RawBsonDocument before(long position);

    /** Commits of an aggregate with a first sequence of that range, in no order. */
    abstract List<RawBsonDocument> ofAggregate(String aggregateId, long fromSequence, long untilSequence);

    /** How many sequences to ask for in one question, the first and the following times. */
    abstract int window(int turn, int wanted);

    /** The last commit. */
    @Nullable
    BsonDocument last() {
        return commits.find().sort(Sorts.descending(Commits.POSITION)).limit(1).first();
    }

    Optional<RawBsonDocument> byKey(String key) {
        return Optional.ofNullable(commits.find(eq(Commits.KEYS, key)).first());
    }

    Optional<RawBsonDocument> byPosition(long position) {
        return Optional.ofNullable(commits.find(eq(Commits.POSITION, position)).first());
    }

    Optional<RawBsonDocument> byOnceKey(OnceKey once) {
        return Optional.ofNullable(commits.find(eq(Commits.ONCE, once.key())).first());
    }

    /** Position of the first event, in the order of the log, that is not older than this time stamp. */
    Optional<Long> firstNotBefore(String timestamp) {
        // reads until it finds: events come in any order of their time stamps
        var commit = commits.find(gte(Commits.EVENTS + "." + Commits.TIMESTAMP, timestamp))
                .sort(Sorts.ascending(Commits.POSITION))
                .limit(1)
                .first();
        if (commit == null) {
            return Optional.empty();
        }
        var events = commit.getArray(Commits.EVENTS);
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i)
                            .asDocument()
                            .getString(Commits.TIMESTAMP)
                            .getValue()
                            .compareTo(timestamp)
                    >= 0) {
                return Optional.of(Commits.positionOf(commit) + i);
            }
        }
        return Optional.empty();
    }

    private static final class Ranges extends LogQueries {

        /** Large commits come in smaller numbers. */
        private static final long BYTES = 32L * 1024 * 1024;

        Ranges(MongoCollection<RawBsonDocument> commits) {
            super(commits);
        }

        @Override
        int atOnce() {
            return 1000;
        }

        @Override
        List<RawBsonDocument> from(long position, int limit) {
            List<RawBsonDocument> found = new ArrayList<>();
            long bytes = 0;
            try (var cursor = commits.find(gte(Commits.POSITION, position))
                    .sort(Sorts.ascending(Commits.POSITION))
                    .limit(limit)
                    .iterator()) {
                while (bytes < BYTES && cursor.hasNext()) {
                    RawBsonDocument commit = cursor.next();
                    found.add(commit);
                    bytes += commit.getByteBuffer().remaining();
                }
            }
            return found;
        }

        @Override
        @Nullable
        RawBsonDocument before(long position) {
            return commits.find(lt(Commits.POSITION, position))
                    .sort(Sorts.descending(Commits.POSITION))
                    .limit(1)
                    .first();
        }

        @Override
        List<RawBsonDocument> ofAggregate(String aggregateId, long fromSequence, long untilSequence) {
            // both bounds in one $elemMatch: as two conditions each may hold for another key of the array
            Bson range = new Document("$gte", Commits.key(aggregateId, fromSequence))
                    .append("$lt", Commits.key(aggregateId, untilSequence));
            return commits.find(new Document(Commits.KEYS, new Document("$elemMatch", range)))
                    .into(new ArrayList<>());
        }

        @Override
        int window(int turn, int wanted) {
            return wanted;
        }
    }

    private static final class Windows extends LogQueries {

        /** A window costs 0.04 ms per key, found or not. */
        private static final int POSITIONS = 200;

        Windows(MongoCollection<RawBsonDocument> commits) {
            super(commits);
        }

        @Override
        int atOnce() {
            return POSITIONS;
        }

        @Override
        List<RawBsonDocument> from(long position, int limit) {
            // a tail that polls mostly finds nothing, and should pay little for it
            if (positions(position, position + 8).isEmpty()) {
                return List.of();
            }
            return positions(position, position + Math.max(POSITIONS, limit)).stream()
                    .limit(limit)
                    .toList();
        }

        @Override
        @Nullable
        RawBsonDocument before(long position) {
            long until = position;
            for (int width = 8; until > 0; width *= 4) {
                long from = Math.max(0, until - width);
                var found = positions(from, until);
                if (!found.isEmpty()) {
                    return found.getLast();
                }
                until = from;
            }
            return null;
        }

        @Override
        List<RawBsonDocument> ofAggregate(String aggregateId, long fromSequence, long untilSequence) {
            List<String> keys = LongStream.range(fromSequence, untilSequence)
                    .mapToObj(sequence -> Commits.key(aggregateId, sequence))
                    .toList();
            return commits.find(in(Commits.KEYS, keys)).into(new ArrayList<>());
        }

        @Override
        int window(int turn, int wanted) {
            return switch (turn) {
                case 0 -> 8;
                case 1 -> 32;
                default -> 128;
            };
        }

        private List<RawBsonDocument> positions(long from, long until) {
            List<Long> wanted = LongStream.range(from, until).boxed().toList();
            List<RawBsonDocument> found =
                    commits.find(in(Commits.POSITION, wanted)).into(new ArrayList<>());
            found.sort(Comparator.comparingLong(Commits::positionOf));
            return found;
        }
    }
}
