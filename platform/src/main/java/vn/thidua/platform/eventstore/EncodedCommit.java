package vn.thidua.platform.eventstore;

import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** A numbered, chained commit, ready to be sent. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EncodedCommit(RawBsonDocument document, long position, int count, byte[] hash) {

    static EncodedCommit of(
            long position,
            int count,
            BsonArray keys,
            @Nullable OnceKey once,
            byte[] encodedEvents,
            byte[] previousHash) {
        var head = new BsonDocument(Commits.POSITION, new BsonInt64(position))
                .append(Commits.COUNT, new BsonInt32(count))
                .append(Commits.KEYS, keys);
        if (once != null) {
            head.append(Commits.ONCE, new BsonBinary(once.key().getData()));
            if (once.request() != null) {
                head.append(Commits.REQUEST, new BsonBinary(once.request().getData()));
            }
        }
        byte[] headElements = CommitBytes.elementsOf(head);
        byte[] hash = Hashes.sha256(previousHash, headElements, encodedEvents);
        byte[] hashElement = CommitBytes.elementsOf(new BsonDocument(Commits.HASH, new BsonBinary(hash)));
        return new EncodedCommit(CommitBytes.document(headElements, hashElement, encodedEvents), position, count, hash);
    }

    long after() {
        return position + count;
    }
}
