package vn.thidua.platform.sealing;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The key documents, wrapped. {@code keys}: one per subject, {@code {_id: subject, k: key id, kek, w: wrapped, at}}, or
 * its tombstone {@code {_id: subject, destroyed}}. {@code ring}: the installation's own key. {@code marks}: one
 * document per key-encryption key, by which it is recognised. All is found by {@code _id}; reads and writes are of the majority.
 */
final class KeyStore {

    static final String ID = "_id";
    static final String KEY_ID = "k";
    static final String KEK = "kek";
    static final String WRAPPED = "w";
    static final String MADE = "at";
    static final String DESTROYED = "destroyed";

    private static final int WINDOW = 500;
    private static final int DUPLICATE = 11000;

    private final MongoCollection<Document> keys;
    private final MongoCollection<Document> ring;
    private final MongoCollection<Document> marks;

    KeyStore(MongoDatabase database) {
        MongoDatabase sure = database.withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        keys = sure.getCollection("keys");
        ring = sure.getCollection("ring");
        marks = sure.getCollection("marks");
        // for a real MongoDB: which key-encryption keys are in use, and how many tombstones there are
        keys.createIndex(Indexes.ascending(KEK), new IndexOptions().name("kek"));
        keys.createIndex(
                Indexes.ascending(DESTROYED),
                new IndexOptions().name("destroyed").sparse(true));
    }

    MongoCollection<Document> keys() {
        return keys;
    }

    MongoCollection<Document> ring() {
        return ring;
    }

    MongoCollection<Document> marks() {
        return marks;
    }

    static boolean isTombstone(Document key) {
        return !key.containsKey(WRAPPED);
    }

    @Nullable
    Document find(String subject) {
        return keys.find(Filters.eq(ID, subject)).first();
    }

    Map<String, Document> find(Collection<String> subjects) {
        Map<String, Document> found = new HashMap<>();
        List<String> all = List.copyOf(subjects);
        for (int from = 0; from < all.size(); from += WINDOW) {
            keys.find(Filters.in(ID, all.subList(from, Math.min(all.size(), from + WINDOW))))
                    .batchSize(WINDOW)
                    .forEach(key -> found.put(key.getString(ID), key));
        }
        return found;
    }

    /** Inserts the document, or leaves the one that another process was faster with; returns the one that stands. */
    static Document insertOrRead(MongoCollection<Document> into, Document document) {
        try {
            into.insertOne(document);
            return document;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        Document standing = into.find(Filters.eq(ID, document.get(ID))).first();
        if (standing == null) {
            throw new IllegalStateException("a key document was there and is not: nobody may remove them");
        }
        return standing;
    }

    /** Inserts those that are not there yet. */
    void insertMissing(Collection<Document> documents) {
        List<Document> all = new ArrayList<>(documents);
        for (int from = 0; from < all.size(); from += WINDOW) {
            try {
                keys.insertMany(
                        all.subList(from, Math.min(all.size(), from + WINDOW)), new InsertManyOptions().ordered(false));
            } catch (MongoBulkWriteException e) {
                if (e.getWriteConcernError() != null
                        || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE)) {
                    throw e;
                }
            }
        }
    }

    /** Puts the tombstone in the key's place. One that stands stays. */
    void destroy(String subject, Instant at) {
        Document tombstone = new Document(ID, subject).append(DESTROYED, Date.from(at));
        Document standing = insertOrRead(keys, tombstone);
        if (!isTombstone(standing)) {
            keys.replaceOne(Filters.eq(ID, subject), tombstone, new ReplaceOptions().upsert(false));
        }
    }

    static byte[] wrapped(Document key) {
        return key.get(WRAPPED, Binary.class).getData();
    }
}
