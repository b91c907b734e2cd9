package vn.thidua.platform.sealing;

/** What was sealed was changed, belongs to another subject, or its key is missing without having been destroyed. */
public final class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SealBrokenException(String subject, String what) {
        super(what + " (" + subject + ")");
    }
}
