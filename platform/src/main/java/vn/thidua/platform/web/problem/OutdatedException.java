package vn.thidua.platform.web.problem;

/** The caller has seen another version of a resource, and is shown the one that stands: 412. */
public final class OutdatedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long version;
    private final transient Object current;

    /**
     * @param version that stands: the ETag
     * @param current what stands, in the form in which the caller reads it
     */
    public OutdatedException(long version, Object current) {
        super("the resource is at version " + version, null, false, false);
        this.version = version;
        this.current = current;
    }

    long version() {
        return version;
    }

    Object current() {
        return current;
    }
}
