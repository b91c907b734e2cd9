package vn.thidua.platform.consume;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import vn.thidua.platform.publish.Envelope;

/** How far a feed has come in the log of each source; stored with the offsets, so that other processes can tell. */
final class FeedProgress {

    /** Collection {@code feed_progress}: {@code {_id: <feed>/<source>, feed, source, position, at}}. */
    private static final String COLLECTION = "feed_progress";

    private final MongoCollection<Document> stored;
    private final String feed;
    private final Map<String, AsOf> reached = new ConcurrentHashMap<>();
    private final Map<String, AsOf> pending = new ConcurrentHashMap<>();

    FeedProgress(MongoDatabase database, String feed) {
        this.stored = database.getCollection(COLLECTION)
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.feed = feed;
    }

    /** As it stands in the database. */
    static List<AsOf> of(MongoDatabase database, String feed) {
        var progress = new FeedProgress(database, feed);
        progress.load();
        return progress.all();
    }

    void load() {
        stored.find(Filters.eq("feed", feed))
                .forEach(document -> reached.put(
                        document.getString("source"),
                        new AsOf(
                                document.getString("source"),
                                document.getLong("position"),
                                document.getDate("at").toInstant())));
    }

    void passed(Envelope envelope) {
        // partitions are read in turn: the furthest one counts
        pending.merge(
                envelope.source(),
                new AsOf(envelope.source(), envelope.position(), envelope.time()),
                (before, now) -> before.position() > now.position() ? before : now);
    }

    void discard() {
        pending.clear();
    }

    void store() {
        if (pending.isEmpty()) {
            return;
        }
        List<ReplaceOneModel<Document>> writes = new ArrayList<>();
        pending.forEach((source, asOf) -> {
            AsOf further =
                    reached.merge(source, asOf, (before, now) -> before.position() > now.position() ? before : now);
            String id = feed + "/" + source;
            writes.add(new ReplaceOneModel<>(
                    Filters.eq("_id", id),
                    new Document("_id", id)
                            .append("feed", feed)
                            .append("source", source)
                            .append("position", further.position())
                            .append("at", Date.from(further.at())),
                    new ReplaceOptions().upsert(true)));
        });
        stored.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        pending.clear();
    }

    List<AsOf> all() {
        return List.copyOf(reached.values());
    }

    void drop() {
        stored.find(Filters.eq("feed", feed))
                .forEach(document -> stored.deleteOne(Filters.eq("_id", document.get("_id"))));
        reached.clear();
        pending.clear();
    }

    /** The time of the last event of any source; the epoch if none has come. */
    Instant lastEvent() {
        return reached.values().stream().map(AsOf::at).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
