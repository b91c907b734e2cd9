package vn.thidua.platform.sealing;

/** The subject's key was destroyed; nothing can be sealed for it any more. */
public final class ErasedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ErasedException() {
        super("the subject was erased");
    }
}
