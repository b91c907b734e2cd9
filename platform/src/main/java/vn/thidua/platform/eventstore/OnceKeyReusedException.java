package vn.thidua.platform.eventstore;

/** The key belongs to an earlier, different request. */
public final class OnceKeyReusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OnceKeyReusedException(long position) {
        super("this key was used before for another request, at position " + position);
    }
}
