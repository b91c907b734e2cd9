package vn.thidua.platform.processing;

/**
 * What one processor does with the events of the log: in order, in batches, each at least once. {@link #flush} ends a
 * batch; only when it has returned is the token stored. A failure of a backend is thrown and waited out. One thread at a
 * time calls it.
 */
public interface EventHandling {

    void on(LoggedEvent event);

    default void flush() {}

    /** Something failed: what was not flushed is to be forgotten, for its events come again. */
    default void discard() {}

    /** An event that was parked and comes after all, behind later events of other aggregates. */
    default void late(LoggedEvent event) {
        on(event);
    }

    /** The events of this aggregate are parked from now on; called again whenever one more is. */
    default void parked(String aggregateId) {}

    /** None of this aggregate is parked any more. */
    default void unparked(String aggregateId) {}
}
