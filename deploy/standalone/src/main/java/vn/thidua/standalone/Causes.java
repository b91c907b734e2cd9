package vn.thidua.standalone;

import org.jspecify.annotations.Nullable;

/** What is at the bottom of a failure, in one line. */
final class Causes {

    private Causes() {}

    static String words(Throwable failure) {
        Throwable deepest = failure;
        for (@Nullable Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        String message = deepest.getMessage() == null
                ? ""
                : ": " + deepest.getMessage().lines().findFirst().orElse("");
        return deepest.getClass().getSimpleName() + message;
    }
}
