package vn.thidua.platform.eventstore;

/** A commit above the bound; asking again does not help, the act must be split. */
public final class CommitTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommitTooLargeException(int bytes, int bound) {
        super("a commit of " + bytes + " bytes is refused, the bound is " + bound);
    }
}
