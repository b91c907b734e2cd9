package vn.thidua.platform.publish;

import java.util.List;
import vn.thidua.contracts.ContractEvent;
import vn.thidua.contracts.ContractTypes;
import vn.thidua.platform.ledger.AccountEvent;
import vn.thidua.platform.processing.LoggedEvent;

/** Which contract events a domain event becomes: none, one or two. */
public final class LedgerPublication implements Publication {

    @Override
    public List<ContractEvent> publish(LoggedEvent event) {
        if (!(event.payload() instanceof AccountEvent account)) {
            return List.of();
        }
        return switch (account) {
            case AccountEvent.AccountOpened opened ->
                List.of(new LedgerContract.AccountOpenedV1(opened.account(), opened.name(), opened.on(), null));
            case AccountEvent.Deposited in -> List.of(new LedgerContract.BalanceChangedV1(in.account(), in.amount()));
            case AccountEvent.Withdrawn out ->
                List.of(new LedgerContract.BalanceChangedV1(out.account(), -out.amount()));
            case AccountEvent.MoneySent sent ->
                List.of(
                        new LedgerContract.MoneySentV1(sent.account(), sent.to(), sent.amount()),
                        new LedgerContract.BalanceChangedV1(sent.account(), -sent.amount()));
            case AccountEvent.MoneyReceived received ->
                List.of(new LedgerContract.BalanceChangedV1(received.account(), received.amount()));
            case AccountEvent.OverdraftLimited _, AccountEvent.AccountClosed _ -> List.of();
        };
    }

    /** The family under the name of a context of the test's own, so that tests do not share a topic. */
    public static ContractTypes types(String context) {
        return ContractTypes.builder().family(context, LedgerContract.class).build();
    }
}
