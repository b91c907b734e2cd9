package vn.thidua.bench.figure;

/** Measures some figures that belong together. */
public interface Bench {

    /** As it is called on the command line. */
    String name();

    /** What it measures, in a few words. */
    String words();

    /** Whether it asks the database of the run; else none is started for it. */
    default boolean needsDatabase() {
        return true;
    }

    /** Measures; whatever breaks is thrown, whatever is slow is only a number. */
    void measure(Run run) throws Exception;
}
