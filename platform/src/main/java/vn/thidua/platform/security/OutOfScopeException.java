package vn.thidua.platform.security;

/** The request names a unit outside the caller's reach, or one that does not exist: 403, the same for both. */
public final class OutOfScopeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public OutOfScopeException() {
        super("a unit out of reach", null, false, false);
    }
}
