package vn.thidua.platform.eventstore;

import org.jspecify.annotations.Nullable;

/** The store gave no answer in time. It is for the caller to ask again; says whether the commit can be there. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is known of the commit. */
    public enum Outcome {
        /** It was never sent, and will not be. */
        NOT_STORED,
        /** It was sent; ask again under the same once-key. */
        UNKNOWN
    }

    private final Outcome outcome;

    StoreUnavailableException(Outcome outcome, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    /** A question before the append got no answer. */
    public static StoreUnavailableException notStored(@Nullable Throwable cause) {
        return new StoreUnavailableException(Outcome.NOT_STORED, "the store gave no answer in time", cause);
    }

    /** What is known of the commit. */
    public Outcome outcome() {
        return outcome;
    }
}
