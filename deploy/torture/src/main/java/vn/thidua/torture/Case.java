package vn.thidua.torture;

/** A fault, and the promise that it tries. */
public interface Case {

    /** On what it happens. */
    enum Ground {
        /** An installation as {@code up --apart} starts it. */
        LAUNCHED,
        /** The same with two services that write to the same stores. */
        TWO_WRITERS,
        /** The same in one process, on the embedded server. */
        EMBEDDED,
        /** Services apart, on backends behind proxies. */
        PROXIED,
        /** The case brings what it needs. */
        OWN
    }

    /** As it is called on the command line. */
    String name();

    /** What holds whatever the case does; a sentence. */
    String promise();

    Ground ground();

    /** Whether it belongs to the short form. */
    boolean isShort();

    /**
     * Does it, while the load runs; whether the promise has held is compared afterwards, unless the case itself throws.
     *
     * @throws NotPossible if this machine does not allow it
     */
    void run(Stage stage) throws Exception;

    /** A case that cannot be tried here; it counts as not run, and says why. */
    final class NotPossible extends Exception {

        private static final long serialVersionUID = 1;

        public NotPossible(String why) {
            super(why);
        }
    }
}
