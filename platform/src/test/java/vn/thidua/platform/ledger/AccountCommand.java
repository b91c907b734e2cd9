package vn.thidua.platform.ledger;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of accounts. Amounts are whole and above 0. */
public sealed interface AccountCommand {

    /** Id of the account it is for. */
    String account();

    /**
     * Opens an account and takes its name: one commit over two aggregates.
     *
     * @param nameId id of the name's own stream, see {@link Ledger#nameId}
     */
    record OpenAccount(@TargetAggregateIdentifier String account, String name, String nameId, LocalDate on)
            implements AccountCommand {}

    /** Puts money in. */
    record Deposit(@TargetAggregateIdentifier String account, long amount) implements AccountCommand {}

    /** Takes money out. */
    record Withdraw(@TargetAggregateIdentifier String account, long amount) implements AccountCommand {}

    /** How far the balance may go below 0; nothing happens if that is so already. */
    record LimitOverdraft(@TargetAggregateIdentifier String account, long limit) implements AccountCommand {}

    /** Moves money: one commit over two accounts. */
    record Transfer(@TargetAggregateIdentifier String account, String to, long amount) implements AccountCommand {}

    /** Closes an empty account and sets its name free. */
    record CloseAccount(@TargetAggregateIdentifier String account, String nameId) implements AccountCommand {}
}
