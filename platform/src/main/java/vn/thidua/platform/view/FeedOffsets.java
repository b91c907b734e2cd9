package vn.thidua.platform.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Up to where a view has read the topics that feed it; stored after its rows. Each version of a view has offsets of its
 * own.
 */
public final class FeedOffsets {

    /** Collection {@code feed_offsets}: {@code {_id: <feed>/<topic>/<partition>, feed, topic, partition, next, topicId}}. */
    private static final String COLLECTION = "feed_offsets";

    private final MongoCollection<Document> offsets;
    private final String feed;

    /**
     * @param next offset of the record to be read next
     * @param topicId id of the topic at that time: a topic that was created anew has another
     */
    public record Offset(
            String topic,
            int partition,
            long next,
            @Nullable String topicId) {}

    /** @param feed as {@code units-v1}; {@link Filled#processor} */
    public FeedOffsets(MongoDatabase database, String feed) {
        this.offsets = ViewTable.durable(database, COLLECTION);
        this.feed = feed;
    }

    /** All that are stored for this feed. */
    public List<Offset> all() {
        return offsets.find(Filters.eq("feed", feed))
                .map(stored -> new Offset(
                        stored.getString("topic"),
                        stored.getInteger("partition"),
                        stored.getLong("next"),
                        stored.getString("topicId")))
                .into(new java.util.ArrayList<>());
    }

    /** Stores them, after the rows are written. */
    public void store(Collection<Offset> reached) {
        if (reached.isEmpty()) {
            return;
        }
        offsets.bulkWrite(
                reached.stream()
                        .map(offset -> {
                            String id = feed + "/" + offset.topic() + "/" + offset.partition();
                            return new ReplaceOneModel<>(
                                    Filters.eq("_id", id),
                                    new Document("_id", id)
                                            .append("feed", feed)
                                            .append("topic", offset.topic())
                                            .append("partition", offset.partition())
                                            .append("next", offset.next())
                                            .append("topicId", offset.topicId()),
                                    new ReplaceOptions().upsert(true));
                        })
                        .toList(),
                new BulkWriteOptions().ordered(false));
    }

    /** Forgets them: the version is dropped. */
    public void drop() {
        all().forEach(offset ->
                offsets.deleteOne(Filters.eq("_id", feed + "/" + offset.topic() + "/" + offset.partition())));
    }
}
