package vn.thidua.bench.figure;

/** How a figure does against its target. */
public enum Verdict {
    /** Even what would be better still. */
    STRETCH("yes, stretch"),
    MET("yes"),
    MISSED("NO"),
    /** There is no target, or too little was measured. */
    NONE("");

    final String words;

    Verdict(String words) {
        this.words = words;
    }
}
