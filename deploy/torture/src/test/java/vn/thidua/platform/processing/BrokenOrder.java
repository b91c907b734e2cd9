package vn.thidua.platform.processing;

/** Lets processors store their tokens before they work, until it is closed. */
public final class BrokenOrder implements AutoCloseable {

    private BrokenOrder() {}

    /** From now on. */
    public static BrokenOrder tokenFirst() {
        Processor.tokenLast = false;
        return new BrokenOrder();
    }

    @Override
    public void close() {
        Processor.tokenLast = true;
    }
}
