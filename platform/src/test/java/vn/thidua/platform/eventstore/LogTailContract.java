package vn.thidua.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.eventstore.TestEvents.IDENTITY;
import static vn.thidua.platform.eventstore.TestEvents.events;
import static vn.thidua.platform.testing.Eventually.eventually;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the tail gives its streams. It keeps 50 events only, so that streams fall behind it. */
abstract class LogTailContract {

    record Happened(long sequence) {}

    private MongoDatabase database;
    private EventLog log;
    private LogTail tail;

    abstract MongoDatabase freshDatabase();

    /** The same database through a client that waits. */
    abstract MongoDatabase watched(String name);

    @BeforeEach
    void aTail() {
        database = freshDatabase();
        log = EventLog.open(database, IDENTITY, EventStoreSettings.DEFAULT);
        var serializer = new NamedSerializer(
                EventNames.builder().name(Happened.class, "test.happened", 1).build(),
                Jackson3Serializer.builder().build());
        var engine = MongoEventStorageEngine.builder(log, database)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .batchSize(20)
                .build();
        tail = new LogTail(engine, log, watched(database.getName()), 50);
    }

    @AfterEach
    void itIsClosed() {
        tail.close();
        log.close();
    }

    @Test
    void aStreamGetsWhatWasThereAndWhatComes() throws Exception {
        log.append(events("a", 0, 3), null);
        try (var stream = tail.openStream(null)) {
            assertThat(take(stream, 3)).containsExactly(0L, 1L, 2L);
            assertThat(stream.hasNextAvailable()).isFalse();
            log.append(events("a", 3, 2), null);
            assertThat(take(stream, 2)).containsExactly(3L, 4L);
            assertThat(stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void aStreamGoesOnBehindItsToken() throws Exception {
        log.append(events("a", 0, 10), null);
        try (var stream = tail.openStream(new GlobalSequenceTrackingToken(6))) {
            assertThat(take(stream, 3)).containsExactly(7L, 8L, 9L);
        }
        try (var stream = tail.openStream(tail.createHeadToken())) {
            log.append(events("a", 10, 1), null);
            assertThat(take(stream, 1)).containsExactly(10L);
        }
    }

    @Test
    void peekingTakesNothing() throws Exception {
        log.append(events("a", 0, 2), null);
        try (var stream = tail.openStream(null)) {
            assertThat(stream.peek()).isPresent();
            assertThat(stream.peek()).isPresent();
            assertThat(take(stream, 2)).containsExactly(0L, 1L);
            assertThat(stream.peek()).isEmpty();
        }
    }

    @Test
    void anAppendCallsWhoWaits() {
        AtomicInteger calls = new AtomicInteger();
        try (var stream = tail.openStream(tail.createHeadToken())) {
            assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
            log.append(events("a", 0, 1), null);
            eventually("the stream was called", () -> calls.get() > 0);
            assertThat(stream.hasNextAvailable()).isTrue();
        }
    }

    @Test
    void whatAnotherProcessAppendsArrives() throws Exception {
        try (var stream = tail.openStream(null);
                EventLog other = EventLog.open(database, IDENTITY, EventStoreSettings.DEFAULT)) {
            for (int i = 0; i < 5; i++) {
                other.append(events("a", i, 1), null);
                assertThat(take(stream, 1)).containsExactly((long) i);
            }
        }
    }

    @Test
    void streamsThatAreFastAndSlowAllGetEverythingInOrderOnce() throws Exception {
        int commits = 200;
        List<Callable<List<Long>>> tasks = new ArrayList<>();
        for (int reader = 0; reader < 4; reader++) {
            // the slow ones fall behind the 50 events that are kept, and catch up from the log
            int pauseEvery = reader * 10;
            @Nullable TrackingToken start = reader == 3 ? new GlobalSequenceTrackingToken(-1) : null;
            tasks.add(() -> {
                try (var stream = tail.openStream(start)) {
                    List<Long> seen = new ArrayList<>();
                    while (seen.size() < 2 * commits) {
                        seen.addAll(take(stream, 1));
                        if (pauseEvery > 0 && seen.size() % pauseEvery == 0) {
                            Thread.sleep(20);
                        }
                    }
                    return seen;
                }
            });
        }
        tasks.add(() -> {
            for (int i = 0; i < commits; i++) {
                log.append(events("a", 2L * i, 2), null);
            }
            return LongStream.range(0, 2L * commits).boxed().toList();
        });
        List<Long> all = LongStream.range(0, 2L * commits).boxed().toList();
        for (Future<List<Long>> answer : EventLogContract.atOnce(tasks)) {
            assertThat(answer.get()).isEqualTo(all);
        }
    }

    @Test
    void aClosedTailEndsItsThreads() {
        tail.openStream(null).close();
        tail.close();
        eventually("no thread of the tail is left", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.isAlive() && thread.getName().equals("event-tail-test")));
    }

    private static List<Long> take(BlockingStream<TrackedEventMessage<?>> stream, int count)
            throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS))
                    .as("event %d of %d", i, count)
                    .isTrue();
            positions.add(LogTail.positionOf(stream.nextAvailable()));
        }
        return positions;
    }
}
