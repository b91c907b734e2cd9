package vn.thidua.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.eventstore.TestEvents.IDENTITY;
import static vn.thidua.platform.eventstore.TestEvents.all;

import com.mongodb.client.MongoClient;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.testing.Backends;

/**
 * Two processes write to one log, each to aggregates of its own and both to a few that they share.
 * {@code -Dlog.events=50000} is the long form.
 */
class TwoProcessesIT {

    private static final int EVENTS = Integer.getInteger("log.events", 4_000);
    private static final int THREADS = 32;
    private static final int SHARED = 4;

    @Test
    void noHoleNoDoubleAndNoConflictThatIsNone() throws Exception {
        String name = Backends.freshName(TwoProcessesIT.class);
        long started = System.nanoTime();
        List<Process> writers = List.of(start(name, "a"), start(name, "b"));
        List<Outcome> outcomes = new ArrayList<>();
        for (Process writer : writers) {
            outcomes.add(outcomeOf(writer));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        try (EventLog log = EventLog.open(Backends.mongo().getDatabase(name), IDENTITY, EventStoreSettings.DEFAULT)) {
            Set<String> ids = new HashSet<>();
            Set<String> places = new HashSet<>();
            long next = 0;
            for (var commit : all(log)) {
                assertThat(Commits.positionOf(commit)).isEqualTo(next);
                next = Commits.after(commit);
                for (var value : commit.getArray(Commits.EVENTS)) {
                    BsonDocument event = value.asDocument();
                    ids.add(event.getString(Commits.EVENT_ID).getValue());
                    places.add(Commits.key(
                            event.getString(Commits.AGGREGATE).getValue(),
                            event.getInt64(Commits.SEQUENCE).getValue()));
                }
            }
            assertThat(ids).hasSize((int) next);
            assertThat(places).hasSize((int) next);
            assertThat(next)
                    .isEqualTo(log.nextPosition())
                    .isEqualTo(
                            outcomes.stream().mapToLong(Outcome::acknowledged).sum());
            assertThat(log.verify()).isInstanceOf(Verification.Clean.class);
        }
        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.acknowledged()).isGreaterThanOrEqualTo(EVENTS / 2);
            assertThat(outcome.falseConflicts()).isZero();
        });
        // without any the shared aggregates would have shown nothing
        assertThat(outcomes.stream().mapToLong(Outcome::conflicts).sum()).isPositive();
        report(outcomes, took);
    }

    @SuppressWarnings("SystemOut") // for whoever reads the build's log
    private static void report(List<Outcome> outcomes, Duration took) {
        System.out.println("figure: two processes on one log: " + outcomes + " in " + took.toMillis() + " ms");
    }

    private record Outcome(long acknowledged, long conflicts, long falseConflicts) {}

    private static Process start(String database, String process) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Writer.class.getName(),
                        Backends.mongoUri(),
                        database,
                        process,
                        Integer.toString(EVENTS / 2))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Outcome outcomeOf(Process writer) throws Exception {
        try (var lines = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> said =
                    lines.lines().filter(line -> line.startsWith("outcome ")).toList();
            assertThat(writer.waitFor()).isZero();
            long[] numbers = Stream.of(said.getLast().split(" "))
                    .skip(1)
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new Outcome(numbers[0], numbers[1], numbers[2]);
        } finally {
            writer.destroyForcibly();
        }
    }

    /** Appends until it has its share; every eighth event goes to an aggregate that the other process writes as well. */
    static final class Writer {

        private final EventLog log;
        private final AtomicLong left;
        private final AtomicLong acknowledged = new AtomicLong();
        private final AtomicLong conflicts = new AtomicLong();
        private final AtomicLong falseConflicts = new AtomicLong();

        private Writer(EventLog log, long events) {
            this.log = log;
            this.left = new AtomicLong(events);
        }

        @SuppressWarnings("SystemOut") // what it prints is its answer
        public static void main(String[] args) throws Exception {
            try (MongoClient client = Backends.client(args[0]);
                    EventLog log = EventLog.open(
                            client.getDatabase(args[1]),
                            IDENTITY,
                            EventStoreSettings.DEFAULT.withPatience(Duration.ofSeconds(60)));
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Writer writer = new Writer(log, Long.parseLong(args[3]));
                List<Future<?>> running = new ArrayList<>();
                for (int t = 0; t < THREADS; t++) {
                    String own = args[2] + "-" + t;
                    int thread = t;
                    running.add(threads.submit(() -> writer.write(own, thread)));
                }
                for (Future<?> thread : running) {
                    thread.get();
                }
                System.out.println(
                        "outcome " + writer.acknowledged + " " + writer.conflicts + " " + writer.falseConflicts);
            }
        }

        private void write(String own, int thread) {
            long sequence = 0;
            for (int turn = 0; left.getAndDecrement() > 0; turn++) {
                if (turn % 8 == 7) {
                    share("shared-" + thread % SHARED);
                } else {
                    log.append(List.of(TestEvents.event(own, sequence++)), null);
                    acknowledged.incrementAndGet();
                }
            }
        }

        /** Repeats with the next number until it is stored; each conflict must have another's event in its place. */
        private void share(String aggregate) {
            long sequence = 0;
            while (true) {
                sequence += log.reader()
                        .ofAggregate(aggregate, sequence, Integer.MAX_VALUE / 2)
                        .size();
                BsonDocument event = TestEvents.event(aggregate, sequence);
                try {
                    log.append(List.of(event), null);
                    acknowledged.incrementAndGet();
                    return;
                } catch (DuplicateEventException conflict) {
                    conflicts.incrementAndGet();
                    List<BsonDocument> there = log.reader().ofAggregate(aggregate, sequence, 1);
                    if (there.isEmpty()
                            || there.getFirst().getString(Commits.EVENT_ID).equals(event.getString(Commits.EVENT_ID))) {
                        falseConflicts.incrementAndGet();
                    }
                }
            }
        }
    }
}
