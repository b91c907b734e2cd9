package vn.thidua.organization.sheet;

/** The file cannot be read; nothing of it was taken in. */
public final class SheetRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final SheetRefusal reason;
    private final String detail;

    public SheetRefusedException(SheetRefusal reason) {
        this(reason, "");
    }

    /** @param detail where exactly, in Vietnamese, without personal data; may be empty */
    public SheetRefusedException(SheetRefusal reason, String detail) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    public SheetRefusal reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }
}
