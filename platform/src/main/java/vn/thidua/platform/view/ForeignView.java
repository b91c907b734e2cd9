package vn.thidua.platform.view;

import com.mongodb.client.model.IndexModel;
import java.util.List;
import vn.thidua.platform.consume.ContractRecord;

/** A read model fed by contract events of other contexts, in the order of each topic partition. */
public interface ForeignView {

    String name();

    int version();

    /** Names of the contexts whose topics it follows, as {@code organization}. */
    List<String> contexts();

    default List<IndexModel> indexes() {
        return List.of();
    }

    /**
     * Ids of the rows that {@link #project} will probably ask for: they are read at once for a whole batch. Whatever is not
     * named is read when it is asked for, which takes longer.
     */
    default List<String> expects(ContractRecord event) {
        String subject = event.envelope().subject();
        return List.of(subject.substring(subject.indexOf('/') + 1));
    }

    void project(ContractRecord event, Rows rows);
}
