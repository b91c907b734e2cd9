package vn.thidua.platform.eventstore;

import java.util.Arrays;
import java.util.HexFormat;
import org.bson.BSONException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/** Goes along a hash chain, commit by commit, wherever they come from: a store, or the file of a backup. */
public final class ChainWalk {

    private LogHead at;
    private long commits;

    private ChainWalk(LogHead at) {
        this.at = at;
    }

    /** From the first commit on. */
    public static ChainWalk fromStart(StoreIdentity identity) {
        return new ChainWalk(new LogHead(0, identity.genesis()));
    }

    /** From where the chain was walked before. */
    public static ChainWalk from(PublishedHead head) {
        return new ChainWalk(new LogHead(head.next(), HexFormat.of().parseHex(head.hash())));
    }

    /** The head of a log that ends with this commit. */
    public static PublishedHead headBehind(BsonDocument commit) {
        return new PublishedHead(
                Commits.after(commit),
                HexFormat.of().formatHex(commit.getBinary(Commits.HASH).getData()));
    }

    /** Goes one step on, if this is the next commit, as it was written; otherwise it stays where it is. */
    public boolean follows(RawBsonDocument commit) {
        try {
            if (!(commit.get(Commits.POSITION) instanceof BsonInt64 position) || position.getValue() != at.next()) {
                return false;
            }
            byte[] hash = CommitBytes.hashOf(commit, at.hash());
            BsonValue stored = commit.get(Commits.HASH);
            if (stored == null
                    || !stored.isBinary()
                    || !Arrays.equals(stored.asBinary().getData(), hash)
                    || !(commit.get(Commits.COUNT) instanceof BsonInt32)) {
                return false;
            }
            at = new LogHead(Commits.after(commit), hash);
            commits++;
            return true;
        } catch (BSONException e) {
            return false;
        }
    }

    /** Position of the next commit. */
    public long next() {
        return at.next();
    }

    /** Up to where it has come. */
    public PublishedHead head() {
        return new PublishedHead(at.next(), HexFormat.of().formatHex(at.hash()));
    }

    /** Steps gone. */
    public long commits() {
        return commits;
    }
}
