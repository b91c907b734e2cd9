package vn.thidua.plan.consume;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.contracts.OrganizationContract.PostKind;
import vn.thidua.contracts.OrganizationContract.UnitKind;
import vn.thidua.plan.view.directory.CachedDirectory;
import vn.thidua.plan.view.directory.GroupRecord;
import vn.thidua.plan.view.directory.GroupRecord.Definition;
import vn.thidua.plan.view.directory.GroupRecord.MembersKind;
import vn.thidua.platform.view.Rows;

/** Groups of units and of people through time. */
public final class GroupDirectoryView extends OrganizationDirectoryView {

    public static final String NAME = CachedDirectory.GROUPS;

    public GroupDirectoryView() {
        super(NAME);
    }

    @Override
    boolean apply(OrganizationContract event, Rows rows) {
        return switch (event) {
            case OrganizationContract.GroupDefinedV1 e ->
                define(
                        rows,
                        e.group(),
                        e.unit(),
                        definition(e.name(), e.kind(), e.ids(), e.unitKind(), e.postKind()),
                        e.effective());
            case OrganizationContract.GroupChangedV1 e ->
                define(
                        rows,
                        e.group(),
                        e.unit(),
                        definition(e.name(), e.kind(), e.ids(), e.unitKind(), e.postKind()),
                        e.effective());
            case OrganizationContract.GroupClosedV1 e -> change(rows, e.group(), group -> group.closed(e.effective()));
            case OrganizationContract.UnitEstablishedV1 _,
                    OrganizationContract.UnitRenamedV1 _,
                    OrganizationContract.UnitMovedV1 _,
                    OrganizationContract.UnitsMergedV1 _,
                    OrganizationContract.UnitSplitV1 _,
                    OrganizationContract.UnitDissolvedV1 _,
                    OrganizationContract.PersonRegisteredV1 _,
                    OrganizationContract.PersonsMergedV1 _,
                    OrganizationContract.PersonErasedV1 _,
                    OrganizationContract.PostHeldV1 _,
                    OrganizationContract.PostLeftV1 _ -> false;
        };
    }

    private static boolean define(Rows rows, String group, String unit, Definition definition, LocalDate effective) {
        return change(rows, group, before -> before.defined(unit, definition, effective));
    }

    private static boolean change(Rows rows, String group, UnaryOperator<GroupRecord> change) {
        rows.change(group, row -> change.apply(GroupRecord.read(group, row)).write(row));
        return true;
    }

    private static Definition definition(
            String name,
            OrganizationContract.MembersKind kind,
            @Nullable List<String> ids,
            @Nullable UnitKind unitKind,
            @Nullable PostKind postKind) {
        List<String> listed = Objects.requireNonNullElse(ids, List.of());
        return switch (kind) {
            case UNITS -> new Definition(name, MembersKind.UNITS, listed, null);
            case PERSONS -> new Definition(name, MembersKind.PERSONS, listed, null);
            case UNITS_OF_KIND ->
                new Definition(name, MembersKind.UNITS_OF_KIND, listed, unitKind == null ? null : unitKind.name());
            case HOLDERS_OF_POSTS ->
                new Definition(name, MembersKind.HOLDERS_OF_POSTS, listed, postKind == null ? null : postKind.name());
        };
    }
}
