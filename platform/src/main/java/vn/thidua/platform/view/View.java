package vn.thidua.platform.view;

import com.mongodb.client.model.IndexModel;
import java.util.List;
import vn.thidua.platform.processing.LoggedEvent;

/**
 * A read model of the context's own events. A change of its form or meaning is a new version, filled beside the old one.
 * One thread feeds it, in log order; every row remembers the last position it has seen, so an event that comes again
 * changes nothing.
 */
public interface View {

    /** Plural noun in kebab case; collection {@code <name>_v<version>}, processor {@code <name>-v<version>}. */
    String name();

    int version();

    /** Unique indexes with one field are the only ones the embedded server uses; the others help a real MongoDB. */
    default List<IndexModel> indexes() {
        return List.of();
    }

    /**
     * Ids of the rows that {@link #project} will probably ask for: they are read at once for a whole batch. Whatever is not
     * named is read when it is asked for, which takes longer.
     */
    default List<String> expects(LoggedEvent event) {
        return event.aggregateId() == null ? List.of() : List.of(event.aggregateId());
    }

    void project(LoggedEvent event, Rows rows);
}
