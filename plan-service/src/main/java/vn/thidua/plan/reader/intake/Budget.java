package vn.thidua.plan.reader.intake;

import java.time.Duration;

/**
 * What one reading may cost. Whoever loops over input calls {@link #check()} now and then, so that a reading that takes
 * too long ends by itself and leaves no thread behind.
 */
public final class Budget {
    /** Four times what a table of 20 000 rows has. */
    private static final int MOST_CELLS = 500_000;

    private final long deadline;
    private final int characters;
    private int cells;

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

    /**
     * Counts cells of tables: one of a single letter takes a hundred times the memory of the letter.
     *
     * @throws RefusedException with {@link RefusalReason#TEXT_TOO_LONG} once there are more than any plan has
     */
    public void countCells(int more) {
        cells += more;
        if (cells > MOST_CELLS) {
            throw new RefusedException(RefusalReason.TEXT_TOO_LONG);
        }
    }

    /** @throws RefusedException with {@link RefusalReason#TOO_SLOW} once the time is used up */
    public void check() {
        if (System.nanoTime() - deadline > 0) {
            throw new RefusedException(RefusalReason.TOO_SLOW);
        }
    }
}
