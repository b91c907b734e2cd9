package vn.thidua.bench.store;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** The baseline: what the driver does by itself with the same promises, one document per event. */
final class RawStore {

    private final MongoCollection<Document> events;
    private final AtomicLong next = new AtomicLong();

    RawStore(MongoDatabase database) {
        events = database.getCollection("raw_events")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        events.createIndex(Indexes.ascending("a", "s"), new IndexOptions().unique(true));
    }

    void insert(String aggregate, long sequence) {
        Happened payload = Happened.number(sequence);
        events.insertOne(new Document("_id", next.getAndIncrement())
                .append("a", aggregate)
                .append("s", sequence)
                .append("e", List.of(new Document("u", payload.unit()).append("t", payload.text()))));
    }

    long size() {
        return next.get();
    }

    /** Reads documents of the log itself, whatever is in them. */
    static long readAll(MongoDatabase database, String collection) {
        long read = 0;
        try (MongoCursor<RawBsonDocument> cursor = database.getCollection(collection, RawBsonDocument.class)
                .withReadConcern(ReadConcern.MAJORITY)
                .find()
                .sort(new Document("_id", 1))
                .cursor()) {
            while (cursor.hasNext()) {
                cursor.next();
                read++;
            }
        }
        return read;
    }
}
