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
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;

/**
 * Records in our topics that are not ours: they have none of our headers, so nobody can say what they are about. They are
 * passed over, and their places are kept; the topic keeps what they say.
 */
public final class UnreadableRecords {

    /** Collection {@code unreadable}: {@code {_id: <feed>/<topic>/<partition>/<offset>, feed, topic, partition, offset, at}}. */
    private static final String COLLECTION = "unreadable";

    private final MongoCollection<Document> records;

    /**
     * Where such a record stands.
     *
     * @param feed who came across it
     */
    public record Unreadable(String feed, String topic, int partition, long offset, Instant at) {}

    /** Those of one context. */
    public UnreadableRecords(MongoDatabase database) {
        this.records = database.getCollection(COLLECTION)
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    void keep(String feed, ConsumerRecord<?, ?> record, Instant at) {
        String id = feed + "/" + record.topic() + "/" + record.partition() + "/" + record.offset();
        records.replaceOne(
                Filters.eq("_id", id),
                new Document("_id", id)
                        .append("feed", feed)
                        .append("topic", record.topic())
                        .append("partition", record.partition())
                        .append("offset", record.offset())
                        .append("at", Date.from(at)),
                new ReplaceOptions().upsert(true));
    }

    /** All of them. */
    public List<Unreadable> list() {
        return records.find()
                .sort(Sorts.ascending("_id"))
                .map(stored -> new Unreadable(
                        stored.getString("feed"),
                        stored.getString("topic"),
                        stored.getInteger("partition"),
                        stored.getLong("offset"),
                        stored.getDate("at").toInstant()))
                .into(new ArrayList<>());
    }
}
