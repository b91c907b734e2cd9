package vn.thidua.platform.values;

/** Thrown by an aggregate that refuses. It carries a value and no stack: a refusal is an answer, not a fault. */
public final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Rejection rejection;

    public RejectedException(Rejection rejection) {
        super(rejection.code(), null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
