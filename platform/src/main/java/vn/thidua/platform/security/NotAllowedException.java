package vn.thidua.platform.security;

/** The caller has no role that allows this: 403. */
public final class NotAllowedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotAllowedException() {
        super("no role that allows it", null, false, false);
    }
}
