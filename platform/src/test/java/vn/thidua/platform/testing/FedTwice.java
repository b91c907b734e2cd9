package vn.thidua.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.bson.Document;
import vn.thidua.platform.consume.ContractRecord;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.view.ForeignView;
import vn.thidua.platform.view.Mark;
import vn.thidua.platform.view.View;
import vn.thidua.platform.view.ViewTable;

/**
 * Feeds a view the ways a processor may: all events in one batch, each in a batch of its own, and everything once more
 * after that. The rows must be the same each time.
 */
public final class FedTwice {

    private static final AtomicInteger tables = new AtomicInteger();

    private FedTwice() {}

    /**
     * The rows in the order of their ids, without the marks of the platform.
     *
     * @param database of a backend; each call uses a collection of its own
     */
    public static List<Document> rows(MongoDatabase database, View view, List<LoggedEvent> events) {
        return rows(
                database,
                view.name(),
                view.indexes(),
                (event, table) -> view.project(event, table.rows(new Mark.OfLog(event.position()))),
                events);
    }

    /** The same for a view of other contexts' events. */
    public static List<Document> rows(MongoDatabase database, ForeignView view, List<ContractRecord> events) {
        return rows(
                database,
                view.name(),
                view.indexes(),
                (event, table) -> view.project(event, table.rows(markOf(event))),
                events);
    }

    /** The mark with which a feed hands the event to a view. */
    public static Mark markOf(ContractRecord event) {
        var envelope = event.envelope();
        return new Mark.OfSource(envelope.source() + "/" + event.partition(), envelope.position(), envelope.n());
    }

    private static <E> List<Document> rows(
            MongoDatabase database,
            String name,
            List<IndexModel> indexes,
            BiConsumer<E, ViewTable> projection,
            List<E> events) {
        ViewTable together = table(database, name, indexes);
        feed(together, projection, events, events.size());
        List<Document> once = rows(database, together);
        feed(together, projection, events, events.size());
        assertThat(rows(database, together)).as("all came twice").isEqualTo(once);

        ViewTable alone = table(database, name, indexes);
        feed(alone, projection, events, 1);
        assertThat(rows(database, alone)).as("each in a batch of its own").isEqualTo(once);
        if (!events.isEmpty()) {
            // the last batch comes again after a crash
            feed(alone, projection, events.subList(events.size() / 2, events.size()), 1);
            assertThat(rows(database, alone)).as("the second half came twice").isEqualTo(once);
        }
        once.forEach(row -> {
            row.remove(Mark.POSITION);
            row.remove(Mark.SEEN);
        });
        return once;
    }

    private static ViewTable table(MongoDatabase database, String name, List<IndexModel> indexes) {
        return ViewTable.open(database, name + "_twice_" + tables.incrementAndGet(), indexes);
    }

    private static <E> void feed(ViewTable table, BiConsumer<E, ViewTable> projection, List<E> events, int batch) {
        int pending = 0;
        for (E event : events) {
            projection.accept(event, table);
            if (++pending == batch) {
                table.flush();
                pending = 0;
            }
        }
        table.flush();
    }

    private static List<Document> rows(MongoDatabase database, ViewTable table) {
        return database.getCollection(table.name())
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }
}
