package vn.thidua.plan.reader;

import java.time.Duration;

/**
 * What a reading may cost at most.
 *
 * @param bytes size of the file
 * @param time from the first byte to the proposal
 * @param characters length of the normalised text
 */
public record ReadLimits(int bytes, Duration time, int characters) {
    /** 20 MB, 10 seconds; 6 million characters are more than two thousand pages. */
    public static final ReadLimits DEFAULT = new ReadLimits(20 * 1024 * 1024, Duration.ofSeconds(10), 6_000_000);
}
