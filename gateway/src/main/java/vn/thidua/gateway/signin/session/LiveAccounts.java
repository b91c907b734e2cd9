package vn.thidua.gateway.signin.session;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import vn.thidua.access.view.Accounts;
import vn.thidua.gateway.signin.Brief;

/** Accounts and their rights as they stand today, read again every few seconds. */
public final class LiveAccounts {

    private final Brief<Asked, Optional<Known>> known;
    private final Clock clock;

    private record Asked(String account, LocalDate day) {}

    /** An account with its rights of the day. */
    public record Known(Accounts.Account account, Accounts.Rights rights) {}

    /**
     * @param knowledge how long one goes by what was read
     * @param clock in Vietnam's time zone: roles begin and end with a day
     */
    public LiveAccounts(Accounts accounts, Duration knowledge, Clock clock) {
        this.clock = clock;
        known = new Brief<>(knowledge, asked -> accounts.byId(asked.account())
                .map(account -> new Known(account, accounts.rights(account.id(), asked.day()))));
    }

    /** The account; empty if there is none any more. */
    public Optional<Known> get(String account) {
        return known.get(asked(account));
    }

    /** The same, read anew. */
    public Optional<Known> anew(String account) {
        known.forget(asked(account));
        return get(account);
    }

    private Asked asked(String account) {
        return new Asked(account, LocalDate.now(clock));
    }
}
