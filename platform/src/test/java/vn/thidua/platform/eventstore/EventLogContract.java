package vn.thidua.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.platform.eventstore.TestEvents.IDENTITY;
import static vn.thidua.platform.eventstore.TestEvents.all;
import static vn.thidua.platform.eventstore.TestEvents.event;
import static vn.thidua.platform.eventstore.TestEvents.events;
import static vn.thidua.platform.eventstore.TestEvents.once;
import static vn.thidua.platform.eventstore.TestEvents.sequencesOf;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a log promises, whatever server it is on. */
abstract class EventLogContract {

    MongoDatabase database;
    EventLog log;

    abstract MongoDatabase freshDatabase();

    /** Commits of each writer where many write: few enough for the slower server. */
    abstract int commitsPerWriter();

    @BeforeEach
    void anEmptyLog() {
        database = freshDatabase();
        log = EventLog.open(database, IDENTITY, EventStoreSettings.DEFAULT);
    }

    @AfterEach
    void theLogIsClosed() {
        log.close();
    }

    @Test
    void positionsHaveNoGapsUnder64Writers() throws Exception {
        int commits = commitsPerWriter();
        Set<Long> positions = ConcurrentHashMap.newKeySet();
        List<Callable<Void>> writers = new ArrayList<>();
        for (int w = 0; w < 64; w++) {
            String aggregate = "aggregate-" + w;
            writers.add(() -> {
                long sequence = 0;
                for (int i = 0; i < commits; i++) {
                    int count = 1 + i % 3;
                    AppendReceipt receipt = log.append(events(aggregate, sequence, count), null);
                    for (int e = 0; e < count; e++) {
                        positions.add(receipt.position() + e);
                    }
                    sequence += count;
                }
                return null;
            });
        }
        for (Future<Void> answer : atOnce(writers)) {
            answer.get();
        }
        long total = positions.size();
        assertThat(positions).containsAll(LongStream.range(0, total).boxed().toList());
        assertThat(log.nextPosition()).isEqualTo(total);
        assertThat(all(log)).hasSize(64 * commits);
        assertThat(log.verify()).isInstanceOf(Verification.Clean.class);
        assertThat(sequencesOf(log.reader().ofAggregate("aggregate-7", 0, Integer.MAX_VALUE / 2)))
                .isEqualTo(LongStream.range(0, total / 64).boxed().toList());
    }

    @Test
    void aConflictGoesToTheCallerWhoLostAndToNobodyElse() throws Exception {
        log.append(events("taken", 0, 2), null);
        List<Callable<AppendReceipt>> writers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String other = "free-" + i;
            writers.add(() -> log.append(events(other, 0, 1), null));
            writers.add(() -> log.append(List.of(event("beside-" + other, 0), event("taken", 0)), null));
        }
        List<Future<AppendReceipt>> answers = atOnce(writers);
        for (int i = 0; i < answers.size(); i++) {
            Future<AppendReceipt> answer = answers.get(i);
            if (i % 2 == 0) {
                assertThat(answer.get().events()).isEqualTo(1);
            } else {
                assertThatThrownBy(answer::get)
                        .hasCauseInstanceOf(DuplicateEventException.class)
                        .hasMessageContaining("taken#0000000000");
            }
        }
        // of a commit that lost, no event is there
        assertThat(log.reader().ofAggregate("beside-free-3", 0, 10)).isEmpty();
        assertThat(log.nextPosition()).isEqualTo(22);
    }

    @Test
    void ofTwoCommitsInOneBatchThatClaimOnePlaceExactlyOneIsStored() throws Exception {
        for (int round = 0; round < 10; round++) {
            String aggregate = "fought-for-" + round;
            List<Callable<AppendReceipt>> writers = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                writers.add(() -> log.append(events(aggregate, 0, 1), null));
            }
            long stored = atOnce(writers).stream()
                    .filter(answer -> answer.state() == Future.State.SUCCESS)
                    .count();
            assertThat(stored).isEqualTo(1);
            assertThat(log.reader().ofAggregate(aggregate, 0, 10)).hasSize(1);
        }
        assertThat(log.nextPosition()).isEqualTo(10);
    }

    @Test
    void aCommitThatClaimsOnePlaceTwiceIsRefused() {
        assertThatThrownBy(() -> log.append(List.of(event("a", 3), event("b", 0), event("a", 3)), null))
                .isInstanceOf(DuplicateEventException.class);
        assertThat(log.nextPosition()).isZero();
    }

    @Test
    void aCommitOverSeveralAggregatesIsFoundByEachOfThem() {
        log.append(List.of(event("a", 0), event("b", 0), event("a", 1)), null);
        log.append(List.of(event("b", 1), event("c", 0)), null);
        assertThat(sequencesOf(log.reader().ofAggregate("a", 0, 100))).containsExactly(0L, 1L);
        assertThat(sequencesOf(log.reader().ofAggregate("b", 0, 100))).containsExactly(0L, 1L);
        assertThat(sequencesOf(log.reader().ofAggregate("c", 0, 100))).containsExactly(0L);
        assertThat(log.reader().ofAggregate("d", 0, 100)).isEmpty();
    }

    @Test
    void anAggregateIsReadFromTheMiddleOfACommit() {
        long sequence = 0;
        for (int count : new int[] {1, 40, 3, 200, 1}) {
            log.append(events("long", sequence, count), null);
            sequence += count;
        }
        for (long from : new long[] {0, 1, 2, 40, 41, 43, 44, 45, 100, 243, 244, 245, 300}) {
            assertThat(sequencesOf(log.reader().ofAggregate("long", from, 1000)))
                    .as("from %d", from)
                    .isEqualTo(LongStream.range(from, 245).boxed().toList());
        }
    }

    @Test
    void anAggregateIsNotMistakenForOneWhoseIdBeginsTheSame() {
        log.append(events("unit", 0, 1), null);
        log.append(events("unit#0", 0, 1), null);
        log.append(events("unit#0000000005", 0, 1), null);
        log.append(events("unit-7", 0, 3), null);
        assertThat(sequencesOf(log.reader().ofAggregate("unit", 0, 100))).containsExactly(0L);
        assertThat(sequencesOf(log.reader().ofAggregate("unit#0", 0, 100))).containsExactly(0L);
    }

    @Test
    void theLogIsReadFromTheMiddleOfACommit() {
        log.append(events("a", 0, 5), null);
        log.append(events("b", 0, 300), null);
        log.append(events("c", 0, 1), null);
        assertThat(positionsFrom(0)).containsExactly(0L, 5L, 305L);
        assertThat(positionsFrom(4)).containsExactly(0L, 5L, 305L);
        assertThat(positionsFrom(5)).containsExactly(5L, 305L);
        assertThat(positionsFrom(304)).containsExactly(5L, 305L);
        assertThat(positionsFrom(305)).containsExactly(305L);
        assertThat(positionsFrom(306)).isEmpty();
        assertThat(positionsFrom(999)).isEmpty();
    }

    @Test
    void aReaderStopsAtAHole() {
        log.append(events("a", 0, 2), null);
        log.append(events("b", 0, 1), null);
        log.append(events("c", 0, 1), null);
        database.getCollection(Commits.COLLECTION).deleteOne(new org.bson.Document("_id", 2L));
        assertThat(positionsFrom(0)).containsExactly(0L);
        assertThat(positionsFrom(2)).isEmpty();
    }

    @Test
    void aOnceKeyGivesTheEarlierSuccess() {
        OnceKey key = once("k", "POST /x {}");
        assertThat(log.earlier(key)).isEmpty();
        AppendReceipt first = log.append(List.of(event("a", 0), event("b", 0), event("a", 1)), key);
        assertThat(first).isEqualTo(new AppendReceipt(0, 3, "a", 1));
        assertThat(log.earlier(key)).contains(first);
        assertThatThrownBy(() -> log.append(events("c", 0, 1), key))
                .isInstanceOfSatisfying(OnceKeyTakenException.class, e -> assertThat(e.earlier())
                        .isEqualTo(first));
        assertThat(log.nextPosition()).isEqualTo(3);
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        log.append(events("a", 0, 1), once("k", "POST /x {}"));
        OnceKey other = once("k", "POST /x {\"changed\":true}");
        assertThatThrownBy(() -> log.earlier(other)).isInstanceOf(OnceKeyReusedException.class);
        assertThatThrownBy(() -> log.append(events("b", 0, 1), other)).isInstanceOf(OnceKeyReusedException.class);
    }

    @Test
    void ofTwinsUnderOneKeyOneIsStoredAndAllGetItsAnswer() throws Exception {
        OnceKey key = once("twins", "POST /x");
        List<Callable<AppendReceipt>> twins = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            // some create the same aggregate, and conflict as well: the act itself goes before that conflict
            String aggregate = i % 2 == 0 ? "same" : "own-" + i;
            twins.add(() -> {
                try {
                    return log.append(events(aggregate, 0, 1), key);
                } catch (OnceKeyTakenException e) {
                    return e.earlier();
                }
            });
        }
        Set<AppendReceipt> answers = ConcurrentHashMap.newKeySet();
        for (Future<AppendReceipt> answer : atOnce(twins)) {
            answers.add(answer.get());
        }
        assertThat(answers).hasSize(1);
        assertThat(log.nextPosition()).isEqualTo(1);
    }

    @Test
    void aCommitAboveTheBoundIsRefused() {
        String payload = "x".repeat(6 * 1024 * 1024);
        assertThatThrownBy(() -> log.append(List.of(event("a", 0, payload), event("a", 1, payload)), null))
                .isInstanceOf(CommitTooLargeException.class);
        assertThat(log.append(List.of(event("a", 0, payload)), null).position()).isZero();
    }

    @Test
    void twoProcessesOnOneLogMakeNoHoleAndNoConflict() throws Exception {
        try (EventLog other = EventLog.open(database, IDENTITY, EventStoreSettings.DEFAULT)) {
            int commits = commitsPerWriter();
            List<Callable<Void>> writers = new ArrayList<>();
            for (int w = 0; w < 16; w++) {
                EventLog mine = w % 2 == 0 ? log : other;
                String aggregate = "aggregate-" + w;
                writers.add(() -> {
                    for (int i = 0; i < commits; i++) {
                        mine.append(events(aggregate, i, 1), null);
                    }
                    return null;
                });
            }
            for (Future<Void> answer : atOnce(writers)) {
                answer.get();
            }
            assertThat(log.nextPosition()).isEqualTo(16L * commits);
            assertThat(log.verify()).isInstanceOf(Verification.Clean.class);
        }
    }

    @Test
    void whatIsWrittenByOneProcessIsAConflictForTheOther() {
        try (EventLog other = EventLog.open(database, IDENTITY, EventStoreSettings.DEFAULT)) {
            log.append(events("a", 0, 1), null);
            other.append(events("a", 1, 1), null);
            assertThatThrownBy(() -> log.append(events("a", 1, 1), null)).isInstanceOf(DuplicateEventException.class);
            assertThat(log.append(events("a", 2, 1), null).position()).isEqualTo(2);
        }
    }

    @Test
    void aReopenedLogGoesOnWhereItEnded() {
        log.append(events("a", 0, 3), null);
        log.close();
        try (EventLog again = EventLog.open(database, IDENTITY, EventStoreSettings.DEFAULT)) {
            assertThat(again.append(events("a", 3, 1), null).position()).isEqualTo(3);
            assertThat(again.verify()).isInstanceOf(Verification.Clean.class);
        }
    }

    @Test
    void aClosedLogRefusesAndDoesNotHang() {
        log.close();
        assertThatThrownBy(() -> log.append(events("a", 0, 1), null))
                .isInstanceOfSatisfying(StoreUnavailableException.class, e -> assertThat(e.outcome())
                        .isEqualTo(StoreUnavailableException.Outcome.NOT_STORED));
    }

    /** Reads on until nothing comes: one answer may hold fewer than there are. */
    List<Long> positionsFrom(long position) {
        List<Long> positions = new ArrayList<>();
        List<RawBsonDocument> found = log.reader().from(position, 100);
        while (!found.isEmpty()) {
            found.forEach(commit -> positions.add(Commits.positionOf(commit)));
            found = log.reader().from(Commits.after(found.getLast()), 100);
        }
        return positions;
    }

    /** Runs all at the same time and waits for all. */
    static <T> List<Future<T>> atOnce(List<Callable<T>> tasks) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(tasks);
        }
    }
}
