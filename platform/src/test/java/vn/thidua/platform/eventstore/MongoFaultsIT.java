package vn.thidua.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.platform.eventstore.TestEvents.IDENTITY;
import static vn.thidua.platform.eventstore.TestEvents.all;
import static vn.thidua.platform.eventstore.TestEvents.events;
import static vn.thidua.platform.testing.Eventually.eventually;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.embedded.MongodProcess;
import vn.thidua.platform.eventstore.StoreUnavailableException.Outcome;
import vn.thidua.platform.testing.Backends;

/** Cut connections, lost answers, a hung and a killed server: on a mongod of this test's own. */
class MongoFaultsIT {

    private static MongodProcess mongod;
    private static MongoClient client;

    private MongoDatabase database;
    private EventLog log;

    @BeforeAll
    static void aMongodOfItsOwn() {
        mongod = Backends.ownMongod();
        client = Backends.client(mongod.uri() + "&serverSelectionTimeoutMS=4000");
    }

    @AfterAll
    static void itIsGone() {
        client.close();
        mongod.close();
    }

    @BeforeEach
    void anEmptyLog() {
        database = client.getDatabase(Backends.freshName(MongoFaultsIT.class));
        log = EventLog.open(database, IDENTITY, EventStoreSettings.DEFAULT);
        log.append(events("first", 0, 1), null);
    }

    @AfterEach
    void nothingFails() {
        failPoint("off", new Document());
        log.close();
    }

    @Test
    void aConnectionThatBreaksTwiceCostsTimeOnly() throws Exception {
        // the driver hides the first one
        failPoint(new Document("times", 2), failInserts().append("closeConnection", true));
        write(8, 20);
        everyEventIsThereOnce(8 * 20);
    }

    @Test
    void anErrorThatTheDriverDoesNotRetryCostsTimeOnly() throws Exception {
        failPoint(new Document("times", 4), failInserts().append("errorCode", 8));
        write(8, 20);
        everyEventIsThereOnce(8 * 20);
    }

    @Test
    void aLostAcknowledgementOfAStoredCommitIsNoFailureAndNoConflict() throws Exception {
        // the server stores, and says that it does not know whether a majority has it
        failPoint(
                new Document("times", 6),
                failInserts().append("writeConcernError", new Document("code", 64).append("errmsg", "timeout")));
        write(8, 20);
        everyEventIsThereOnce(8 * 20);
    }

    @Test
    void aHungServerIsGivenUpWithinFiveSecondsAndWhatWasNotSentIsTakenAlong() throws Exception {
        log.close();
        log = EventLog.open(database, IDENTITY, EventStoreSettings.DEFAULT.withPatience(Duration.ofSeconds(2)));
        log.append(events("warm", 0, 1), null);
        Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
        signal("STOP");
        long started = System.nanoTime();
        try {
            List<Callable<Void>> callers = new ArrayList<>();
            callers.add(() -> giveUp("sent", 0, outcomes));
            for (int i = 0; i < 10; i++) {
                String aggregate = "waiting-" + i;
                callers.add(() -> giveUp(aggregate, 500, outcomes));
            }
            for (Future<Void> answer : EventLogContract.atOnce(callers)) {
                answer.get();
            }
        } finally {
            signal("CONT");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        assertThat(outcomes).hasSize(11).containsEntry("sent", Outcome.UNKNOWN);
        outcomes.remove("sent");
        assertThat(outcomes.values()).containsOnly(Outcome.NOT_STORED);
        // the log goes on, and what was taken along is not there
        eventually("the log accepts commits again", () -> {
            log.append(events("after-" + System.nanoTime(), 0, 1), null);
            return true;
        });
        for (int i = 0; i < 10; i++) {
            assertThat(log.reader().ofAggregate("waiting-" + i, 0, 1)).isEmpty();
        }
        assertThat(log.verify()).isInstanceOf(Verification.Clean.class);
    }

    private Void giveUp(String aggregate, long delay, Map<String, Outcome> outcomes) throws InterruptedException {
        Thread.sleep(delay);
        assertThatThrownBy(() -> log.append(events(aggregate, 0, 1), null))
                .isInstanceOfSatisfying(StoreUnavailableException.class, e -> outcomes.put(aggregate, e.outcome()));
        return null;
    }

    @Test
    void aFullQueueRefusesInsteadOfGrowing() throws Exception {
        log.close();
        log = EventLog.open(
                database,
                IDENTITY,
                EventStoreSettings.DEFAULT.withPatience(Duration.ofMillis(800)).withQueueCapacity(1));
        log.append(events("warm", 0, 1), null);
        signal("STOP");
        Set<Outcome> outcomes = ConcurrentHashMap.newKeySet();
        try {
            List<Callable<Void>> callers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String aggregate = "busy-" + i;
                callers.add(() -> {
                    assertThatThrownBy(() -> log.append(events(aggregate, 0, 1), null))
                            .isInstanceOfSatisfying(StoreUnavailableException.class, e -> outcomes.add(e.outcome()));
                    return null;
                });
            }
            for (Future<Void> answer : EventLogContract.atOnce(callers)) {
                answer.get();
            }
        } finally {
            signal("CONT");
        }
        assertThat(outcomes).contains(Outcome.NOT_STORED);
    }

    @Test
    void aKilledServerLosesNothingAcknowledgedAndNoReaderWasAhead() throws Exception {
        Map<Long, String> acknowledged = new ConcurrentHashMap<>();
        Map<Long, String> seen = new ConcurrentHashMap<>();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger conflicts = new AtomicInteger();
        int kills = Integer.getInteger("thidua.kills", 3);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int w = 0; w < 16; w++) {
                String writer = "writer-" + w;
                running.add(threads.submit(() -> writeUntil(stop, writer, acknowledged, conflicts)));
            }
            running.add(threads.submit(() -> readUntil(stop, seen)));
            for (int kill = 0; kill < kills; kill++) {
                int before = acknowledged.size();
                eventually("it is in the middle of a load", () -> acknowledged.size() > before + 300);
                mongod.kill();
                mongod.restart();
            }
            int before = acknowledged.size();
            eventually("commits are acknowledged again", () -> acknowledged.size() > before + 100);
            stop.set(true);
            for (Future<?> each : running) {
                each.get();
            }
        }
        Map<Long, String> stored = new ConcurrentHashMap<>();
        all(log).forEach(commit -> stored.put(Commits.positionOf(commit), Commits.firstEventId(commit)));
        assertThat(stored).containsAllEntriesOf(acknowledged);
        assertThat(stored).containsAllEntriesOf(seen);
        assertThat(conflicts).hasValue(0);
        assertThat(log.verify()).isInstanceOf(Verification.Clean.class);
        assertThat((long) stored.size()).isEqualTo(log.nextPosition());
        report(kills + " kills of mongod: " + acknowledged.size() + " acknowledged, " + stored.size() + " stored, "
                + seen.size() + " seen by a reader, 0 lost");
    }

    private Void writeUntil(
            AtomicBoolean stop, String writer, Map<Long, String> acknowledged, AtomicInteger conflicts) {
        long sequence = 0;
        String aggregate = writer;
        while (!stop.get()) {
            var events = events(aggregate, sequence, 1);
            try {
                AppendReceipt receipt = log.append(events, null);
                acknowledged.put(
                        receipt.position(),
                        events.getFirst().getString(Commits.EVENT_ID).getValue());
                sequence++;
            } catch (StoreUnavailableException e) {
                // whether it was stored or not: go on with an aggregate of which all is known
                aggregate = writer + "-" + System.nanoTime();
                sequence = 0;
            } catch (DuplicateEventException e) {
                conflicts.incrementAndGet();
                return null;
            }
        }
        return null;
    }

    private Void readUntil(AtomicBoolean stop, Map<Long, String> seen) {
        long next = 0;
        while (!stop.get()) {
            try {
                var found = log.reader().from(next, 500);
                for (var commit : found) {
                    seen.put(Commits.positionOf(commit), Commits.firstEventId(commit));
                    next = Commits.after(commit);
                }
            } catch (com.mongodb.MongoException e) {
                // the server is away
                Thread.onSpinWait();
            }
        }
        return null;
    }

    private void write(int writers, int commits) throws Exception {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            String aggregate = "writer-" + w;
            tasks.add(() -> {
                for (int i = 0; i < commits; i++) {
                    log.append(events(aggregate, i, 1), null);
                }
                return null;
            });
        }
        for (Future<Void> answer : EventLogContract.atOnce(tasks)) {
            answer.get();
        }
    }

    private void everyEventIsThereOnce(int expected) {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        var stored = all(log);
        stored.forEach(commit -> ids.add(Commits.firstEventId(commit)));
        assertThat(stored).hasSize(expected + 1);
        assertThat(ids).hasSize(expected + 1);
        assertThat(log.verify()).isInstanceOf(Verification.Clean.class);
    }

    private static Document failInserts() {
        return new Document("failCommands", List.of("insert"));
    }

    private static void failPoint(Object mode, Document data) {
        client.getDatabase("admin")
                .runCommand(new Document("configureFailPoint", "failCommand")
                        .append("mode", mode)
                        .append("data", data));
    }

    private static void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(mongod.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    @SuppressWarnings("SystemOut") // a figure for whoever reads the build's log
    private static void report(String what) {
        System.out.println("figure: " + what);
    }
}
