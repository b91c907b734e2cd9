package vn.thidua.plan.consume;

import vn.thidua.contracts.OrganizationContract;
import vn.thidua.plan.view.directory.CachedDirectory;
import vn.thidua.plan.view.directory.PostRecord;
import vn.thidua.platform.view.Rows;

/** Titles of posts by unit, with their days. Of who holds them only the id is kept, never a name. */
public final class PostDirectoryView extends OrganizationDirectoryView {

    public static final String NAME = CachedDirectory.POSTS;

    public PostDirectoryView() {
        super(NAME);
    }

    @Override
    boolean apply(OrganizationContract event, Rows rows) {
        return switch (event) {
            case OrganizationContract.PostHeldV1 e ->
                put(
                        rows,
                        e.unit(),
                        new PostRecord(e.post(), e.title(), e.kind().name(), e.person(), e.from(), e.until()));
            case OrganizationContract.PostLeftV1 e ->
                put(
                        rows,
                        e.unit(),
                        new PostRecord(e.post(), e.title(), e.kind().name(), e.person(), e.from(), e.lastDay()));
            case OrganizationContract.PersonsMergedV1 e -> {
                rows.change(PostRecord.rowOf(e.merged()), row -> PostRecord.merged(row, e.person()));
                yield true;
            }
            case OrganizationContract.PersonErasedV1 e -> {
                e.erased().forEach(person -> rows.change(PostRecord.rowOf(person), PostRecord::erased));
                yield true;
            }
            case OrganizationContract.UnitEstablishedV1 _,
                    OrganizationContract.UnitRenamedV1 _,
                    OrganizationContract.UnitMovedV1 _,
                    OrganizationContract.UnitsMergedV1 _,
                    OrganizationContract.UnitSplitV1 _,
                    OrganizationContract.UnitDissolvedV1 _,
                    OrganizationContract.PersonRegisteredV1 _,
                    OrganizationContract.GroupDefinedV1 _,
                    OrganizationContract.GroupChangedV1 _,
                    OrganizationContract.GroupClosedV1 _ -> false;
        };
    }

    private static boolean put(Rows rows, String unit, PostRecord post) {
        rows.change(unit, post::putInto);
        return true;
    }
}
