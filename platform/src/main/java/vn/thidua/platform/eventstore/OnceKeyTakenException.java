package vn.thidua.platform.eventstore;

/** The act has happened before. No failure: the answer of the first time is given again. */
public final class OnceKeyTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient AppendReceipt earlier;

    OnceKeyTakenException(AppendReceipt earlier) {
        super("done before, at position " + earlier.position());
        this.earlier = earlier;
    }

    /** The commit of the first time. */
    public AppendReceipt earlier() {
        return earlier;
    }
}
