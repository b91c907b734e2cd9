package vn.thidua.access.domain.account;

import java.util.List;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import vn.thidua.access.domain.account.AccountCommand.NewRole;
import vn.thidua.access.domain.account.AccountCommand.OpenAccount;
import vn.thidua.platform.values.RejectedException;

/**
 * Acts on accounts, each one unit of work: the account, what only one account may have, who administers the installation.
 * The account's event comes first: the answer names it. Opened in this order: accounts by id, claims, administrators.
 */
public final class AccountActs {

    private final Repository<Account> accounts;
    private final Repository<Claim> claims;
    private final Repository<Administrators> administrators;

    public AccountActs(
            Repository<Account> accounts, Repository<Claim> claims, Repository<Administrators> administrators) {
        this.accounts = accounts;
        this.claims = claims;
        this.administrators = administrators;
    }

    @CommandHandler
    public void open(OpenAccount command) {
        begin(command);
    }

    @CommandHandler
    public void open(AccountCommand.OpenAccounts command) {
        // in order of what is claimed, so that two lists cannot wait for each other
        TreeSet<String> claimed = new TreeSet<>();
        for (OpenAccount row : command.accounts()) {
            claimed.add(Claim.ofName(row.name().index()));
            if (row.person() != null) {
                claimed.add(Claim.ofPerson(row.person()));
            }
        }
        claimed.forEach(this::claim);
        command.accounts().forEach(this::begin);
    }

    @CommandHandler
    public void openFirst(AccountCommand.OpenFirstAdministrator command) {
        administrators().execute(Administrators::mustBeNew);
        NewRole role = new NewRole(command.binding(), AccountRole.ADMIN, null, command.today(), null);
        begin(new OpenAccount(
                command.account(),
                null,
                null,
                command.name(),
                command.password(),
                List.of(role),
                By.SYSTEM,
                command.today()));
    }

    private void begin(OpenAccount row) {
        Aggregate<Claim> name = claim(Claim.ofName(row.name().index()));
        name.execute(claim -> claim.mustBeFreeFor(row.account(), new AccountRejection.NameTaken()));
        String person = row.person();
        if (person != null) {
            claim(Claim.ofPerson(person))
                    .execute(claim -> claim.mustBeFreeFor(row.account(), new AccountRejection.PersonHasAccount()));
        }
        By by = row.by();
        Aggregate<Account> account = fresh(new AccountEvent.AccountOpened(
                row.account(), row.unit(), person, row.name().text(), row.name().index(), by.account()));
        AccountCommand.Password password = row.password();
        if (password != null) {
            account.execute(begun -> begun.setPassword(password, by));
        }
        row.roles().forEach(role -> account.execute(begun -> begun.bind(role, by, row.today())));
        take(Claim.ofName(row.name().index()), row.account());
        if (person != null) {
            take(Claim.ofPerson(person), row.account());
        }
        countAdministrator(account);
    }

    @CommandHandler
    public void change(AccountCommand.ChangeAccount command) {
        Aggregate<Account> account = account(command.account());
        String before = account.invoke(Account::nameIndex);
        AccountCommand.Name name = command.name();
        if (name != null) {
            claim(Claim.ofName(name.index()))
                    .execute(claim -> claim.mustBeFreeFor(command.account(), new AccountRejection.NameTaken()));
        }
        String person = command.person();
        if (person != null) {
            claim(Claim.ofPerson(person))
                    .execute(claim -> claim.mustBeFreeFor(command.account(), new AccountRejection.PersonHasAccount()));
        }
        account.execute(changed -> changed.change(command));
        if (name != null && !name.index().equals(before)) {
            claim(Claim.ofName(before)).execute(claim -> claim.free(command.account()));
            take(Claim.ofName(name.index()), command.account());
        }
        if (person != null) {
            take(Claim.ofPerson(person), command.account());
        }
    }

    @CommandHandler
    public void setPassword(AccountCommand.SetPassword command) {
        account(command.account()).execute(account -> account.setPassword(command.password(), command.by()));
    }

    @CommandHandler
    public void changePassword(AccountCommand.ChangePassword command) {
        account(command.account())
                .execute(account -> account.changePassword(command.password(), command.seen(), command.by()));
    }

    @CommandHandler
    public void lock(AccountCommand.LockAccount command) {
        Aggregate<Account> account = account(command.account());
        account.execute(locked -> locked.lock(command.reason(), command.by()));
        if (account.<Boolean>invoke(Account::isAdministrator)) {
            administrators().execute(all -> all.remove(command.account()));
        }
    }

    @CommandHandler
    public void unlock(AccountCommand.UnlockAccount command) {
        Aggregate<Account> account = account(command.account());
        account.execute(unlocked -> unlocked.unlock(command.reason(), command.by()));
        countAdministrator(account);
    }

    @CommandHandler
    public void bind(AccountCommand.BindRole command) {
        Aggregate<Account> account = account(command.account());
        account.execute(bound -> bound.bind(command.role(), command.by(), command.today()));
        countAdministrator(account);
    }

    @CommandHandler
    public void endRole(AccountCommand.EndRole command) {
        Aggregate<Account> account = account(command.account());
        boolean everywhere = account.invoke(held -> held.isEverywhere(command.binding()));
        account.execute(ended -> ended.endRole(command.binding(), command.lastDay(), command.by(), command.today()));
        if (everywhere) {
            administrators().execute(all -> all.remove(command.account()));
        }
    }

    @CommandHandler
    public void delegate(AccountCommand.Delegate command) {
        TreeSet<String> both = new TreeSet<>(List.of(command.account(), command.to()));
        if (both.size() < 2) {
            throw new RejectedException(new AccountRejection.DelegationNeedsPerson());
        }
        Aggregate<Account> first = accountFor(both.first(), command);
        Aggregate<Account> last = accountFor(both.last(), command);
        boolean giverFirst = both.first().equals(command.account());
        Aggregate<Account> receiver = giverFirst ? last : first;
        if (!receiver.<Boolean>invoke(Account::isReady)) {
            throw new RejectedException(new AccountRejection.ReceiverNotReady());
        }
        String toPerson = personOf(receiver);
        (giverFirst ? first : last).execute(giver -> giver.delegate(command, toPerson));
    }

    private Aggregate<Account> accountFor(String id, AccountCommand.Delegate command) {
        try {
            return account(id);
        } catch (AggregateNotFoundException e) {
            if (id.equals(command.account())) {
                throw e;
            }
            throw new RejectedException(new AccountRejection.UnknownReceiver());
        }
    }

    @CommandHandler
    public void endDelegation(AccountCommand.EndDelegation command) {
        account(command.account())
                .execute(giver ->
                        giver.endDelegation(command.delegation(), command.lastDay(), command.by(), command.today()));
    }

    @CommandHandler
    public void link(AccountCommand.LinkIdentity command) {
        Aggregate<Account> account = account(command.account());
        String claim = Claim.ofIdentity(command.identity().index());
        claim(claim).execute(one -> one.mustBeFreeFor(command.account(), new AccountRejection.IdentityTaken()));
        account.execute(linked -> linked.link(command.identity(), command.by()));
        take(claim, command.account());
    }

    @CommandHandler
    public void unlink(AccountCommand.UnlinkIdentity command) {
        account(command.account()).execute(account -> account.unlink(command.index(), command.by()));
        claim(Claim.ofIdentity(command.index())).execute(claim -> claim.free(command.account()));
    }

    @CommandHandler
    public void close(AccountCommand.CloseAccount command) {
        Aggregate<Account> account = account(command.account());
        account.execute(closed -> closed.close(command.reason(), false, command.by()));
        free(account);
        if (account.<Boolean>invoke(Account::isAdministrator)) {
            administrators().execute(all -> all.remove(command.account()));
        }
    }

    @CommandHandler
    public void follow(AccountCommand.FollowPerson command) {
        String id = Claim.ofPerson(command.merged());
        Aggregate<Claim> before = claim(id);
        String survivors = Claim.ofPerson(command.person());
        List<String> all = before.invoke(Claim::everHeldBy);
        for (String each : new TreeSet<>(all)) {
            Aggregate<Account> account = account(each);
            // a closed one shows whose it was, and is looked for there
            if (!account.<Boolean>invoke(Account::isClosed)) {
                account.execute(followed -> followed.follow(command.person()));
                claim(survivors).execute(claim -> claim.join(survivors, each));
            }
        }
        // whoever names the joined record means the one that stays
        before.execute(barred -> barred.bar(id));
    }

    @CommandHandler
    public void forget(AccountCommand.ForgetPerson command) {
        String id = Claim.ofPerson(command.person());
        Aggregate<Claim> claim = claim(id);
        List<String> all = claim.invoke(Claim::everHeldBy);
        for (String each : new TreeSet<>(all)) {
            Aggregate<Account> account = account(each);
            boolean wasOpen = !account.<Boolean>invoke(Account::isClosed);
            account.execute(Account::erase);
            if (wasOpen) {
                free(account);
            }
            if (wasOpen && account.<Boolean>invoke(Account::isAdministrator)) {
                administrators().execute(them -> them.removeErased(each));
            }
        }
        claim.execute(barred -> barred.bar(id));
    }

    @CommandHandler
    public void reset(AccountCommand.ResetAdministrator command) {
        Aggregate<Account> account = account(command.account());
        if (!account.<Boolean>invoke(Account::isAdministrator)) {
            throw new RejectedException(new AccountRejection.NoAdministrator());
        }
        account.execute(reset -> reset.setPassword(command.password(), By.SYSTEM));
        if (account.<Boolean>invoke(Account::isLocked)) {
            account.execute(reset -> reset.unlock(command.reason(), By.SYSTEM));
        }
        countAdministrator(account);
    }

    /** What others may have from now on. */
    private void free(Aggregate<Account> account) {
        String id = account.invoke(Account::id);
        claim(Claim.ofName(account.invoke(Account::nameIndex))).execute(claim -> claim.free(id));
        account.invoke(Account::identities).stream().sorted().forEach(index -> claim(Claim.ofIdentity(index))
                .execute(claim -> claim.free(id)));
        String person = personOf(account);
        if (person != null) {
            claim(Claim.ofPerson(person)).execute(claim -> claim.free(id));
        }
    }

    private void countAdministrator(Aggregate<Account> account) {
        if (account.<Boolean>invoke(Account::isAdministrator) && account.<Boolean>invoke(Account::isReady)) {
            String id = account.invoke(Account::id);
            administrators().execute(all -> all.add(id));
        }
    }

    private static @Nullable String personOf(Aggregate<Account> account) {
        return account.invoke(Account::person);
    }

    private Aggregate<Account> account(String id) {
        return accounts.load(id);
    }

    private Aggregate<Account> fresh(AccountEvent.AccountOpened first) {
        try {
            return accounts.newInstance(() -> Account.beginning(first));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("an account begins without checked exceptions", e);
        }
    }

    private void take(String claim, String account) {
        claim(claim).execute(one -> one.take(claim, account));
    }

    private Aggregate<Claim> claim(String id) {
        try {
            return claims.loadOrCreate(id, Claim::new);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a claim begins without checked exceptions", e);
        }
    }

    private Aggregate<Administrators> administrators() {
        try {
            return administrators.loadOrCreate(Administrators.ID, Administrators::new);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("administrators begin without checked exceptions", e);
        }
    }
}
