package vn.thidua.bench.figure;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds interleaved repetitions
 * @param slice how long each side has in a round
 * @param warmUp how long each side has before anything counts
 * @param small events in the smallest store of those that are compared by size
 * @param medium events in the one between
 * @param large events in the largest
 * @param aggregates that commands are sent to, ten events each
 * @param samples single acts whose times are taken, per round
 */
public record Scale(
        String name,
        int rounds,
        Duration slice,
        Duration warmUp,
        int small,
        int medium,
        int large,
        int aggregates,
        int samples) {

    /** What the figures of the README are taken with. */
    public static final Scale FULL =
            new Scale("full", 3, Duration.ofSeconds(3), Duration.ofSeconds(5), 10_000, 100_000, 1_000_000, 20_000, 300);

    /** Shows that everything works, and the order of magnitude. */
    public static final Scale SHORT =
            new Scale("short", 3, Duration.ofMillis(300), Duration.ofMillis(800), 2_000, 10_000, 50_000, 1_000, 40);

    /** For tests: each thing happens. */
    public static final Scale TINY =
            new Scale("tiny", 1, Duration.ofMillis(50), Duration.ofMillis(20), 100, 200, 500, 20, 5);
}
