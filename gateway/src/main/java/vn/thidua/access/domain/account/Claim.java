package vn.thidua.access.domain.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.thidua.access.domain.DerivedId;
import vn.thidua.platform.values.RejectedException;

/** Keeps something unique. Its id is derived from it, so that two acts meet here. */
public class Claim {

    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // Axon takes the id from the first event; it must not find another one before
    private String id;

    private @Nullable String holder;
    private boolean barred;
    private final Set<String> everHeldBy = new LinkedHashSet<>();

    protected Claim() {}

    static String ofName(String index) {
        return DerivedId.of("access.account-name", index);
    }

    static String ofPerson(String person) {
        return DerivedId.of("access.account-person", person);
    }

    static String ofIdentity(String index) {
        return DerivedId.of("access.account-identity", index);
    }

    /** All accounts that have it or had it, in order. */
    List<String> everHeldBy() {
        return List.copyOf(everHeldBy);
    }

    void mustBeFreeFor(String account, AccountRejection otherwise) {
        if (barred || (holder != null && !holder.equals(account))) {
            throw new RejectedException(otherwise);
        }
    }

    /** @param claim computed, for the first event gives the stream its id */
    void take(String claim, String account) {
        if (!account.equals(holder)) {
            apply(new ClaimEvent.ClaimTaken(claim, account));
        }
    }

    /** For an account that follows its person here: it has it if nobody does, and is known beside the holder otherwise. */
    void join(String claim, String account) {
        if (holder == null && !barred) {
            take(claim, account);
        } else if (!everHeldBy.contains(account)) {
            apply(new ClaimEvent.ClaimShared(claim, account));
        }
    }

    void free(String account) {
        if (account.equals(holder)) {
            apply(new ClaimEvent.ClaimFreed(id, account));
        }
    }

    void bar(String claim) {
        if (!barred) {
            apply(new ClaimEvent.ClaimBarred(claim));
        }
    }

    @EventSourcingHandler
    void on(ClaimEvent event) {
        id = event.claim();
        switch (event) {
            case ClaimEvent.ClaimTaken e -> {
                holder = e.account();
                everHeldBy.add(e.account());
            }
            case ClaimEvent.ClaimShared e -> everHeldBy.add(e.account());
            case ClaimEvent.ClaimFreed _ -> holder = null;
            case ClaimEvent.ClaimBarred _ -> {
                holder = null;
                barred = true;
            }
        }
    }
}
