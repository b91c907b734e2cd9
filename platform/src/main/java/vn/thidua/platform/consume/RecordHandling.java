package vn.thidua.platform.consume;

/** What a feed does with the events of other contexts: in the order of each partition, in batches, each at least once. */
interface RecordHandling {

    /** Only events of known types come here. */
    void on(ContractRecord event);

    /** The same for one that was parked, behind later ones of other keys. */
    default void late(ContractRecord event) {
        on(event);
    }

    /** Ends a batch; only when it has returned are the offsets stored. */
    default void flush() {}

    /** Something failed: what was not flushed is to be forgotten, for it comes again. */
    default void discard() {}

    /** Records with this key are parked from now on. */
    default void parked(String key) {}

    /** No record with this key is parked any more. */
    default void unparked(String key) {}

    /** Topics were lost and made anew. Says whether to go on, from their beginnings; otherwise the feed ends. */
    boolean goesOnAfterLoss();
}
