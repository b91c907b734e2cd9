package vn.thidua.gateway.signin.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.access.view.Accounts;
import vn.thidua.gateway.signin.session.Standing.Bar;
import vn.thidua.platform.security.Caller;

/** Makes the caller of who is signed in: what the account may do today, or what was delegated to it, never both. */
public final class Callers {

    private final LiveAccounts accounts;
    private final String installation;

    public Callers(LiveAccounts accounts, String installation) {
        this.accounts = accounts;
        this.installation = installation;
    }

    /** What the session is worth now. */
    public Standing of(SignedIn signedIn) {
        Optional<LiveAccounts.Known> found = accounts.get(signedIn.account());
        if (found.isPresent() && found.get().account().passwordChanges() < signedIn.passwordChanges()) {
            // this session has changed the password since the account was read
            found = accounts.anew(signedIn.account());
        }
        if (found.isEmpty() || found.get().account().locked()) {
            return new Standing.Over();
        }
        Accounts.Account account = found.get().account();
        // a view that lags behind knows of fewer
        if (account.passwordChanges() > signedIn.passwordChanges()) {
            return new Standing.Over();
        }
        boolean changedHere = account.passwordChanges() < signedIn.passwordChanges();
        if (account.mustChangePassword() && !changedHere && signedIn.how().equals("password")) {
            return barred(account, signedIn, Bar.PASSWORD_CHANGE);
        }
        return standing(account, found.get().rights(), signedIn);
    }

    private Standing standing(Accounts.Account account, Accounts.Rights rights, SignedIn signedIn) {
        @Nullable String delegation = signedIn.delegation();
        if (delegation == null) {
            return new Standing.Stands(
                    caller(account, signedIn, rights.posts(), rights.scopes(), null), Optional.empty());
        }
        return rights.delegations().stream()
                .filter(each -> each.id().equals(delegation))
                .findFirst()
                .<Standing>map(each -> new Standing.Stands(
                        caller(account, signedIn, each.posts(), Set.of(), each.fromPerson()), Optional.empty()))
                .orElseGet(() -> barred(account, signedIn, Bar.DELEGATION_ENDED));
    }

    private Standing barred(Accounts.Account account, SignedIn signedIn, Bar bar) {
        return new Standing.Stands(caller(account, signedIn, List.of(), Set.of(), null), Optional.of(bar));
    }

    private Caller caller(
            Accounts.Account account,
            SignedIn signedIn,
            List<Caller.Binding> posts,
            Set<String> scopes,
            @Nullable String actingFor) {
        return new Caller(account.id(), account.person(), installation, posts, scopes, actingFor, signedIn.id());
    }
}
