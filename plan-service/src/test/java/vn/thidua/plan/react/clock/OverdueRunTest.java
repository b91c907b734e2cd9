package vn.thidua.plan.react.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.platform.testing.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.domain.task.DueTasks;
import vn.thidua.plan.domain.task.TaskCommand.MarkOverdue;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.eventstore.OnceKey;
import vn.thidua.platform.eventstore.OnceKeys;

class OverdueRunTest {

    private static final OnceKeys KEYS =
            new OnceKeys(new SecretKeySpec("a secret of this test".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 31);
    private static final LocalDate APRIL = MARCH.plusDays(1);
    private static final Duration AT_ONCE = Duration.ofMillis(5);

    private final Log log = new Log();
    private final Watch watch = new Watch();
    private final List<DueTasks.Due> open = new CopyOnWriteArrayList<>();
    private final List<LocalDate> looked = new CopyOnWriteArrayList<>();
    private final DueTasks due = day -> {
        looked.add(day);
        return open.stream().filter(task -> task.dueTo().isBefore(day)).toList();
    };

    /** Keeps what was sent; under a key that was used before nothing happens. */
    private static final class Log implements Commands {

        private final List<MarkOverdue> sent = new CopyOnWriteArrayList<>();
        private final List<Act> acts = new CopyOnWriteArrayList<>();
        private final Map<OnceKey, Long> stored = new HashMap<>();
        private Consumer<MarkOverdue> before = _ -> {};

        @Override
        public synchronized Accepted send(
                Object command, Act act, @Nullable OnceKey once, @Nullable Long expectedVersion) {
            MarkOverdue mark = (MarkOverdue) command;
            before.accept(mark);
            sent.add(mark);
            acts.add(act);
            OnceKey key = Objects.requireNonNull(once);
            Long earlier = stored.get(key);
            if (earlier != null) {
                return new Accepted(mark.task(), 1, earlier, true);
            }
            stored.put(key, (long) stored.size());
            return new Accepted(mark.task(), 1, stored.size() - 1, false);
        }
    }

    /** Says whatever time it was set to. */
    private static final class Watch extends Clock {

        private volatile Instant now = Instant.EPOCH;

        void set(LocalDate day, int hour, int minute) {
            now = day.atTime(hour, minute).atZone(OverdueRun.HERE).toInstant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private OverdueRun run() {
        return new OverdueRun(log, KEYS, due, watch, AT_ONCE);
    }

    @Test
    void whatIsOverIsMarkedByTheSystemUnderTheKeyOfTaskAndDay() {
        open.add(new DueTasks.Due("p/1", MARCH));
        open.add(new DueTasks.Due("p/2", APRIL));

        assertThat(run().run(APRIL)).isEqualTo(1);
        assertThat(log.sent).containsExactly(new MarkOverdue("p/1", MARCH, APRIL));
        assertThat(log.acts).extracting(Act::actor).containsExactly(Act.SYSTEM);
        assertThat(log.stored).containsOnlyKeys(KEYS.clock("when-day-ends-mark-overdue", "p/1", MARCH));
    }

    @Test
    void whatWasMarkedBeforeDoesNotCountAgain() {
        open.add(new DueTasks.Due("p/1", MARCH));

        assertThat(run().run(APRIL)).isEqualTo(1);
        assertThat(run().run(APRIL)).isZero();
        assertThat(run().run(APRIL.plusDays(1))).isZero();
        assertThat(log.stored).hasSize(1);
    }

    @Test
    void aTaskWhoseLastDayWasMovedIsMarkedForThatDayToo() {
        open.add(new DueTasks.Due("p/1", MARCH));
        run().run(APRIL);
        open.set(0, new DueTasks.Due("p/1", APRIL));

        assertThat(run().run(APRIL)).isZero();
        assertThat(run().run(APRIL.plusDays(1))).isEqualTo(1);
    }

    @Test
    void whereTheTaskSaysThatNothingHappensNothingCounts() {
        open.add(new DueTasks.Due("p/1", MARCH));
        Commands nothing = (_, _, _, _) -> new Accepted("p/1", 4, -1, false);

        assertThat(new OverdueRun(nothing, KEYS, due, watch, AT_ONCE).run(APRIL))
                .isZero();
    }

    @Test
    void daysOnWhichNothingRanAreMadeUpFor() {
        open.add(new DueTasks.Due("p/1", MARCH.minusDays(40)));
        open.add(new DueTasks.Due("p/2", MARCH));

        assertThat(run().run(APRIL.plusDays(10))).isEqualTo(2);
    }

    @Test
    void oneTaskThatCannotBeReadDoesNotKeepTheOthersWaiting() {
        open.add(new DueTasks.Due("p/1", MARCH));
        open.add(new DueTasks.Due("p/2", MARCH));
        log.before = mark -> {
            if (mark.task().equals("p/1")) {
                throw new IllegalStateException("unreadable");
            }
        };

        assertThat(run().run(APRIL)).isEqualTo(1);
        assertThat(log.sent).extracting(MarkOverdue::task).containsExactly("p/2");
    }

    @Test
    void aBackendThatDoesNotAnswerEndsTheRunForNow() {
        open.add(new DueTasks.Due("p/1", MARCH));
        open.add(new DueTasks.Due("p/2", MARCH));
        log.before = _ -> {
            throw new UncheckedIOException(new IOException("gone"));
        };

        assertThatThrownBy(() -> run().run(APRIL)).isInstanceOf(UncheckedIOException.class);
        assertThat(log.sent).isEmpty();
    }

    @Test
    void itRunsWhenItStartsAndWhenADayBeginsInVietnam() {
        open.add(new DueTasks.Due("p/1", MARCH.minusDays(1)));
        open.add(new DueTasks.Due("p/2", MARCH));
        watch.set(MARCH, 23, 59);
        OverdueRun run = run();
        run.start();
        try {
            eventually("the first task is overdue", () -> log.sent.size() == 1);
            assertThat(log.sent).extracting(MarkOverdue::task).containsExactly("p/1");
            // in UTC it is the last day of March still
            watch.set(APRIL, 0, 0);
            eventually("the second one too", () -> log.sent.contains(new MarkOverdue("p/2", MARCH, APRIL)));
        } finally {
            run.close();
        }
    }

    @Test
    void itTriesAgainAMinuteAfterABackendDidNotAnswer() {
        open.add(new DueTasks.Due("p/1", MARCH));
        watch.set(APRIL, 8, 0);
        List<MarkOverdue> tried = new CopyOnWriteArrayList<>();
        log.before = mark -> {
            tried.add(mark);
            if (tried.size() == 1) {
                throw new UncheckedIOException(new IOException("gone"));
            }
        };
        OverdueRun run = run();
        run.start();
        try {
            eventually("it was tried", () -> tried.size() == 1);
            watch.set(APRIL, 8, 1);
            eventually("it was tried again", () -> log.sent.size() == 1);
        } finally {
            run.close();
        }
    }

    @Test
    void itLooksAgainEveryHourForWhatWasAssignedLate() {
        watch.set(APRIL, 8, 0);
        OverdueRun run = run();
        run.start();
        try {
            eventually("it has run", () -> looked.equals(List.of(APRIL)));
            open.add(new DueTasks.Due("p/1", MARCH));
            watch.set(APRIL, 9, 0);
            eventually("the late task is overdue", () -> log.sent.size() == 1);
        } finally {
            run.close();
        }
    }
}
