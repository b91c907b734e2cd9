package vn.thidua.organization.react;

import java.util.List;
import java.util.function.Consumer;
import vn.thidua.organization.domain.person.PersonEvent;
import vn.thidua.platform.context.Wanted;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.react.Policy;

/**
 * After an erasure the keys of the person's records are destroyed: what was sealed with them is unreadable wherever it
 * lies. Destroying twice does nothing, so an event that comes again does no harm; while the key store does not answer, it
 * throws and is asked again.
 */
public final class WhenPersonErasedDestroyKey implements Policy {

    private final Consumer<String> destroying;

    /** @param destroying destroys the key of a subject, for good; asked again it does nothing */
    public WhenPersonErasedDestroyKey(Consumer<String> destroying) {
        this.destroying = destroying;
    }

    @Override
    public String name() {
        return "when-person-erased-destroy-key";
    }

    @Override
    public List<Wanted> on(LoggedEvent event) {
        if (event.payload() instanceof PersonEvent.PersonErased erased) {
            erased.erased().forEach(person -> destroying.accept(subject(person)));
        }
        return List.of();
    }

    /** Whose key seals what belongs to a person. */
    public static String subject(String person) {
        return "person:" + person;
    }
}
