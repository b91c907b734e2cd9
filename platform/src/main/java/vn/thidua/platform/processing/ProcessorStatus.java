package vn.thidua.platform.processing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one processor is doing.
 *
 * @param position of the last event it has dealt with; -1 if none
 * @param lag events behind it in the log
 * @param age how long it has made no progress although events wait; zero if none wait
 * @param parked events that are parked
 * @param failure class of the failure that is being waited out
 * @param here whether this process does the work; another may
 */
public record ProcessorStatus(
        String name,
        long position,
        long lag,
        Duration age,
        State state,
        long parked,
        @Nullable String failure,
        boolean here) {

    /** What it is doing. */
    public enum State {
        RUNNING,
        /** Something failed, and it waits before it tries again. */
        BACKING_OFF,
        /** Events wait, and it has made no progress for too long. */
        STALLED
    }
}
