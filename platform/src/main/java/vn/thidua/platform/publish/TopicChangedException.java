package vn.thidua.platform.publish;

import vn.thidua.platform.processing.StartAgainException;

/**
 * The topic is not the one that was sent to before: it was lost and made anew. Everything has to be sent again; the
 * processor goes back to position 0.
 */
public final class TopicChangedException extends StartAgainException {

    private static final long serialVersionUID = 1;

    TopicChangedException(String topic) {
        super("topic " + topic + " is new; the store is to be sent again from position 0");
    }
}
