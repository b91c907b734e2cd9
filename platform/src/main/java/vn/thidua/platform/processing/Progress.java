package vn.thidua.platform.processing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How far one processor has come, as far as this process knows. */
final class Progress {

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    private long position = -1;
    private boolean here;
    private Instant lastProgress;
    private @Nullable String failure;

    Progress(Clock clock) {
        this.clock = clock;
        this.lastProgress = clock.instant();
    }

    /** The events up to there have had their effect. */
    void reached(long reached) {
        lock.lock();
        try {
            here = true;
            moveTo(reached);
        } finally {
            lock.unlock();
        }
    }

    /** What the stored token says; behind this process's own knowledge it says nothing. */
    void stored(long stored, boolean here) {
        lock.lock();
        try {
            this.here = here;
            moveTo(stored);
        } finally {
            lock.unlock();
        }
    }

    private void moveTo(long reached) {
        if (reached > position) {
            position = reached;
            lastProgress = clock.instant();
            moved.signalAll();
        }
    }

    /** Nothing waits up to here: age counts from now. */
    void compare(long head) {
        lock.lock();
        try {
            if (position >= head) {
                lastProgress = clock.instant();
            }
        } finally {
            lock.unlock();
        }
    }

    void failed(Throwable cause) {
        lock.lock();
        try {
            failure = cause.getClass().getName();
        } finally {
            lock.unlock();
        }
    }

    void wentWell() {
        lock.lock();
        try {
            failure = null;
        } finally {
            lock.unlock();
        }
    }

    void leftHere() {
        lock.lock();
        try {
            here = false;
            failure = null;
        } finally {
            lock.unlock();
        }
    }

    long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    boolean isHere() {
        lock.lock();
        try {
            return here;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it has come to the position; whether it has. */
    boolean await(long wanted, Duration timeout) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = timeout.toNanos();
            while (position < wanted && nanos > 0) {
                nanos = moved.awaitNanos(nanos);
            }
            return position >= wanted;
        } finally {
            lock.unlock();
        }
    }

    ProcessorStatus status(String name, long head, long parked, Duration stall) {
        lock.lock();
        try {
            long lag = Math.max(0, head - position);
            Duration age = lag == 0 ? Duration.ZERO : Duration.between(lastProgress, clock.instant());
            ProcessorStatus.State state = age.compareTo(stall) > 0
                    ? ProcessorStatus.State.STALLED
                    : failure != null ? ProcessorStatus.State.BACKING_OFF : ProcessorStatus.State.RUNNING;
            return new ProcessorStatus(name, position, lag, age, state, parked, failure, here);
        } finally {
            lock.unlock();
        }
    }
}
