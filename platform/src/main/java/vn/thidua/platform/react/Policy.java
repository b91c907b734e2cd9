package vn.thidua.platform.react;

import java.util.List;
import vn.thidua.platform.context.Wanted;
import vn.thidua.platform.processing.LoggedEvent;

/** After that event, this command; sent under the once-key {@code react:<policy>:<event id>/<target id>}. */
public interface Policy {

    /** Kebab case, unique in the context; never changes, for the once-keys are made of it. */
    String name();

    List<Wanted> on(LoggedEvent event);
}
