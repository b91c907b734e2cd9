package vn.thidua.access.domain.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.LinkedHashSet;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import vn.thidua.access.domain.DerivedId;
import vn.thidua.platform.values.RejectedException;

/**
 * Who stands as administrator of the whole installation: open, not locked, with the role. One stream, so that two who put
 * each other out at the same time meet here, and the second is refused: one always stands.
 */
public class Administrators {

    /** Id of the only one. */
    public static final String ID = DerivedId.of("access.administrators", "");

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"
    }) // Axon takes the id from the first event; it must not find another one before
    private String id;

    private final Set<String> standing = new LinkedHashSet<>();
    private boolean begun;

    protected Administrators() {}

    void mustBeNew() {
        if (begun) {
            throw new RejectedException(new AccountRejection.AdministratorThere());
        }
    }

    void add(String account) {
        if (!standing.contains(account)) {
            apply(new AdministratorsEvent.AdministratorStands(ID, account));
        }
    }

    void remove(String account) {
        if (standing.contains(account)) {
            if (standing.size() == 1) {
                throw new RejectedException(new AccountRejection.LastAdministrator());
            }
            apply(new AdministratorsEvent.AdministratorGone(ID, account));
        }
    }

    /** Erasure is a duty: it does not ask whether another one stands. */
    void removeErased(String account) {
        if (standing.contains(account)) {
            apply(new AdministratorsEvent.AdministratorGone(ID, account));
        }
    }

    @EventSourcingHandler
    void on(AdministratorsEvent event) {
        id = event.administrators();
        begun = true;
        switch (event) {
            case AdministratorsEvent.AdministratorStands e -> standing.add(e.account());
            case AdministratorsEvent.AdministratorGone e -> standing.remove(e.account());
        }
    }
}
