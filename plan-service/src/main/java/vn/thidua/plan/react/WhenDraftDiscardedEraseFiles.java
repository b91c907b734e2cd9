package vn.thidua.plan.react;

import java.util.List;
import java.util.function.Consumer;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.platform.context.Wanted;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.react.Policy;

/**
 * The files of a draft that was given up go: also when whoever gave it up was stopped right after. Erasing twice does
 * nothing, so an event that comes again does no harm; while the files' database does not answer, it throws and is asked
 * again.
 */
public final class WhenDraftDiscardedEraseFiles implements Policy {

    private final Consumer<String> erasing;

    /** @param erasing takes a file away, for good; asked again it does nothing */
    public WhenDraftDiscardedEraseFiles(Consumer<String> erasing) {
        this.erasing = erasing;
    }

    @Override
    public String name() {
        return "when-draft-discarded-erase-files";
    }

    @Override
    public List<Wanted> on(LoggedEvent event) {
        if (event.payload() instanceof PlanEvent.DraftDiscarded discarded) {
            discarded.files().forEach(erasing);
        }
        return List.of();
    }
}
