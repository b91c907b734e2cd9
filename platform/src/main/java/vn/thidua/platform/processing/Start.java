package vn.thidua.platform.processing;

/** Where a processor begins that was never here before. */
public enum Start {
    /** At the log's first event. */
    TAIL,
    /** Behind the log's last event of that moment. */
    HEAD
}
