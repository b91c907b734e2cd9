package vn.thidua.platform.hosting;

import vn.thidua.platform.ledger.AccountEvent;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.view.Rows;
import vn.thidua.platform.view.View;

/** A row per account with its version; an amount of 666 is poison. */
final class AccountsView implements View {

    static volatile boolean poisoned = true;

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void project(LoggedEvent event, Rows rows) {
        if (event.payload() instanceof AccountEvent.Deposited deposited && deposited.amount() == 666 && poisoned) {
            throw new IllegalStateException("poison");
        }
        if (event.payload() instanceof AccountEvent account) {
            rows.change(account.account(), row -> row.append("version", event.sequence()));
        }
    }
}
