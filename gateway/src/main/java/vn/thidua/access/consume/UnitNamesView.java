package vn.thidua.access.consume;

import java.util.List;
import vn.thidua.access.view.Units;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.contracts.OrganizationContract.Part;
import vn.thidua.platform.consume.ContractRecord;
import vn.thidua.platform.view.ForeignView;
import vn.thidua.platform.view.Rows;

/** One row per unit with its code and name. */
public final class UnitNamesView implements ForeignView {

    @Override
    public String name() {
        return Units.NAME;
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
            apply(known, rows);
        }
    }

    private static void apply(OrganizationContract event, Rows rows) {
        switch (event) {
            case OrganizationContract.UnitEstablishedV1 e -> called(rows, e.unit(), e.code(), e.name());
            case OrganizationContract.UnitRenamedV1 e -> called(rows, e.unit(), e.code(), e.name());
            case OrganizationContract.UnitsMergedV1 e -> part(rows, e.into());
            case OrganizationContract.UnitSplitV1 e -> e.parts().forEach(part -> part(rows, part));
            case OrganizationContract.UnitMovedV1 _,
                    OrganizationContract.UnitDissolvedV1 _,
                    OrganizationContract.PersonRegisteredV1 _,
                    OrganizationContract.PersonsMergedV1 _,
                    OrganizationContract.PersonErasedV1 _,
                    OrganizationContract.PostHeldV1 _,
                    OrganizationContract.PostLeftV1 _,
                    OrganizationContract.GroupDefinedV1 _,
                    OrganizationContract.GroupChangedV1 _,
                    OrganizationContract.GroupClosedV1 _ -> {
                // not about what a unit is called
            }
        }
    }

    private static void part(Rows rows, Part part) {
        called(rows, part.unit(), part.code(), part.name());
    }

    private static void called(Rows rows, String unit, String code, String name) {
        rows.change(unit, row -> row.append("code", code).append("name", name));
    }
}
