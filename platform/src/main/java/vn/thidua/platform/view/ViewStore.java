package vn.thidua.platform.view;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Where queries find the rows of a view, whichever filling of it answers at that time. */
public final class ViewStore {

    /** A filling that was replaced is kept for longer than this. */
    static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final MongoDatabase database;
    private final ViewCatalog catalog;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Filled filled, long nanos) {}

    /** @param database of the context; its client bounds every call */
    public ViewStore(MongoDatabase database, ViewCatalog catalog) {
        this.database = database;
        this.catalog = catalog;
    }

    /**
     * The rows that answer now. Ask anew for each query: another filling may take over.
     *
     * @throws IllegalArgumentException if there is no such view
     */
    public MongoCollection<Document> collection(String view) {
        return database.getCollection(active(view).collection());
    }

    /**
     * How many rows of a view are known to lack events.
     *
     * @throws IllegalArgumentException if there is no such view
     */
    public long staleRows(String view) {
        return collection(view).countDocuments(Filters.eq(Mark.STALE, true));
    }

    /**
     * The filling that answers now.
     *
     * @throws IllegalArgumentException if there is no such view
     */
    public Filled active(String view) {
        @Nullable Known last = known.get(view);
        if (last != null && System.nanoTime() - last.nanos() < REMEMBERED.toNanos()) {
            return last.filled();
        }
        Filled filled =
                catalog.active(view).orElseThrow(() -> new IllegalArgumentException("there is no view " + view));
        known.put(view, new Known(filled, System.nanoTime()));
        return filled;
    }

    /** Another filling answers from now on. */
    void forget(String view) {
        known.remove(view);
    }
}
