package vn.thidua.plan.reader.intake;

import java.time.Duration;

/**
 * What one reading may cost. Whoever loops over input calls {@link #check()} now and then, so that a reading that takes
 * too long ends by itself and leaves no thread behind.
 */
public final class Budget {
    private final long deadline;
    private final int characters;

    private Budget(long deadline, int characters) {
        this.deadline = deadline;
        this.characters = characters;
    }

    /**
     * @param time from now on
     * @param characters most characters of normalised text
     */
    public static Budget of(Duration time, int characters) {
        return new Budget(System.nanoTime() + time.toNanos(), characters);
    }

    /** Most characters the normalised text may have. */
    public int characters() {
        return characters;
    }

    /** @throws RefusedException with {@link RefusalReason#TOO_SLOW} once the time is used up */
    public void check() {
        if (System.nanoTime() - deadline > 0) {
            throw new RefusedException(RefusalReason.TOO_SLOW);
        }
    }
}
