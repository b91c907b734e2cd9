package vn.thidua.platform.context;

import vn.thidua.platform.ledger.AccountEvent;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/** A row per account. It adds up: an event that counts twice would show. */
record BalancesView() implements View {

    @Override
    public String name() {
        return "balances";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        if (event.payload() instanceof AccountEvent account) {
            rows.change(
                    account.account(), row -> row.append("balance", row.get("balance", 0L) + LedgerMoney.of(account)));
        }
    }
}
