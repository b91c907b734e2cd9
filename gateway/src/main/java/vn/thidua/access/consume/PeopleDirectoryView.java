package vn.thidua.access.consume;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import vn.thidua.access.view.People;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.contracts.SealedText;
import vn.thidua.platform.consume.ContractRecord;
import vn.thidua.platform.view.ForeignView;
import vn.thidua.platform.view.Rows;

/** One row per person: units and the sealed name, nothing in the clear. */
public final class PeopleDirectoryView implements ForeignView {

    @Override
    public String name() {
        return People.NAME;
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
            case OrganizationContract.PersonRegisteredV1 e ->
                rows.change(e.person(), row -> place(row, e.unit()).append("name", sealed(e.name())));
            case OrganizationContract.PostHeldV1 e -> rows.change(e.person(), row -> place(row, e.unit()));
            case OrganizationContract.PersonsMergedV1 e -> {
                List<String> places = rows.get(e.merged())
                        .map(row -> row.getList("places", String.class, List.of()))
                        .orElse(List.of());
                rows.change(e.person(), row -> {
                    places.forEach(unit -> place(row, unit));
                    return row;
                });
                // whoever names the joined record means the one that stays
                rows.change(e.merged(), row -> row.append("into", e.person()));
            }
            case OrganizationContract.PersonErasedV1 e ->
                e.erased()
                        .forEach(person -> rows.change(person, row -> {
                            row.remove("name");
                            return row.append("places", List.of()).append("erased", true);
                        }));
            case OrganizationContract.PostLeftV1 _,
                    OrganizationContract.UnitEstablishedV1 _,
                    OrganizationContract.UnitRenamedV1 _,
                    OrganizationContract.UnitMovedV1 _,
                    OrganizationContract.UnitsMergedV1 _,
                    OrganizationContract.UnitSplitV1 _,
                    OrganizationContract.UnitDissolvedV1 _,
                    OrganizationContract.GroupDefinedV1 _,
                    OrganizationContract.GroupChangedV1 _,
                    OrganizationContract.GroupClosedV1 _ -> {
                // not about where a person belongs
            }
        }
    }

    private static Document place(Document row, String unit) {
        List<String> places = new ArrayList<>(row.getList("places", String.class, List.of()));
        if (!places.contains(unit)) {
            places.add(unit);
        }
        return row.append("places", places);
    }

    private static Document sealed(SealedText text) {
        return new Document("subject", text.subject())
                .append("keyId", text.keyId())
                .append("iv", text.iv())
                .append("ct", text.ct());
    }
}
