package vn.thidua.platform.consume;

import java.time.Duration;

/**
 * How feeds work.
 *
 * @param attempts how often a record may fail by its own fault before it is parked; at least 1
 * @param firstBackOff pause after the first failure; each further one doubles it
 * @param longestBackOff longest pause
 * @param checkTopics how often a feed asks whether its topics are still the same
 * @param settle how long nothing may come until a view that was filled from a new topic counts as full, though the topic
 *     does not reach as far as the lost one did
 * @param grace how long a replaced filling is kept, so that queries that have begun, here and in other processes, end
 */
public record FeedSettings(
        int attempts,
        Duration firstBackOff,
        Duration longestBackOff,
        Duration checkTopics,
        Duration settle,
        Duration grace) {

    /** What a service uses. */
    public static final FeedSettings DEFAULT = new FeedSettings(
            3,
            Duration.ofMillis(200),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5));

    public FeedSettings {
        if (attempts < 1) {
            throw new IllegalArgumentException("a record is tried once, at least");
        }
    }

    /** Pause after so many failures in a row, counted from 0. */
    Duration backOff(int failures) {
        Duration pause = firstBackOff.multipliedBy(1L << Math.min(failures, 20));
        return pause.compareTo(longestBackOff) < 0 ? pause : longestBackOff;
    }
}
