package vn.thidua.platform.web.read;

import java.time.Duration;

/** Waits until the views of a context have seen a position. */
public interface PositionWaiter {

    /** What came of it. */
    enum Waited {
        /** The views have seen it. */
        REACHED,
        /** They have not; what they show is older. */
        NOT_YET,
        /** The log does not reach that far. */
        ABOVE_HEAD,
        /** This service does not hold the context. */
        FOREIGN
    }

    /**
     * Waits on the caller's thread.
     *
     * @param atMost how long
     */
    Waited await(String context, long position, Duration atMost);
}
