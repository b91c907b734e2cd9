package vn.thidua.bench.flow;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import vn.thidua.bench.figure.Run;
import vn.thidua.bench.note.NoteCommand.AddLine;
import vn.thidua.bench.note.NoteCommand.BeginNote;
import vn.thidua.bench.note.NoteLines;
import vn.thidua.bench.note.Notes;
import vn.thidua.platform.consume.FeedStatus;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.publish.KafkaSettings;

/** Two contexts, one of which follows the other through Kafka. */
final class Flow implements AutoCloseable {

    private static final long LOOK_NANOS = 100_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ContextRuntime notes;
    private final ContextRuntime watching;

    /**
     * @param context name of the one that is followed: it names the topic
     */
    Flow(Run run, String context) {
        String databases = run.databases("flow" + context);
        var kafka = KafkaSettings.plain(run.kafka());
        var types = Notes.types(context);
        notes = ContextRuntime.open(
                Notes.spec(context)
                        .views(new NoteLines.Own())
                        .publication(Notes::publish)
                        .contractTypes(types)
                        .build(),
                Notes.settings(run.mongo(), databases, kafka));
        try {
            watching = ContextRuntime.open(
                    Notes.spec("watching")
                            .foreignViews(new NoteLines.Foreign(context))
                            .contractTypes(types)
                            .build(),
                    Notes.settings(run.mongo(), databases, kafka));
        } catch (RuntimeException e) {
            notes.close();
            throw e;
        }
        notes.start();
        watching.start();
    }

    ContextRuntime notes() {
        return notes;
    }

    void begin(String note) {
        notes.commands().send(new BeginNote(note, "unit-1"), Notes.act());
    }

    Accepted add(String note) {
        return notes.commands().send(new AddLine(note), Notes.act());
    }

    /** The rows of the foreign view; there once the first event has come through. */
    MongoCollection<Document> foreignRows() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return watching.views().store().collection(NoteLines.NAME).withReadConcern(ReadConcern.MAJORITY);
            } catch (IllegalArgumentException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    /** Records that the topic holds and the foreign view has not seen. */
    long feedLag() {
        return watching.feeds().stream().mapToLong(FeedStatus::lag).sum();
    }

    /** Waits until a row is there for everyone to read. */
    static void awaitRow(MongoCollection<Document> rows, String id) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (rows.withReadConcern(ReadConcern.MAJORITY)
                        .find(Filters.eq("_id", id))
                        .first()
                == null) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("row " + id + " does not come");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void close() {
        watching.close();
        notes.close();
    }
}
