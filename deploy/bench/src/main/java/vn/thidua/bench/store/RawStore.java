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
import vn.thidua.bench.note.NoteEvent.LineAdded;

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

    void insert(String note, long sequence) {
        LineAdded line = LineAdded.number(note, sequence);
        events.insertOne(new Document("_id", next.getAndIncrement())
                .append("a", note)
                .append("s", sequence)
                .append("e", List.of(new Document("u", line.unit()).append("t", line.text()))));
    }

    /** Reads documents of the log itself, whatever is in them. */
    static long readAll(MongoDatabase database) {
        long read = 0;
        try (MongoCursor<RawBsonDocument> cursor = database.getCollection("commits", RawBsonDocument.class)
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
