package vn.thidua.platform.eventstore;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;

/**
 * What the store rests on, in one place: so that a test can weaken one thing and show that its loss is noticed. Only code
 * of this package reaches them, before a log is opened; no setting, variable or bean does.
 */
final class Promises {

    /** When a commit counts as stored. */
    static volatile WriteConcern durable = WriteConcern.MAJORITY.withJournal(true);

    /** What readers see. With local reads a killed server lost a batch that a reader had already seen. */
    static volatile ReadConcern certain = ReadConcern.MAJORITY;

    /** Whether an act that was done before is known again. */
    static volatile boolean once = true;

    /** Whether what is hashed are the bytes as they are stored. */
    static volatile boolean asStored = true;

    private Promises() {}
}
