package vn.thidua.gateway.signin.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.access.view.Accounts;
import vn.thidua.access.view.SignInNames;
import vn.thidua.gateway.signin.password.Passwords;
import vn.thidua.gateway.signin.password.PasswordsBusyException;
import vn.thidua.gateway.signin.throttle.KnownDevices;
import vn.thidua.gateway.signin.throttle.Throttle;

/**
 * Decides about a name and a password. A name that nobody has costs the same work and gets the same answer as a wrong
 * password.
 */
public final class PasswordSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Throttle throttle;
    private final KnownDevices devices;

    public PasswordSignIn(Accounts accounts, Passwords passwords, Throttle throttle, KnownDevices devices) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.devices = devices;
    }

    /** What came of it. */
    public sealed interface Outcome {}

    /** It is the one. */
    public record Right(Accounts.Account account) implements Outcome {}

    /** There is no such account, or it is another password. */
    public record Wrong() implements Outcome {}

    /** It is the one, and the account is locked: whoever knows the password may know that. */
    public record Locked() implements Outcome {}

    /** Not compared. */
    public record TooOften(Duration delay) implements Outcome {}

    /** Not compared: too many others are. */
    public record Busy() implements Outcome {}

    /** Compares them. */
    public Outcome decide(HttpServletRequest request, String name, String password) {
        Optional<Accounts.Account> account = name.isEmpty() ? Optional.empty() : accounts.named(name);
        Optional<String> device = account.flatMap(each -> devices.of(request, each.id()));
        return switch (throttle.tryOnce(SignInNames.fold(name), request.getRemoteAddr(), device)) {
            case Throttle.Refused refused -> {
                LOG.info("a sign-in was not tried: too often");
                yield new TooOften(refused.delay());
            }
            case Throttle.Admitted admitted -> compare(account, password, admitted);
        };
    }

    private Outcome compare(Optional<Accounts.Account> account, String password, Throttle.Admitted admitted) {
        @Nullable String hash = account.map(Accounts.Account::passwordHash).orElse(null);
        boolean right;
        try {
            right = passwords.matches(password, hash);
        } catch (PasswordsBusyException _) {
            throttle.undone(admitted);
            return new Busy();
        }
        if (!right || account.isEmpty()) {
            LOG.info("a sign-in failed");
            return new Wrong();
        }
        throttle.succeeded(admitted);
        if (account.get().locked()) {
            LOG.info(
                    "account {} is locked and has tried to sign in",
                    account.get().id());
            return new Locked();
        }
        return new Right(account.get());
    }
}
