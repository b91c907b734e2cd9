package vn.thidua.platform.eventstore;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.eventstore.Verification.Broken;
import vn.thidua.platform.eventstore.Verification.Clean;
import vn.thidua.platform.eventstore.Verification.Reason;

/** Computes the chain anew from the stored bytes. */
final class ChainVerifier {

    private static final int STEP = 500;

    private final LogReader reader;
    private final LogQueries queries;
    private final StoreIdentity identity;

    ChainVerifier(LogReader reader, LogQueries queries, StoreIdentity identity) {
        this.reader = reader;
        this.queries = queries;
        this.identity = identity;
    }

    Verification verify(@Nullable PublishedHead published) {
        ChainWalk walk = ChainWalk.fromStart(identity);
        while (true) {
            List<RawBsonDocument> found = reader.from(walk.next(), STEP);
            if (found.isEmpty()) {
                break;
            }
            for (RawBsonDocument commit : found) {
                long position = walk.next();
                if (!walk.follows(commit)) {
                    return new Broken(position, Reason.CHANGED);
                }
                if (published != null && published.next() == walk.next() && !published.equals(walk.head())) {
                    return new Broken(position, Reason.CHANGED);
                }
            }
        }
        PublishedHead end = walk.head();
        BsonDocument last = queries.last();
        if (last != null && Commits.positionOf(last) >= end.next() && stillMissing(end.next())) {
            return new Broken(end.next(), Reason.MISSING);
        }
        if (published != null && published.next() > end.next()) {
            return new Broken(end.next(), Reason.CUT_OFF);
        }
        return new Clean(walk.commits(), end);
    }

    /** It may have been appended since the walk came to the end. */
    private boolean stillMissing(long position) {
        return reader.from(position, 1).isEmpty();
    }
}
