package vn.thidua.platform.values;

import java.util.Optional;

/**
 * A reason why a command was refused. Each context has a sealed family of them; what it says goes to the caller as it is,
 * so it names the field and the remedy, and no personal data.
 */
public interface Rejection {

    /** What it means for the caller; the status of the answer follows from it. */
    enum Kind {
        /** There is no such thing, or not for this caller: 404. */
        UNKNOWN,
        /** What was sent cannot be right: 422. */
        INVALID,
        /** It cannot be done as things stand: 409. */
        CONFLICT,
        /** It may be done, but not by this caller: 403. */
        NOT_ALLOWED
    }

    Kind kind();

    /** Stable name, as {@code unit-code-taken}; the last part of the problem's type. */
    String code();

    /** What is wrong and what to do, in Vietnamese. */
    String vietnamese();

    /** The same in English. */
    String english();

    /** Name of the field in the request, where one is to blame. */
    default Optional<String> field() {
        return Optional.empty();
    }
}
