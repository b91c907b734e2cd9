package vn.thidua.platform.eventstore;

/** What {@link EventLog#verify} found. */
public sealed interface Verification {

    /**
     * Every commit fits.
     *
     * @param commits how many there are
     * @param head the end of the chain
     */
    record Clean(long commits, PublishedHead head) implements Verification {}

    /**
     * Somebody has changed the log.
     *
     * @param position the first one that does not fit; everything before it is as it was written
     */
    record Broken(long position, Reason reason) implements Verification {}

    /** What does not fit. */
    enum Reason {
        /** Nothing stands at the position, and something stands behind it. */
        MISSING,
        /** The commit is not the one that was written there, or does not follow the one before. */
        CHANGED,
        /** The log ends before the head that was published. */
        CUT_OFF
    }
}
