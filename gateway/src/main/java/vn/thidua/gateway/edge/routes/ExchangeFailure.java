package vn.thidua.gateway.edge.routes;

/** A request that has got no answer. */
final class ExchangeFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** How far it has come. */
    enum Kind {
        /** Nothing of it has left. */
        NOT_SENT,
        /** The connection broke: it may have been done. */
        BROKEN,
        /** The answer takes too long: it may have been done, or still be. */
        TIMED_OUT,
        /** The caller did not send all of it, or too slowly, or too much. */
        CALLER
    }

    private final Kind kind;

    ExchangeFailure(Kind kind, Throwable cause) {
        super(kind + ": " + cause.getClass().getSimpleName(), cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
