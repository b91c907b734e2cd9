package vn.thidua.platform.consume;

import java.util.List;
import vn.thidua.platform.context.Wanted;

/**
 * What another context's event asks of this one. Each command is sent under the once-key
 * {@code consume:<purpose>:<event id>/<target id>}, so that a record that comes again takes effect once.
 */
public interface CommandListener {

    /** Kebab case, unique in the context; never changes, for the once-keys are made of it. */
    String purpose();

    /** Names of the contexts whose topics it follows. */
    List<String> contexts();

    List<Wanted> on(ContractRecord event);
}
