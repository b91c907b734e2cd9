package vn.thidua.standalone;

/** Why something cannot be done, and what to do about it, in the words of whoever has called. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Exit codes, as the script has them. */
    static final int WRONG_CALL = 64;

    static final int UNUSABLE = 69;
    static final int NOT_RUNNING = 3;
    static final int FAILED = 1;

    private final int exitCode;
    private final String vietnamese;
    private final String english;

    Refusal(int exitCode, String vietnamese, String english) {
        super(english, null, false, false);
        this.exitCode = exitCode;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    int exitCode() {
        return exitCode;
    }

    String vietnamese() {
        return vietnamese;
    }

    String english() {
        return english;
    }
}
