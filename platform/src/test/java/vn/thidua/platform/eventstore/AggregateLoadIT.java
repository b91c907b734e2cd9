package vn.thidua.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.eventstore.TestEvents.IDENTITY;
import static vn.thidua.platform.eventstore.TestEvents.events;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.testing.Backends;

/**
 * An aggregate is loaded by its own commits, however many others there are. Figures are printed, not judged. Filling the
 * embedded server takes longest; {@code -Dthidua.load.commits=100000} takes about a minute.
 */
class AggregateLoadIT {

    private static final int COMMITS = Integer.getInteger("thidua.load.commits", 10_000);
    private static final int AGGREGATES = COMMITS / 10;

    @Test
    void anAggregateIsLoadedFromManyCommitsOfTheEmbeddedServer() {
        // without a time limit: with it, a large lot is given up while it is being written
        try (MongoClient client = MongoClients.create(Backends.embeddedUri())) {
            measure(client.getDatabase(Backends.freshName(AggregateLoadIT.class)));
        }
    }

    private static void measure(MongoDatabase database) {
        try (EventLog log = EventLog.open(database, IDENTITY, EventStoreSettings.DEFAULT)) {
            long started = System.nanoTime();
            fill(database);
            double fillSeconds = (System.nanoTime() - started) / 1e9;
            assertThat(log.nextPosition()).isEqualTo(COMMITS);
            load(log, 300);
            double[] millis = load(log, 300);
            report(
                    "embedded server, %d commits (filled in %.1f s): load of an aggregate of %d events p50 %.2f ms, p95 %.2f ms"
                            .formatted(
                                    COMMITS,
                                    fillSeconds,
                                    COMMITS / AGGREGATES,
                                    millis[millis.length / 2],
                                    millis[(int) (millis.length * 0.95)]));
        }
    }

    private static double[] load(EventLog log, int times) {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long started = System.nanoTime();
            var events = log.reader().ofAggregate("aggregate-" + (i * 7919 % AGGREGATES), 0, 100);
            millis[i] = (System.nanoTime() - started) / 1e6;
            assertThat(events).hasSize(COMMITS / AGGREGATES);
        }
        Arrays.sort(millis);
        return millis;
    }

    /** Past the writer, in larger lots than its batches: this measures reading. */
    private static void fill(MongoDatabase database) {
        var commits = database.getCollection(Commits.COLLECTION, RawBsonDocument.class);
        byte[] hash = IDENTITY.genesis();
        List<RawBsonDocument> lot = new ArrayList<>();
        for (int i = 0; i < COMMITS; i++) {
            CommitDraft draft = CommitDraft.of(events("aggregate-" + i % AGGREGATES, i / AGGREGATES, 1), null);
            EncodedCommit commit = draft.at(i, hash);
            hash = commit.hash();
            lot.add(commit.document());
            if (lot.size() == 1000) {
                commits.insertMany(lot);
                lot.clear();
            }
        }
    }

    @SuppressWarnings("SystemOut") // a figure for whoever reads the build's log
    private static void report(String what) {
        System.out.println("figure: " + what);
    }
}
