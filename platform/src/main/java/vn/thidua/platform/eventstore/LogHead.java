package vn.thidua.platform.eventstore;

import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The end of the log: what the next commit is numbered and chained with.
 *
 * @param next position of the next event; the number of events in the log
 * @param hash of the last commit, or the genesis of an empty log
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LogHead(long next, byte[] hash) {

    static LogHead of(@Nullable BsonDocument last, StoreIdentity identity) {
        return last == null
                ? new LogHead(0, identity.genesis())
                : new LogHead(Commits.after(last), last.getBinary(Commits.HASH).getData());
    }
}
