package vn.thidua.platform.processing;

import java.time.Duration;

/**
 * How the processors of one context work.
 *
 * @param batchSize events in one batch at most
 * @param attempts how often an event may fail by its own fault before it is parked; at least 1
 * @param firstBackOff pause after the first failure; each further one doubles it
 * @param longestBackOff longest pause
 * @param stall without progress for longer than this, with events waiting, a processor counts as stalled
 * @param claimTimeout a processor of which nothing was heard for this long is taken over by another process; more than
 *     the clocks of two processes can differ
 * @param claimInterval how often a process looks for processors that nobody claims
 */
public record ProcessingSettings(
        int batchSize,
        int attempts,
        Duration firstBackOff,
        Duration longestBackOff,
        Duration stall,
        Duration claimTimeout,
        Duration claimInterval) {

    /** What a service uses. */
    public static final ProcessingSettings DEFAULT = new ProcessingSettings(
            500,
            3,
            Duration.ofMillis(200),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1));

    public ProcessingSettings {
        if (batchSize < 1 || attempts < 1) {
            throw new IllegalArgumentException("a batch holds an event, and an event is tried once, at least");
        }
        if (claimTimeout.compareTo(claimInterval.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("a claim lasts two intervals, at least");
        }
    }

    /** The same with another time until a processor counts as stalled. */
    public ProcessingSettings withStall(Duration other) {
        return new ProcessingSettings(
                batchSize, attempts, firstBackOff, longestBackOff, other, claimTimeout, claimInterval);
    }

    /** The same with other claims. */
    public ProcessingSettings withClaims(Duration timeout, Duration interval) {
        return new ProcessingSettings(batchSize, attempts, firstBackOff, longestBackOff, stall, timeout, interval);
    }

    /** The same with other pauses. */
    public ProcessingSettings withBackOff(Duration first, Duration longest) {
        return new ProcessingSettings(batchSize, attempts, first, longest, stall, claimTimeout, claimInterval);
    }

    /** Pause after so many failures in a row, counted from 0. */
    Duration backOff(int failures) {
        Duration pause = firstBackOff.multipliedBy(1L << Math.min(failures, 20));
        return pause.compareTo(longestBackOff) < 0 ? pause : longestBackOff;
    }
}
