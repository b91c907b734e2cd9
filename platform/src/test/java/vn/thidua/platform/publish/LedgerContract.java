package vn.thidua.platform.publish;

import org.jspecify.annotations.Nullable;
import vn.thidua.contracts.ContractEvent;

/** What the invented context of the tests tells the others. */
public sealed interface LedgerContract extends ContractEvent {

    /** Id of the account; it owns itself. */
    String account();

    @Override
    default String subject() {
        return "account/" + account();
    }

    @Override
    default String unit() {
        return "unit-of-" + account();
    }

    record AccountOpenedV1(
            String account,
            String name,
            java.time.LocalDate on,
            @Nullable String remark) implements LedgerContract {}

    record BalanceChangedV1(String account, long by) implements LedgerContract {}

    record MoneySentV1(String account, String to, long amount) implements LedgerContract {}
}
