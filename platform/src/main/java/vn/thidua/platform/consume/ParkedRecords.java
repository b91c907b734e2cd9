package vn.thidua.platform.consume;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.publish.Envelope;

/** What is parked of other contexts' events: places in topics, in order. */
final class ParkedRecords {

    /** Collection; {@code _id} is {@code <feed>/<topic>/<partition>/<offset>}. */
    private static final String COLLECTION = "parked_records";

    private final MongoCollection<Document> records;
    private final String feed;

    ParkedRecords(MongoDatabase database, String feed) {
        this.records = database.getCollection(COLLECTION)
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.feed = feed;
    }

    /** Keys of which a record is parked: later ones queue behind it. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>();
        records.find(Filters.eq("feed", feed)).forEach(stored -> keys.add(stored.getString("key")));
        return keys;
    }

    int count() {
        return Math.toIntExact(records.countDocuments(Filters.eq("feed", feed)));
    }

    /** A record that comes again is parked once; the first reason stays. */
    void park(ConsumerRecord<String, byte[]> record, Envelope envelope, @Nullable Throwable failure, Instant at) {
        String id = id(record.topic(), record.partition(), record.offset());
        if (failure == null && records.find(Filters.eq("_id", id)).first() != null) {
            return;
        }
        records.replaceOne(
                Filters.eq("_id", id),
                new Document("_id", id)
                        .append("feed", feed)
                        .append("key", TopicFeed.keyOf(record))
                        .append("topic", record.topic())
                        .append("partition", record.partition())
                        .append("offset", record.offset())
                        .append("eventId", envelope.id())
                        // never its message: it may quote what the record says
                        .append(
                                "cause",
                                failure == null ? null : failure.getClass().getName())
                        .append("at", Date.from(at)),
                new ReplaceOptions().upsert(true));
    }

    /** All of this feed, in the order of their topics. */
    List<ParkedRecord> list() {
        return records.find(Filters.eq("feed", feed))
                .sort(Sorts.ascending("topic", "partition", "offset"))
                .map(ParkedRecords::parked)
                .into(new ArrayList<>());
    }

    void remove(ParkedRecord record) {
        records.deleteOne(Filters.eq("_id", id(record.topic(), record.partition(), record.offset())));
    }

    /** Forgets those of a topic: it was lost, and what it said comes again. */
    void forget(String topic) {
        list().stream().filter(record -> record.topic().equals(topic)).forEach(this::remove);
    }

    private String id(String topic, int partition, long offset) {
        return feed + "/" + topic + "/" + partition + "/" + offset;
    }

    private static ParkedRecord parked(Document stored) {
        return new ParkedRecord(
                stored.getString("feed"),
                stored.getString("key"),
                stored.getString("topic"),
                stored.getInteger("partition"),
                stored.getLong("offset"),
                stored.getString("eventId"),
                stored.getString("cause"),
                stored.getDate("at").toInstant());
    }
}
