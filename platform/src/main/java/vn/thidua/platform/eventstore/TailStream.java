package vn.thidua.platform.eventstore;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** One reader of the tail: from the log itself while it is behind, then from what the tail keeps. One thread uses it. */
final class TailStream implements BlockingStream<TrackedEventMessage<?>> {

    private final LogTail tail;
    private long position;
    /** Number of the next kept event; negative while reading the log itself. */
    private long next = -1;

    /** What this one has read from the log before the tail did comes a second time, and is passed over. */
    private long seenUpTo = -1;

    private @Nullable Iterator<? extends TrackedEventMessage<?>> catchingUp;
    private @Nullable TrackedEventMessage<?> peeked;
    private volatile @Nullable Runnable onAvailable;
    private volatile boolean closed;

    TailStream(LogTail tail, long position) {
        this.tail = tail;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.ofNullable(peeked) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable() {
        try {
            return hasNextAvailable(0, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (peeked == null && !closed) {
            peeked = fetch(unit.toNanos(timeout));
        }
        return peeked != null;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (peeked == null) {
            if (closed) {
                throw new NoSuchElementException("the stream is closed");
            }
            peeked = fetch(TimeUnit.SECONDS.toNanos(1));
        }
        TrackedEventMessage<?> event = peeked;
        peeked = null;
        return event;
    }

    private @Nullable TrackedEventMessage<?> fetch(long nanos) throws InterruptedException {
        while (true) {
            if (next < 0) {
                TrackedEventMessage<?> event = fromLog();
                if (event != null) {
                    return event;
                }
                next = tail.numberBehind(position);
                if (next < 0) {
                    // the tail went on while this one read: once more from the log
                    continue;
                }
                seenUpTo = position;
            }
            LogTail.Kept kept = tail.await(next, nanos);
            if (kept.tooOld()) {
                next = -1;
                continue;
            }
            TrackedEventMessage<?> event = kept.event();
            if (event == null) {
                return null;
            }
            next++;
            if (LogTail.positionOf(event) > seenUpTo) {
                position = LogTail.positionOf(event);
                return event;
            }
        }
    }

    private @Nullable TrackedEventMessage<?> fromLog() {
        if (catchingUp == null) {
            if (tail.numberBehind(position) >= 0) {
                return null;
            }
            catchingUp = tail.engine()
                    .readEvents(new GlobalSequenceTrackingToken(position), false)
                    .iterator();
        }
        try {
            if (catchingUp.hasNext()) {
                TrackedEventMessage<?> event = catchingUp.next();
                position = LogTail.positionOf(event);
                return event;
            }
        } catch (RuntimeException e) {
            // the next question opens it anew, where this one stopped
            catchingUp = null;
            throw e;
        }
        catchingUp = null;
        return null;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        onAvailable = callback;
        return true;
    }

    void announce() {
        Runnable callback = onAvailable;
        if (callback != null) {
            callback.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        tail.forget(this);
    }
}
