package vn.thidua.platform.scope;

import java.util.List;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.platform.consume.ContractRecord;
import vn.thidua.platform.view.ForeignView;
import vn.thidua.platform.view.Rows;

/** Feeds the rows of the dated tree from the topic of the context that owns the units; {@link LiveUnitTree} reads them. */
public final class UnitTreeView implements ForeignView {

    @Override
    public String name() {
        return "unit-tree";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> contexts() {
        return List.of("organization");
    }

    @Override
    public void project(ContractRecord event, Rows rows) {
        if (event.event() instanceof OrganizationContract known) {
            UnitTreeRows.apply(known, rows);
        }
    }
}
