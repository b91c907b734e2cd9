package vn.thidua.platform.eventstore;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;

/** Takes one of the things away that the store rests on, until it is closed. */
public final class BrokenStore implements AutoCloseable {

    private BrokenStore() {}

    /** Commits count as stored before they are durable. */
    public static BrokenStore acknowledgesBeforeDurable() {
        Promises.durable = WriteConcern.W1.withJournal(false);
        return new BrokenStore();
    }

    /** Readers see what may yet be lost. */
    public static BrokenStore readsLocally() {
        Promises.certain = ReadConcern.LOCAL;
        return new BrokenStore();
    }

    /** Nobody knows what was done before. */
    public static BrokenStore forgetsOnceKeys() {
        Promises.once = false;
        return new BrokenStore();
    }

    /** The chain covers what decoding makes of the bytes. */
    public static BrokenStore hashesAnew() {
        Promises.asStored = false;
        return new BrokenStore();
    }

    @Override
    public void close() {
        Promises.durable = WriteConcern.MAJORITY.withJournal(true);
        Promises.certain = ReadConcern.MAJORITY;
        Promises.once = true;
        Promises.asStored = true;
    }
}
