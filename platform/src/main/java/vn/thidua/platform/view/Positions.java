package vn.thidua.platform.view;

import java.time.Duration;
import vn.thidua.platform.eventstore.EventLog;
import vn.thidua.platform.processing.Processors;

/** Lets a query wait until its view has seen what the caller has seen. */
public final class Positions {

    private final EventLog log;
    private final Processors processors;
    private final ViewStore store;

    public Positions(EventLog log, Processors processors, ViewStore store) {
        this.log = log;
        this.processors = processors;
        this.store = store;
    }

    /**
     * Waits until the view that answers has seen the event at a position.
     *
     * @return whether it has, in time
     * @throws IllegalArgumentException if there is no such view, or none that the context's own events feed
     */
    public boolean await(String view, long position, Duration timeout) {
        try {
            return processors.await(store.active(view).processor(), position, timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Position of the last event that the view that answers has seen; -1 if none. */
    public long of(String view) {
        return processors.position(store.active(view).processor());
    }

    /** Whether nothing was ever stored at this position; asks the store. */
    public boolean isAboveHead(long position) {
        return position >= log.nextPosition();
    }
}
