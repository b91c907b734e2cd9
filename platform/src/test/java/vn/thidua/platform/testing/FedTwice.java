package vn.thidua.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import vn.thidua.platform.processing.LoggedEvent;
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
        ViewTable together = table(database, view);
        feed(together, view, events, events.size());
        List<Document> once = rows(database, together);
        feed(together, view, events, events.size());
        assertThat(rows(database, together)).as("all came twice").isEqualTo(once);

        ViewTable alone = table(database, view);
        feed(alone, view, events, 1);
        assertThat(rows(database, alone)).as("each in a batch of its own").isEqualTo(once);
        if (!events.isEmpty()) {
            // the last batch comes again after a crash
            feed(alone, view, events.subList(events.size() / 2, events.size()), 1);
            assertThat(rows(database, alone)).as("the second half came twice").isEqualTo(once);
        }
        once.forEach(row -> row.remove(Mark.POSITION));
        return once;
    }

    private static ViewTable table(MongoDatabase database, View view) {
        return ViewTable.open(database, view.name() + "_twice_" + tables.incrementAndGet(), view.indexes());
    }

    private static void feed(ViewTable table, View view, List<LoggedEvent> events, int batch) {
        int pending = 0;
        for (LoggedEvent event : events) {
            view.project(event, table.rows(new Mark.OfLog(event.position())));
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
