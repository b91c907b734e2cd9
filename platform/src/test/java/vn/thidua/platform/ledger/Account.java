package vn.thidua.platform.ledger;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import vn.thidua.platform.ledger.AccountCommand.Deposit;
import vn.thidua.platform.ledger.AccountCommand.LimitOverdraft;
import vn.thidua.platform.ledger.AccountCommand.Withdraw;
import vn.thidua.platform.ledger.AccountEvent.AccountClosed;
import vn.thidua.platform.ledger.AccountEvent.AccountOpened;
import vn.thidua.platform.ledger.AccountEvent.Deposited;
import vn.thidua.platform.ledger.AccountEvent.MoneyReceived;
import vn.thidua.platform.ledger.AccountEvent.MoneySent;
import vn.thidua.platform.ledger.AccountEvent.OverdraftLimited;
import vn.thidua.platform.ledger.AccountEvent.Withdrawn;
import vn.thidua.platform.ledger.AccountRejection.AccountNotFit;
import vn.thidua.platform.ledger.AccountRejection.AmountNotPositive;
import vn.thidua.platform.ledger.AccountRejection.NotEnoughMoney;
import vn.thidua.platform.values.RejectedException;

/** An account with a balance. */
public class Account {

    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // null before the first event: by that Axon sees that it is new
    private String id;

    private long balance;
    private long limit;
    private boolean closed;

    /** For Axon. */
    protected Account() {}

    Account(String id, String name, LocalDate on) {
        apply(new AccountOpened(id, name, on));
    }

    @CommandHandler
    void deposit(Deposit command) {
        usable(command.amount());
        apply(new Deposited(id, command.amount()));
    }

    @CommandHandler
    void withdraw(Withdraw command) {
        usable(command.amount());
        enough(command.amount());
        apply(new Withdrawn(id, command.amount()));
    }

    @CommandHandler
    void limit(LimitOverdraft command) {
        if (command.limit() != limit) {
            apply(new OverdraftLimited(id, command.limit()));
        }
    }

    void send(String to, long amount) {
        usable(amount);
        enough(amount);
        apply(new MoneySent(id, to, amount));
    }

    void receive(String from, long amount) {
        usable(amount);
        apply(new MoneyReceived(id, from, amount));
    }

    void close() {
        if (closed || balance != 0) {
            throw new RejectedException(new AccountNotFit("account-not-empty"));
        }
        apply(new AccountClosed(id));
    }

    private void usable(long amount) {
        if (closed) {
            throw new RejectedException(new AccountNotFit("account-closed"));
        }
        if (amount <= 0) {
            throw new RejectedException(new AmountNotPositive());
        }
    }

    private void enough(long amount) {
        if (balance + limit < amount) {
            throw new RejectedException(new NotEnoughMoney());
        }
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        switch (event) {
            case AccountOpened opened -> id = opened.account();
            case Deposited deposited -> balance += deposited.amount();
            case Withdrawn withdrawn -> balance -= withdrawn.amount();
            case OverdraftLimited limited -> limit = limited.limit();
            case MoneySent sent -> balance -= sent.amount();
            case MoneyReceived received -> balance += received.amount();
            case AccountClosed _ -> closed = true;
        }
    }
}
