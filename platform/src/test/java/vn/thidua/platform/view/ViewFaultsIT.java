package vn.thidua.platform.view;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.testing.Eventually.eventually;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.embedded.MongodProcess;
import vn.thidua.platform.processing.EventHandling;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.processing.ProcessingSettings;
import vn.thidua.platform.processing.ProcessorStatus;
import vn.thidua.platform.processing.Start;
import vn.thidua.platform.processing.TestLog;
import vn.thidua.platform.testing.Backends;

/** What is left of a view when something dies in the middle. */
class ViewFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Writes the rows of so many batches and then dies, before the token of the last is stored. */
    private static final class Dying implements EventHandling {

        private final EventHandling inner;
        private final AtomicInteger left;

        Dying(EventHandling inner, int batches) {
            this.inner = inner;
            this.left = new AtomicInteger(batches);
        }

        boolean isDead() {
            return left.get() <= 0;
        }

        @Override
        public void on(LoggedEvent event) {
            inner.on(event);
        }

        @Override
        public void flush() {
            if (isDead()) {
                throw new UnableToClaimTokenException("dead");
            }
            inner.flush();
            if (left.decrementAndGet() == 0) {
                throw new UnableToClaimTokenException("dead");
            }
        }

        @Override
        public void discard() {
            inner.discard();
        }
    }

    private static ProcessingSettings batchesOf(int events) {
        ProcessingSettings quick = TestLog.quick();
        return new ProcessingSettings(
                events,
                quick.attempts(),
                quick.firstBackOff(),
                quick.longestBackOff(),
                quick.stall(),
                quick.claimTimeout(),
                quick.claimInterval());
    }

    private static List<Document> rows(MongoDatabase database, String collection) {
        return database.getCollection(collection)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    @Test
    void deathBetweenRowsAndTokenNeitherLosesNorDoublesARow() throws Exception {
        MongoDatabase database = Backends.freshDatabase(ViewFaultsIT.class);
        try (var log = new TestLog(database, Backends.mongoUri())) {
            for (int i = 0; i < 60; i++) {
                log.note("a" + i % 9, i % 11 == 10 ? "gone" : "x" + i);
            }
            long last = log.note("end", "end");
            for (int life = 0; life < 4; life++) {
                try (var processors = log.processors(batchesOf(7))) {
                    var table = ViewTable.open(database, "torn_v1", List.of());
                    var dying = new Dying(new ViewHandling(new NotesView(1), table), 1 + life % 2);
                    processors.register("torn-v1", dying, Start.TAIL, true);
                    processors.start();
                    eventually("it dies", dying::isDead);
                    assertThat(processors.parking().list("torn-v1")).isEmpty();
                }
            }
            try (var processors = log.processors(batchesOf(7))) {
                for (String name : List.of("torn", "whole")) {
                    var table = ViewTable.open(database, name + "_v1", List.of());
                    processors.register(name + "-v1", new ViewHandling(new NotesView(1), table), Start.TAIL, true);
                }
                processors.start();
                assertThat(processors.await("torn-v1", last, PATIENCE)).isTrue();
                assertThat(processors.await("whole-v1", last, PATIENCE)).isTrue();
            }
            assertThat(rows(database, "torn_v1"))
                    .isEqualTo(rows(database, "whole_v1"))
                    .hasSizeGreaterThan(5);
        }
    }

    @Test
    void aDeadServerParksNothingAndIsWaitedOut() throws Exception {
        try (MongodProcess mongod = Backends.ownMongod();
                MongoClient client =
                        MongoClients.create(mongod.uri() + "&serverSelectionTimeoutMS=1000&timeoutMS=4000");
                var log = new TestLog(client.getDatabase("faults"), mongod.uri());
                var processors = log.processors(batchesOf(10))) {
            var views = new Views(log.database(), log.log(), processors, Duration.ZERO, Clock.systemUTC());
            views.register(new NotesView(1));
            processors.start();
            views.start();
            for (int i = 0; i < 100; i++) {
                log.note("a" + i % 5, "x" + i);
            }
            // somewhere in the middle of it
            mongod.kill();
            Thread.sleep(4000);
            mongod.restart();
            long started = System.nanoTime();
            long last = Long.MIN_VALUE;
            while (last == Long.MIN_VALUE) {
                try {
                    last = log.note("end", "end");
                } catch (RuntimeException e) {
                    Thread.sleep(50);
                }
            }
            assertThat(processors.await("notes-v1", last, PATIENCE)).isTrue();
            figure("view caught up "
                    + Duration.ofNanos(System.nanoTime() - started).toMillis() + " ms after the server came back");
            assertThat(processors.parking().list("notes-v1")).isEmpty();
            assertThat(rows(log.database(), "notes_v1").stream()
                            .filter(row -> row.getString("_id").equals(NotesView.ALL))
                            .flatMap(row -> row.getList("texts", String.class).stream())
                            .filter(text -> text.contains("x")))
                    .hasSize(100)
                    .doesNotHaveDuplicates();

            // nothing to do when it dies: Axon alone would come back after up to 60 s
            mongod.kill();
            Thread.sleep(9000);
            mongod.restart();
            started = System.nanoTime();
            last = Long.MIN_VALUE;
            while (last == Long.MIN_VALUE) {
                try {
                    last = log.note("end2", "end");
                } catch (RuntimeException e) {
                    Thread.sleep(50);
                }
            }
            assertThat(processors.await("notes-v1", last, Duration.ofSeconds(6)))
                    .isTrue();
            figure("idle view caught up "
                    + Duration.ofNanos(System.nanoTime() - started).toMillis() + " ms after the server came back");
            assertThat(processors.status("notes-v1").state()).isEqualTo(ProcessorStatus.State.RUNNING);
            views.close();
        }
    }

    @SuppressWarnings("SystemOut") // for whoever reads the build's log
    private static void figure(String what) {
        System.out.println("figure: " + what);
    }
}
