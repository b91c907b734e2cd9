package vn.thidua.plan.consume;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.contracts.OrganizationContract.Moved;
import vn.thidua.contracts.OrganizationContract.Part;
import vn.thidua.contracts.OrganizationContract.UnitKind;
import vn.thidua.plan.view.directory.CachedDirectory;
import vn.thidua.plan.view.directory.Directory.Kind;
import vn.thidua.plan.view.directory.UnitRecord;
import vn.thidua.plan.view.directory.UnitRecord.Naming;
import vn.thidua.platform.view.Rows;

/** Names, codes, kinds and places of units through time. */
public final class UnitDirectoryView extends OrganizationDirectoryView {

    public static final String NAME = CachedDirectory.UNITS;

    public UnitDirectoryView() {
        super(NAME);
    }

    @Override
    boolean apply(OrganizationContract event, Rows rows) {
        return switch (event) {
            case OrganizationContract.UnitEstablishedV1 e ->
                change(
                        rows,
                        e.unit(),
                        unit -> unit.established(
                                kind(e.kind()), new Naming(e.name(), e.code()), e.parent(), e.effective(), e.until()));
            case OrganizationContract.UnitRenamedV1 e ->
                change(rows, e.unit(), unit -> unit.named(new Naming(e.name(), e.code()), e.effective()));
            case OrganizationContract.UnitMovedV1 e ->
                change(rows, e.unit(), unit -> unit.moved(e.to(), e.effective()));
            case OrganizationContract.UnitsMergedV1 e -> {
                formed(rows, e.into(), e.effective());
                // one that stood before may get another name by the act
                change(
                        rows,
                        e.into().unit(),
                        unit -> unit.named(new Naming(e.into().name(), e.into().code()), e.effective()));
                e.merged()
                        .forEach(merged -> change(
                                rows,
                                merged,
                                unit -> unit.ended(e.effective(), e.into().unit())));
                yield moved(rows, e.moved(), e.effective());
            }
            case OrganizationContract.UnitSplitV1 e -> {
                e.parts().forEach(part -> formed(rows, part, e.effective()));
                if (e.ended()) {
                    change(rows, e.unit(), unit -> unit.ended(e.effective(), e.successor()));
                }
                yield moved(rows, e.moved(), e.effective());
            }
            case OrganizationContract.UnitDissolvedV1 e -> {
                change(rows, e.unit(), unit -> unit.ended(e.effective(), e.successor()));
                yield moved(rows, e.moved(), e.effective());
            }
            case OrganizationContract.PersonRegisteredV1 _,
                    OrganizationContract.PersonsMergedV1 _,
                    OrganizationContract.PersonErasedV1 _,
                    OrganizationContract.PostHeldV1 _,
                    OrganizationContract.PostLeftV1 _,
                    OrganizationContract.GroupDefinedV1 _,
                    OrganizationContract.GroupChangedV1 _,
                    OrganizationContract.GroupClosedV1 _ -> false;
        };
    }

    /** A part that stood before keeps its place and its name: the act is none on them. */
    private static void formed(Rows rows, Part part, LocalDate effective) {
        if (part.established()) {
            change(
                    rows,
                    part.unit(),
                    unit -> unit.established(
                            kind(part.kind()), new Naming(part.name(), part.code()), part.parent(), effective, null));
        }
    }

    private static boolean moved(Rows rows, List<Moved> moved, LocalDate effective) {
        moved.forEach(one -> change(rows, one.unit(), unit -> unit.moved(one.to(), effective)));
        return true;
    }

    private static boolean change(Rows rows, String unit, UnaryOperator<UnitRecord> change) {
        rows.change(unit, row -> change.apply(UnitRecord.read(unit, row)).write(row));
        return true;
    }

    private static Kind kind(UnitKind kind) {
        return switch (kind) {
            case PROVINCE -> Kind.PROVINCE;
            case DISTRICT -> Kind.DISTRICT;
            case COMMUNE -> Kind.COMMUNE;
            case VILLAGE -> Kind.VILLAGE;
            case BODY -> Kind.BODY;
        };
    }
}
