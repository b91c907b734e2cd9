package vn.thidua.platform.consume;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Whether a feed gets on while records wait. Told by the feed's thread, asked by any. */
final class FeedPulse {

    private final LongSupplier nanos;
    private boolean waiting;
    private long movedAt;

    /** @param nanos as {@link System#nanoTime} */
    FeedPulse(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Records wait, as far as is known. */
    synchronized void recordsWait() {
        if (!waiting) {
            waiting = true;
            movedAt = nanos.getAsLong();
        }
    }

    /** Some are done. */
    synchronized void moved() {
        movedAt = nanos.getAsLong();
    }

    /** None waits here: all are done, or another process reads them. */
    synchronized void nothingWaits() {
        waiting = false;
    }

    /** How long nothing was done though records wait; zero if none waits. A failure does not begin it anew. */
    synchronized Duration age() {
        return waiting ? Duration.ofNanos(nanos.getAsLong() - movedAt) : Duration.ZERO;
    }
}
