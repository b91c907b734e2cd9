package vn.thidua.platform.context;

import vn.thidua.platform.ledger.AccountEvent;

/** By how much an event changes the balance of its account. */
final class LedgerMoney {

    private LedgerMoney() {}

    static long of(Object payload) {
        return switch ((AccountEvent) payload) {
            case AccountEvent.Deposited deposited -> deposited.amount();
            case AccountEvent.MoneyReceived received -> received.amount();
            case AccountEvent.Withdrawn withdrawn -> -withdrawn.amount();
            case AccountEvent.MoneySent sent -> -sent.amount();
            case AccountEvent.AccountOpened _, AccountEvent.OverdraftLimited _, AccountEvent.AccountClosed _ -> 0;
        };
    }
}
