package vn.thidua.organization.react;

import java.util.List;
import java.util.function.ObjLongConsumer;
import vn.thidua.organization.domain.person.PersonEvent;
import vn.thidua.platform.context.Wanted;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.react.Policy;

/**
 * After an erasure the list from which the person came is taken away as well: it is kept under a key of its own, and would
 * show the name and the number still. The import cannot be taken back any more then.
 */
public final class WhenPersonErasedForgetList implements Policy {

    private final ObjLongConsumer<List<String>> forgetting;

    /** @param forgetting takes away the lists of these people as of a position; asked again it does nothing */
    public WhenPersonErasedForgetList(ObjLongConsumer<List<String>> forgetting) {
        this.forgetting = forgetting;
    }

    @Override
    public String name() {
        return "when-person-erased-forget-list";
    }

    @Override
    public List<Wanted> on(LoggedEvent event) {
        if (event.payload() instanceof PersonEvent.PersonErased erased) {
            forgetting.accept(erased.erased(), event.position());
        }
        return List.of();
    }
}
