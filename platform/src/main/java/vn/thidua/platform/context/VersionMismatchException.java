package vn.thidua.platform.context;

/** The caller has seen another version of the aggregate than the one that stands. */
public final class VersionMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long actual;

    public VersionMismatchException(long actual) {
        super("the aggregate is at version " + actual, null, false, false);
        this.actual = actual;
    }

    public long actual() {
        return actual;
    }
}
