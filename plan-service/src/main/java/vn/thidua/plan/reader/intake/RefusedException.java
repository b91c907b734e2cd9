package vn.thidua.plan.reader.intake;

/** The file cannot be read; nothing of it was taken in. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;
    private final String detail;

    public RefusedException(RefusalReason reason) {
        this(reason, "");
    }

    /** @param detail what exactly, in Vietnamese, without content of the file; may be empty */
    public RefusedException(RefusalReason reason, String detail) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    public RefusalReason reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }
}
