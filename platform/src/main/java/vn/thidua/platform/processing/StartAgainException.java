package vn.thidua.platform.processing;

/**
 * Thrown by an {@link EventHandling} whose effects are gone, as when a topic was lost: its processor goes back to the
 * log's first event and does it all again.
 */
public class StartAgainException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StartAgainException(String why) {
        super(why);
    }
}
