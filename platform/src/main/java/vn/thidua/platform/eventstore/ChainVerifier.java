package vn.thidua.platform.eventstore;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
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
        LogHead at = new LogHead(0, identity.genesis());
        long commits = 0;
        while (true) {
            List<RawBsonDocument> found = reader.from(at.next(), STEP);
            if (found.isEmpty()) {
                break;
            }
            for (RawBsonDocument commit : found) {
                byte[] hash = CommitBytes.hashOf(commit, at.hash());
                if (!fits(commit, hash)) {
                    return new Broken(at.next(), Reason.CHANGED);
                }
                at = new LogHead(Commits.after(commit), hash);
                commits++;
                if (published != null && published.next() == at.next() && !isHead(published, at)) {
                    return new Broken(Commits.positionOf(commit), Reason.CHANGED);
                }
            }
        }
        BsonDocument last = queries.last();
        if (last != null && Commits.positionOf(last) >= at.next() && stillMissing(at.next())) {
            return new Broken(at.next(), Reason.MISSING);
        }
        if (published != null && published.next() > at.next()) {
            return new Broken(at.next(), Reason.CUT_OFF);
        }
        return new Clean(commits, new PublishedHead(at.next(), HexFormat.of().formatHex(at.hash())));
    }

    /** It may have been appended since the walk came to the end. */
    private boolean stillMissing(long position) {
        return reader.from(position, 1).isEmpty();
    }

    private static boolean fits(RawBsonDocument commit, byte[] hash) {
        BsonValue stored = commit.get(Commits.HASH);
        BsonValue count = commit.get(Commits.COUNT);
        return stored != null
                && stored.isBinary()
                && Arrays.equals(stored.asBinary().getData(), hash)
                && count instanceof BsonInt32;
    }

    private static boolean isHead(PublishedHead published, LogHead at) {
        return published.hash().equals(HexFormat.of().formatHex(at.hash()));
    }
}
