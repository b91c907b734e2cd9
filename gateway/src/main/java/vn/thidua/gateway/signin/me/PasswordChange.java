package vn.thidua.gateway.signin.me;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.access.domain.account.AccountCommand;
import vn.thidua.access.domain.account.By;
import vn.thidua.access.view.Accounts;
import vn.thidua.access.view.SignInNames;
import vn.thidua.gateway.signin.password.PasswordPolicy;
import vn.thidua.gateway.signin.password.Passwords;
import vn.thidua.gateway.signin.password.PasswordsBusyException;
import vn.thidua.gateway.signin.session.LiveAccounts;
import vn.thidua.gateway.signin.session.MongoSessions;
import vn.thidua.gateway.signin.session.SignedIn;
import vn.thidua.gateway.signin.throttle.Throttle;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.web.RequestIds;
import vn.thidua.platform.web.problem.FieldProblem;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;

/** A new password: the old one is asked for, and all other sessions of the account end. */
public final class PasswordChange {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordChange.class);

    private final LiveAccounts accounts;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final Throttle throttle;
    private final MongoSessions sessions;
    private final Commands commands;
    private final KeyRing keys;

    public PasswordChange(
            LiveAccounts accounts,
            Passwords passwords,
            PasswordPolicy policy,
            Throttle throttle,
            MongoSessions sessions,
            Commands commands,
            KeyRing keys) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.policy = policy;
        this.throttle = throttle;
        this.sessions = sessions;
        this.commands = commands;
        this.keys = keys;
    }

    /** The old password was asked for too often. */
    public static final class TooOftenException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final Duration wait;

        TooOftenException(Duration wait) {
            super("too many tries", null, false, false);
            this.wait = wait;
        }

        /** Before the next one. */
        public Duration waiting() {
            return wait;
        }
    }

    /**
     * Changes it.
     *
     * @throws ProblemException if the old one is another, or the new one is not fit: 422
     * @throws TooOftenException if the old one was wrong many times
     */
    void change(HttpServletRequest request, Caller caller, SignedIn signedIn, String current, String wanted) {
        Accounts.Account account = accounts.anew(signedIn.account())
                .map(LiveAccounts.Known::account)
                .orElseThrow(() -> new ProblemException(ProblemType.UNAUTHENTICATED));
        @Nullable String hash = account.passwordHash();
        if (hash == null) {
            throw wrong(
                    "current",
                    "Tài khoản này đăng nhập ở nơi khác, không có mật khẩu tại đây. Hãy đổi mật khẩu ở nơi đó.",
                    "This account signs in elsewhere and has no password here. Change it there.");
        }
        requireCurrent(request, signedIn, current, hash);
        Optional<FieldProblem> fault = policy.fault("new", wanted, List.of(account.name()));
        if (fault.isPresent()) {
            throw new ProblemException(ProblemType.INVALID, fault.get());
        }
        if (passwords.matches(wanted, hash)) {
            throw wrong(
                    "new",
                    "Mật khẩu mới trùng mật khẩu hiện tại. Hãy chọn mật khẩu khác.",
                    "The new password is the current one. Choose another one.");
        }
        var password = new AccountCommand.Password(
                keys.seal(SignInNames.sealedFor(account.id()), passwords.encode(wanted)), false);
        commands.send(
                new AccountCommand.ChangePassword(
                        account.id(),
                        password,
                        account.passwordChanges(),
                        new By(account.id(), account.person(), null, false, false)),
                act(request, caller));
        long ended = sessions.endAll(account.id(), signedIn.id());
        request.getSession().setAttribute(SignedIn.ATTRIBUTE, signedIn.knowing(signedIn.passwordChanges() + 1));
        LOG.info("account {} has changed its password, {} other sessions have ended", account.id(), ended);
    }

    private void requireCurrent(HttpServletRequest request, SignedIn signedIn, String current, String hash) {
        switch (throttle.tryOnce(signedIn.account(), request.getRemoteAddr(), Optional.of(signedIn.id()))) {
            case Throttle.Refused refused -> throw new TooOftenException(refused.delay());
            case Throttle.Admitted admitted -> {
                boolean right;
                try {
                    right = passwords.matches(current, hash);
                } catch (PasswordsBusyException e) {
                    // nothing was tried
                    throttle.undone(admitted);
                    throw e;
                }
                if (!right) {
                    throw wrong(
                            "current",
                            "Mật khẩu hiện tại không đúng. Hãy kiểm tra rồi nhập lại.",
                            "The current password is another one. Check it and try again.");
                }
                throttle.succeeded(admitted);
            }
        }
    }

    private static Act act(HttpServletRequest request, Caller caller) {
        return new Act(
                Objects.requireNonNullElse(caller.person(), caller.subject()),
                List.of(),
                null,
                RequestIds.of(request),
                RequestIds.correlation(request),
                null);
    }

    private static ProblemException wrong(String field, String vi, String en) {
        return new ProblemException(ProblemType.INVALID, new FieldProblem(field, vi, en));
    }
}
