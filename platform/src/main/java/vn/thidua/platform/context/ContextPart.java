package vn.thidua.platform.context;

/** Something that runs as long as its context does. */
public interface ContextPart extends AutoCloseable {

    /** Name in logs. */
    String name();

    /** Begins; called once. */
    void start();

    /** Ends what runs, and waits for it a few seconds at most. */
    @Override
    void close();
}
