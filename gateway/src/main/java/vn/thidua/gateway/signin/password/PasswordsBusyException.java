package vn.thidua.gateway.signin.password;

import java.time.Duration;

/** So many passwords are being compared that this one was not: 503, come again. */
public final class PasswordsBusyException extends RuntimeException {

    /** When to come again. */
    public static final Duration AGAIN = Duration.ofSeconds(5);

    private static final long serialVersionUID = 1;

    PasswordsBusyException() {
        super("too many passwords at once", null, false, false);
    }
}
