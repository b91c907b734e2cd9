package vn.thidua.platform.ledger;

import java.time.LocalDate;

/** What happened to an account. */
public sealed interface AccountEvent {

    /** Id of the account. */
    String account();

    /** The account is there. */
    record AccountOpened(String account, String name, LocalDate on) implements AccountEvent {}

    /** Money was put in. */
    record Deposited(String account, long amount) implements AccountEvent {}

    /** Money was taken out. */
    record Withdrawn(String account, long amount) implements AccountEvent {}

    /** The balance may go that far below 0. */
    record OverdraftLimited(String account, long limit) implements AccountEvent {}

    /** Money went to another account. */
    record MoneySent(String account, String to, long amount) implements AccountEvent {}

    /** Money came from another account. */
    record MoneyReceived(String account, String from, long amount) implements AccountEvent {}

    /** Nothing can be done with the account any more. */
    record AccountClosed(String account) implements AccountEvent {}
}
