package vn.thidua.access.first;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.thidua.access.domain.OneTimePassword;
import vn.thidua.access.domain.account.AccountCommand;
import vn.thidua.access.domain.account.AccountEvent;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.domain.account.Administrators;
import vn.thidua.access.domain.account.AdministratorsEvent;
import vn.thidua.access.domain.account.By;
import vn.thidua.access.view.SignInNames;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.values.Sealed;

/**
 * Lets an administrator of the installation in again, for whoever has the machine and its secrets. It speaks with the
 * store itself and asks no view, so that it works while nothing runs; the log keeps it as an act of {@value #ACTOR}.
 */
public final class AdministratorReset {

    /** Who acts, as the audit shows it. */
    public static final String ACTOR = "reset-admin";

    private final ContextRuntime runtime;
    private final KeyRing keys;
    private final UnaryOperator<String> hashing;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param runtime of the context access; need not be started
     * @param hashing as sign-in compares it
     */
    public AdministratorReset(ContextRuntime runtime, KeyRing keys, UnaryOperator<String> hashing, Clock clock) {
        this.runtime = runtime;
        this.keys = keys;
        this.hashing = hashing;
        this.clock = clock;
    }

    /**
     * What to sign in with.
     *
     * @param opened whether the account is a new one, because no administrator was left
     */
    public record LetIn(String name, String password, boolean opened) {}

    /** An administrator as the log tells of it. */
    private record Known(String account, @Nullable Sealed name, String nameIndex, boolean closed, Set<String> roles) {}

    /**
     * A new password for one sign-in; a lock is taken away.
     *
     * @param name sign-in name of an administrator; null: the one that has been it for longest
     * @return empty if no administrator has that name
     */
    public Optional<LetIn> run(@Nullable String name) {
        List<Known> standing = administrators().stream()
                .filter(known -> !known.closed() && !known.roles().isEmpty())
                .toList();
        if (name == null && standing.isEmpty()) {
            return Optional.of(open());
        }
        String index = name == null ? "" : SignInNames.index(keys, name);
        return standing.stream()
                .filter(known -> name == null || known.nameIndex().equals(index))
                .findFirst()
                .map(this::reset);
    }

    private LetIn reset(Known known) {
        String password = OneTimePassword.of(random::nextInt);
        runtime.commands()
                .send(
                        new AccountCommand.ResetAdministrator(
                                known.account(),
                                password(known.account(), password),
                                keys.seal(SignInNames.sealedFor(known.account()), ACTOR)),
                        act());
        Sealed name = known.name();
        return new LetIn(name == null ? "" : keys.open(name).orElse(""), password, false);
    }

    /** All were erased with the people behind them. */
    private LetIn open() {
        String account = Ids.fresh();
        String password = OneTimePassword.of(random::nextInt);
        // a name that nobody has: those of closed accounts are free, those of others are not
        String name = FirstAdministrator.NAME + "-" + account.substring(account.length() - 6);
        LocalDate today = LocalDate.now(clock);
        runtime.commands()
                .send(
                        new AccountCommand.OpenAccount(
                                account,
                                null,
                                null,
                                new AccountCommand.Name(
                                        keys.seal(SignInNames.sealedFor(account), name), SignInNames.index(keys, name)),
                                password(account, password),
                                List.of(new AccountCommand.NewRole(Ids.fresh(), AccountRole.ADMIN, null, today, null)),
                                By.SYSTEM,
                                today),
                        act());
        return new LetIn(name, password, true);
    }

    private AccountCommand.Password password(String account, String password) {
        return new AccountCommand.Password(keys.seal(SignInNames.sealedFor(account), hashing.apply(password)), true);
    }

    private static Act act() {
        String request = Ids.fresh();
        return new Act(ACTOR, List.of(), null, request, request, null);
    }

    private List<Known> administrators() {
        Set<String> ever = new LinkedHashSet<>();
        for (Object event : events(Administrators.ID)) {
            if (event instanceof AdministratorsEvent.AdministratorStands stands) {
                ever.add(stands.account());
            }
        }
        return ever.stream().map(this::known).toList();
    }

    private Known known(String account) {
        Sealed name = null;
        String index = "";
        boolean closed = false;
        Set<String> roles = new LinkedHashSet<>();
        for (Object event : events(account)) {
            if (!(event instanceof AccountEvent one)) {
                continue;
            }
            switch (one) {
                case AccountEvent.AccountOpened e -> {
                    name = e.name();
                    index = e.nameIndex();
                }
                case AccountEvent.AccountChanged e -> {
                    name = e.name();
                    index = e.nameIndex();
                }
                case AccountEvent.RoleBound e -> {
                    if (e.roleUnit() == null && e.until() == null) {
                        roles.add(e.binding());
                    }
                }
                case AccountEvent.RoleEnded e -> roles.remove(e.binding());
                case AccountEvent.AccountClosed _ -> closed = true;
                case AccountEvent.PasswordSet _,
                        AccountEvent.DelegationGiven _,
                        AccountEvent.DelegationEnded _,
                        AccountEvent.AccountLocked _,
                        AccountEvent.AccountUnlocked _,
                        AccountEvent.IdentityLinked _,
                        AccountEvent.IdentityUnlinked _ -> {
                    // whatever keeps an administrator out is taken away
                }
            }
        }
        return new Known(account, name, index, closed, roles);
    }

    private List<Object> events(String stream) {
        List<Object> events = new ArrayList<>();
        runtime.axon().eventStore().readEvents(stream).asStream().forEach(event -> events.add(event.getPayload()));
        return events;
    }
}
