package vn.thidua.plan.react.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.plan.domain.task.DailyRun;
import vn.thidua.plan.domain.task.DueTasks;
import vn.thidua.plan.domain.task.TaskCommand;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.ContextPart;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.eventstore.OnceKeys;
import vn.thidua.platform.processing.Failures;

/**
 * Records that tasks are overdue: when the context begins, when a day begins in Vietnam, and every hour between, for what
 * was assigned late or stood nowhere yet. Days on which nothing ran are made up for. Each task is told once for each last
 * day, however often and wherever this runs.
 */
public final class OverdueRun implements ContextPart, DailyRun {

    /** Part of the once-keys: never changes. */
    static final String POLICY = "when-day-ends-mark-overdue";

    static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Logger LOG = LoggerFactory.getLogger(OverdueRun.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    /** How often the clock is looked at: it may be set, and a machine may sleep. */
    private static final Duration TICK = Duration.ofSeconds(20);

    private static final Duration ENDING = Duration.ofSeconds(5);

    private final Commands commands;
    private final OnceKeys keys;
    private final DueTasks due;
    private final Clock clock;
    private final Duration tick;
    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    /** Sends through the commands, under these keys, what these tasks have come to. */
    public OverdueRun(Commands commands, OnceKeys keys, DueTasks due, Clock clock) {
        this(commands, keys, due, clock, TICK);
    }

    OverdueRun(Commands commands, OnceKeys keys, DueTasks due, Clock clock, Duration tick) {
        this.commands = commands;
        this.keys = keys;
        this.due = due;
        this.clock = clock;
        this.tick = tick;
    }

    @Override
    public String name() {
        return "overdue-run";
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name(name()).start(this::loop);
    }

    private void loop() {
        LocalDate done = LocalDate.MIN;
        Instant next = Instant.MIN;
        while (!closed) {
            Instant now = clock.instant();
            LocalDate today = now.atZone(HERE).toLocalDate();
            if (!today.equals(done) || !now.isBefore(next)) {
                Duration pause = runQuietly(today) ? EVERY : AGAIN;
                done = today;
                next = now.plus(pause);
            }
            try {
                Thread.sleep(tick);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean runQuietly(LocalDate today) {
        try {
            run(today);
            return true;
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.warn("overdue tasks are recorded later", e);
            }
            return false;
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws RuntimeException if a backend does not answer; what was recorded until then stands
     */
    @Override
    public int run(LocalDate today) {
        running.lock();
        try {
            String run = Ids.fresh();
            Act act = new Act(Act.SYSTEM, List.of(), null, run, run, null);
            int overdue = 0;
            for (DueTasks.Due each : due.dueBefore(today)) {
                if (closed) {
                    break;
                }
                if (mark(each, today, act)) {
                    overdue++;
                }
            }
            return overdue;
        } finally {
            running.unlock();
        }
    }

    private boolean mark(DueTasks.Due task, LocalDate today, Act act) {
        try {
            Accepted accepted = commands.send(
                    new TaskCommand.MarkOverdue(task.task(), task.dueTo(), today),
                    act,
                    keys.clock(POLICY, task.task(), task.dueTo()),
                    null);
            return !accepted.repeated() && accepted.position() >= 0;
        } catch (RuntimeException e) {
            if (Failures.isBackend(e)) {
                throw e;
            }
            // one that cannot be read must not keep the others waiting; it is tried again in an hour
            LOG.error("task {} could not be looked at", task.task(), e);
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread looping = thread;
        if (looping != null) {
            looping.interrupt();
            try {
                looping.join(ENDING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
