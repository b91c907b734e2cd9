package vn.thidua.platform.ledger;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.ledger.AccountRejection.NameTaken;
import vn.thidua.platform.ledger.NameEvent.NameReleased;
import vn.thidua.platform.ledger.NameEvent.NameReserved;
import vn.thidua.platform.values.RejectedException;

/** Keeps one name for one account. Its id follows from the name, so two accounts cannot have it. */
public class AccountName {

    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // null before the first event: by that Axon sees that it is new
    private String id;

    private @Nullable String holder;

    /** For Axon, and for a name that nobody has had yet. */
    protected AccountName() {}

    void reserve(String nameId, String name, String account) {
        if (holder != null) {
            throw new RejectedException(new NameTaken());
        }
        apply(new NameReserved(nameId, name, account));
    }

    void release() {
        if (holder != null) {
            apply(new NameReleased(id));
        }
    }

    @EventSourcingHandler
    void on(NameEvent event) {
        switch (event) {
            case NameReserved reserved -> {
                id = reserved.nameId();
                holder = reserved.account();
            }
            case NameReleased _ -> holder = null;
        }
    }
}
