package vn.thidua.platform.publish;

/** What a command would tell other contexts is too large to be sent; nothing was appended. */
public final class PublicationTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PublicationTooLargeException(long bytes, long maxBytes) {
        super("contract events of " + bytes + " bytes; at most " + maxBytes + " can be sent");
    }
}
