package vn.thidua.access.react;

import java.util.List;
import java.util.function.Consumer;
import vn.thidua.access.domain.account.AccountEvent;
import vn.thidua.platform.context.Wanted;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.react.Policy;

/**
 * After an erasure the account's key is destroyed: its name, password hashes and identities are unreadable wherever they
 * lie. Destroying twice does nothing, so an event that comes again does no harm; while the key store does not answer, it
 * throws and is asked again.
 */
public final class WhenAccountErasedDestroyKey implements Policy {

    private final Consumer<String> destroying;

    /** @param destroying destroys the key of an account, by its id, for good; asked again it does nothing */
    public WhenAccountErasedDestroyKey(Consumer<String> destroying) {
        this.destroying = destroying;
    }

    @Override
    public String name() {
        return "when-account-erased-destroy-key";
    }

    @Override
    public List<Wanted> on(LoggedEvent event) {
        if (event.payload() instanceof AccountEvent.AccountClosed closed && closed.erased()) {
            destroying.accept(closed.account());
        }
        return List.of();
    }
}
