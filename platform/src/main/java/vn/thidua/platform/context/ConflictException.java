package vn.thidua.platform.context;

/** Another command on the same aggregate was faster, several times; the caller may try again. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ConflictException(Throwable cause) {
        super("another command was faster", cause);
    }
}
