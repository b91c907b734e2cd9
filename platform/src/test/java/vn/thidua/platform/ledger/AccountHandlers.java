package vn.thidua.platform.ledger;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import vn.thidua.platform.ledger.AccountCommand.CloseAccount;
import vn.thidua.platform.ledger.AccountCommand.OpenAccount;
import vn.thidua.platform.ledger.AccountCommand.Transfer;

/** Acts over several aggregates: each is one unit of work, and so one commit. */
public final class AccountHandlers {

    private final Repository<Account> accounts;
    private final Repository<AccountName> names;

    AccountHandlers(Repository<Account> accounts, Repository<AccountName> names) {
        this.accounts = accounts;
        this.names = names;
    }

    @CommandHandler
    void open(OpenAccount command) throws Exception {
        // the account's event comes first: the answer is about it
        accounts.newInstance(() -> new Account(command.account(), command.name(), command.on()));
        names.loadOrCreate(command.nameId(), AccountName::new)
                .execute(name -> name.reserve(command.nameId(), command.name(), command.account()));
    }

    @CommandHandler
    void transfer(Transfer command) {
        boolean inOrder = command.account().compareTo(command.to()) < 0;
        Aggregate<Account> first = accounts.load(inOrder ? command.account() : command.to());
        Aggregate<Account> second = accounts.load(inOrder ? command.to() : command.account());
        (inOrder ? first : second).execute(account -> account.send(command.to(), command.amount()));
        (inOrder ? second : first).execute(account -> account.receive(command.account(), command.amount()));
    }

    @CommandHandler
    void close(CloseAccount command) {
        accounts.load(command.account()).execute(Account::close);
        names.load(command.nameId()).execute(AccountName::release);
    }
}
