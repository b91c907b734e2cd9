package vn.thidua.platform.security;

/** There is no such resource, or not for this caller: 404, the same bytes for both. */
public final class UnknownResourceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean hidden;

    private UnknownResourceException(boolean hidden) {
        super(hidden ? "a resource out of reach" : "no such resource", null, false, false);
        this.hidden = hidden;
    }

    /** There is none. */
    public static UnknownResourceException unknown() {
        return new UnknownResourceException(false);
    }

    static UnknownResourceException hidden() {
        return new UnknownResourceException(true);
    }

    /** Whether there is one that this caller may not see; for the record of refusals alone, never for the answer. */
    public boolean isHidden() {
        return hidden;
    }
}
