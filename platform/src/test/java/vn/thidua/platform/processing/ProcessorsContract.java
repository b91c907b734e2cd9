package vn.thidua.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.platform.testing.Eventually.eventually;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import vn.thidua.platform.observe.ProcessorHealth;

/** What processors promise, on either server. */
abstract class ProcessorsContract {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Seen seen = new Seen();
    private TestLog log;
    private Processors processors;

    abstract MongoDatabase freshDatabase();

    abstract String uri();

    @BeforeEach
    void aLog() {
        log = new TestLog(freshDatabase(), uri());
        opened.add(log);
        processors = opened(log.processors());
    }

    @AfterEach
    void allIsClosed() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    private Processors opened(Processors other) {
        opened.add(other);
        return other;
    }

    private Processors started(Processors which, EventHandling handling) {
        which.register("p", handling, Start.TAIL, true);
        which.start();
        return which;
    }

    private static void awaits(Processors which, long position) throws InterruptedException {
        assertThat(which.await("p", position, PATIENCE))
                .as("position %d", position)
                .isTrue();
    }

    @Test
    void everyEventComesInOrderFromTheBeginning() throws Exception {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            log.note("a" + i % 3, "x" + i, "y" + i);
            all.add("a" + i % 3 + ":x" + i);
            all.add("a" + i % 3 + ":y" + i);
        }
        started(processors, seen);
        awaits(processors, log.note("a0", "last"));
        all.add("a0:last");
        assertThat(seen.flushed).isEqualTo(all);
        eventually("the token is stored", () -> tokens().position("p").orElse(-1) == 60);
    }

    private TokenTable tokens() {
        return new TokenTable(log.database(), "somebody", Duration.ofSeconds(2), Clock.systemUTC());
    }

    @Test
    void whoBeginsAtTheHeadSeesOnlyWhatComes() throws Exception {
        log.note("a", "before");
        processors.register("p", seen, Start.HEAD, true);
        processors.start();
        eventually("it is claimed", () -> processors.isHere("p"));
        awaits(processors, log.note("a", "after"));
        assertThat(seen.flushed).containsExactly("a:after");
    }

    @Test
    void aPoisonEventParksItsAggregateAndNoOther() throws Exception {
        seen.before = text -> {
            if (text.equals("poison")) {
                throw new IllegalArgumentException("Nguyen Van A, 012345678901");
            }
        };
        log.note("a", "1", "poison", "2");
        log.note("b", "1");
        started(processors, seen);
        awaits(processors, log.note("a", "3"));

        assertThat(seen.flushed).containsExactly("a:1", "b:1");
        assertThat(seen.parked).contains("a").doesNotContain("b");
        List<ParkedEvent> letters = processors.parking().list("p");
        assertThat(letters).extracting(ParkedEvent::position).containsExactly(1L, 2L, 4L);
        assertThat(letters.getFirst().cause()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(letters.toString()).doesNotContain("Nguyen", "0123");
        eventually("it is counted", () -> processors.status("p").parked() == 3);

        seen.before = text -> {};
        assertThat(processors.parking().retry("p", "a")).isEqualTo(3);
        assertThat(processors.parking().list("p")).isEmpty();
        awaits(processors, log.note("a", "4"));
        assertThat(seen.flushed).containsExactly("a:1", "b:1", "a:poison", "a:2", "a:3", "a:4");
        assertThat(seen.parked).isEmpty();
    }

    @Test
    void aFailureThatPassesParksNothing() throws Exception {
        AtomicInteger left = new AtomicInteger(2);
        seen.before = text -> {
            if (text.equals("shy") && left.getAndDecrement() > 0) {
                throw new IllegalStateException();
            }
        };
        started(processors, seen);
        awaits(processors, log.note("a", "1", "shy", "2"));
        assertThat(seen.flushed).containsExactly("a:1", "a:shy", "a:2");
        assertThat(processors.parking().list("p")).isEmpty();
    }

    @Test
    void whatABackendCausesIsWaitedOutHoweverOften() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        seen.inFlush = () -> {
            int failure = failures.incrementAndGet();
            if (failure <= 4) {
                throw new IllegalStateException(new TimeoutException("no broker"));
            }
            if (failure <= 8) {
                throw new UncheckedIOException(new IOException("disk"));
            }
        };
        started(processors, seen);
        log.note("a", "1");
        eventually(
                "it says what it waits for", () -> processors.status("p").state() == ProcessorStatus.State.BACKING_OFF);
        awaits(processors, 0);
        assertThat(seen.flushed).containsExactly("a:1");
        assertThat(processors.parking().list("p")).isEmpty();
        assertThat(failures).hasValueGreaterThan(8);
    }

    @Test
    void whoMayNotParkTriesForEver() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        seen.before = text -> {
            if (tries.incrementAndGet() < 7) {
                throw new IllegalStateException();
            }
        };
        processors.register("p", seen, Start.TAIL, false);
        processors.start();
        awaits(processors, log.note("a", "1"));
        assertThat(tries).hasValue(7);
        assertThat(processors.parking().list("p")).isEmpty();
    }

    @Test
    void aStalledProcessorTurnsHealthDownAndIsNamed() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        seen.inFlush = () -> {
            if (broken.get()) {
                throw new UncheckedIOException(new IOException());
            }
        };
        var meters = new SimpleMeterRegistry();
        var impatient = opened(new Processors(
                "test",
                log.database(),
                log.log(),
                log.tail(),
                TestLog.quick().withStall(Duration.ofMillis(500)),
                meters,
                Clock.systemUTC()));
        impatient.register("healthy", new Seen(), Start.TAIL, true);
        started(impatient, seen);
        var health = new ProcessorHealth(impatient::statuses);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        log.note("a", "1", "2");
        eventually("it is down", () -> health.health().getStatus().equals(Status.DOWN));
        assertThat(health.health().getDetails()).containsOnlyKeys("p");
        assertThat(impatient.status("healthy").state()).isEqualTo(ProcessorStatus.State.RUNNING);
        assertThat(impatient.status("p").lag()).isEqualTo(2);
        assertThat(meters.get("thidua_processor_lag_events")
                        .tags("context", "test", "processor", "p")
                        .gauge()
                        .value())
                .isEqualTo(2);
        assertThat(meters.get("thidua_processor_age_seconds")
                        .tags("processor", "p")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(0.5);

        broken.set(false);
        awaits(impatient, 1);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void oneOfTwoProcessesWorksAndTheOtherTakesOver() throws Exception {
        var second = new Seen();
        started(processors, seen);
        awaits(processors, log.note("a", "1"));
        try (var otherLog = new TestLog(log.database(), uri());
                var other = otherLog.processors()) {
            started(other, second);
            long position = log.note("a", "2");
            // the stored token tells the process that does not work
            awaits(other, position);
            assertThat(other.isHere("p")).isFalse();
            assertThat(second.flushed).isEmpty();
            assertThatThrownBy(() -> other.parking().retry("p", "a")).isInstanceOf(IllegalStateException.class);

            processors.close();
            awaits(other, log.note("a", "3"));
            assertThat(second.flushed).containsExactly("a:3");
            assertThat(seen.flushed).containsExactly("a:1", "a:2");
        }
    }

    @Test
    void aClaimThatIsNotExtendedRunsOut() throws Exception {
        TokenTable dead = new TokenTable(log.database(), "dead", Duration.ofSeconds(2), Clock.systemUTC());
        dead.initializeTokenSegments("p", 1, null);
        dead.fetchToken("p", TokenTable.SEGMENT);
        long started = System.nanoTime();
        started(processors, seen);
        awaits(processors, log.note("a", "1"));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(1500));
    }

    @Test
    void whoWaitedTooLongAndLostItsClaimLeavesTheBatchToTheOther() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        seen.inFlush = () -> {
            if (broken.get()) {
                throw new UncheckedIOException(new IOException());
            }
        };
        started(processors, seen);
        log.note("a", "1");
        eventually("it waits", () -> processors.status("p").failure() != null);
        // as if the claim had run out: somebody else has it
        TokenTable thief = new TokenTable(log.database(), "thief", Duration.ofMinutes(-1), Clock.systemUTC());
        thief.fetchToken("p", TokenTable.SEGMENT);
        broken.set(false);
        assertThat(processors.await("p", 0, Duration.ofSeconds(1))).isFalse();
        assertThat(seen.flushed).isEmpty();
        awaits(processors, 0);
        assertThat(seen.flushed).containsExactly("a:1");
    }

    @Test
    void whoseEffectsAreGoneBeginsAgain() throws Exception {
        AtomicBoolean gone = new AtomicBoolean();
        started(processors, seen);
        awaits(processors, log.note("a", "1", "2"));
        seen.inFlush = () -> {
            if (gone.compareAndSet(false, true)) {
                throw new StartAgainException("the topic is new");
            }
        };
        log.note("a", "3");
        eventually("all came again", () -> seen.flushed.equals(List.of("a:1", "a:2", "a:1", "a:2", "a:3")));
        assertThat(gone).isTrue();
    }

    @Test
    void aWaitEndsAsSoonAsTheEventHasHadItsEffect() throws Exception {
        started(processors, seen);
        awaits(processors, log.note("a", "warm"));
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long position = log.note("a", "x" + i);
            long before = System.nanoTime();
            awaits(processors, position);
            micros.add((System.nanoTime() - before) / 1000);
        }
        micros.sort(null);
        figure("wait behind an append, 50 % " + micros.get(20) + " us, 95 % " + micros.get(37) + " us");
        assertThat(micros.get(20)).isLessThan(200_000);
        assertThat(processors.await("p", 1_000_000, Duration.ofMillis(30))).isFalse();
    }

    @SuppressWarnings("SystemOut") // for whoever reads the build's log
    private static void figure(String what) {
        System.out.println("figure: " + what);
    }
}
