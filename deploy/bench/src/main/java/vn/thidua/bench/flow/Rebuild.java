package vn.thidua.bench.flow;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.bench.figure.Bench;
import vn.thidua.bench.figure.Figure;
import vn.thidua.bench.figure.Run;
import vn.thidua.bench.figure.Target;
import vn.thidua.bench.note.NoteEvent.LineAdded;
import vn.thidua.bench.note.NoteLines;
import vn.thidua.bench.note.Notes;
import vn.thidua.bench.store.Store;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.view.Filled;

/** How fast a view is filled anew, a row for each event. */
public final class Rebuild implements Bench {

    /** Larger ones gained nothing. */
    private static final int BATCH = 1000;

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String words() {
        return "a view filled anew beside a raw read and bulk upsert";
    }

    @Override
    public void measure(Run run) throws Exception {
        int events = run.scale().large();
        String databases = run.databases("rebuild");
        MongoDatabase database = run.database(databases + Notes.CONTEXT);
        run.say("filling a store with " + events + " events");
        long head;
        try (var store = new Store(database)) {
            store.fill(events);
            head = store.size() - 1;
        }
        Figure figure = run.figure(
                "rebuild of a view, %,d events".formatted(events),
                "events/s",
                "raw read and bulk upsert",
                Target.atLeast(0.5, 0.9));
        try (var context = ContextRuntime.open(
                Notes.spec(Notes.CONTEXT).views(new NoteLines.Own()).build(),
                Notes.settings(run.mongo(), databases, null))) {
            context.start();
            // the first filling is the warm-up
            await(context, NoteLines.NAME + "-v1", head);
            upsert(database, 0, Math.min(events, 50_000));
            for (int round = 0; round < run.scale().rounds(); round++) {
                double baseline = upsert(database, round + 1, Integer.MAX_VALUE);
                figure.add(rebuild(context, head), baseline);
            }
        }
    }

    private static double rebuild(ContextRuntime context, long head) throws InterruptedException {
        long start = System.nanoTime();
        Filled filled = context.views().rebuild(NoteLines.NAME);
        await(context, filled.processor(), head);
        double rate = (head + 1) / ((System.nanoTime() - start) / 1e9);
        // until it answers: the next one would be the same filling
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!context.views()
                .catalog()
                .active(NoteLines.NAME)
                .filter(filled::equals)
                .isPresent()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the new filling does not take over");
            }
            Thread.sleep(20);
        }
        return rate;
    }

    private static void await(ContextRuntime context, String processor, long position) throws InterruptedException {
        if (!context.processors().await(processor, position, PATIENCE)) {
            throw new IllegalStateException("the view is not filled after " + PATIENCE);
        }
    }

    /** Events per second; ends behind so many of them. */
    private static double upsert(MongoDatabase database, int turn, int atMost) {
        MongoCollection<Document> rows =
                database.getCollection("raw_rows_" + turn).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        List<WriteModel<Document>> writes = new ArrayList<>();
        long start = System.nanoTime();
        long done = 0;
        try (MongoCursor<Document> commits = database.getCollection("commits")
                .withReadConcern(ReadConcern.MAJORITY)
                .find()
                .sort(new Document("_id", 1))
                .cursor()) {
            while (commits.hasNext() && done < atMost) {
                Document commit = commits.next();
                long position = commit.getLong("_id");
                for (Document event : commit.getList("e", Document.class)) {
                    LineAdded line = JSON.readValue(event.getString("p"), LineAdded.class);
                    String id = NoteLines.id(line.note(), line.number());
                    Document row = NoteLines.row(
                                    new Document("_id", id), line.note(), line.unit(), line.number(), line.text())
                            .append("p", position++);
                    writes.add(new ReplaceOneModel<>(Filters.eq("_id", id), row, new ReplaceOptions().upsert(true)));
                    done++;
                }
                if (writes.size() >= BATCH) {
                    rows.bulkWrite(writes, new BulkWriteOptions().ordered(false));
                    writes.clear();
                }
            }
        }
        if (!writes.isEmpty()) {
            rows.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
        double rate = done / ((System.nanoTime() - start) / 1e9);
        rows.drop();
        return rate;
    }
}
