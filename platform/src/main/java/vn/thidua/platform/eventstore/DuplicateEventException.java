package vn.thidua.platform.eventstore;

/** Another commit holds the place of this event in its aggregate. Axon makes a ConcurrencyException of it. */
final class DuplicateEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int event;

    /**
     * @param event index in the commit of the event that lost
     */
    DuplicateEventException(int event, String message) {
        super(message);
        this.event = event;
    }

    int event() {
        return event;
    }
}
