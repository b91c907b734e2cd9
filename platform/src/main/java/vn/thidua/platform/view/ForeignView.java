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

    void project(ContractRecord event, Rows rows);
}
