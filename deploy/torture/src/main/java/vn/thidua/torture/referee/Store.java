package vn.thidua.torture.referee;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import vn.thidua.platform.view.Filled;
import vn.thidua.platform.view.ViewCatalog;

/** What a context has kept, read past the services. */
public final class Store {

    /**
     * An event as it is stored.
     *
     * @param name stored name, {@code organization.unit-established} for example
     * @param position in the log
     * @param sequence in its aggregate
     * @param payload JSON
     */
    public record Event(String id, String name, long position, String aggregate, long sequence, String payload) {}

    private Store() {}

    /** All events of a context, in the order of the log; an {@link IllegalStateException} if that has a gap. */
    public static List<Event> events(MongoClient client, String context) {
        return events(database(client, context));
    }

    /** The same of its database. */
    public static List<Event> events(MongoDatabase database) {
        List<Event> events = new ArrayList<>();
        long next = 0;
        for (Document commit : database.getCollection("commits")
                .withReadConcern(ReadConcern.MAJORITY)
                .find()
                .sort(Sorts.ascending("_id"))) {
            long position = commit.getLong("_id");
            if (position != next) {
                throw new IllegalStateException(database.getName() + " has no position " + next + ", but " + position);
            }
            for (Document event : commit.getList("e", Document.class)) {
                Object payload = event.get("p");
                events.add(new Event(
                        event.getString("i"),
                        event.getString("d"),
                        next,
                        event.getString("a"),
                        event.getLong("s"),
                        payload instanceof Document document ? document.toJson() : String.valueOf(payload)));
                next++;
            }
        }
        return events;
    }

    /** The rows of a view that answer now, by id; none if it was never filled. */
    public static Map<String, Document> rows(MongoClient client, String context, String view) {
        MongoDatabase database = database(client, context);
        Map<String, Document> rows = new HashMap<>();
        new ViewCatalog(database).active(view).map(Filled::collection).ifPresent(collection -> database.getCollection(
                        collection)
                .withReadConcern(ReadConcern.MAJORITY)
                .find()
                .forEach(row -> rows.put(String.valueOf(row.get("_id")), row)));
        return rows;
    }

    private static MongoDatabase database(MongoClient client, String context) {
        return client.getDatabase("thidua_" + context);
    }
}
