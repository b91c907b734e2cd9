package vn.thidua.plan.consume;

import java.util.List;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.plan.view.directory.Heard;
import vn.thidua.platform.consume.ContractRecord;
import vn.thidua.platform.view.ForeignView;
import vn.thidua.platform.view.Rows;

/** What is kept here of what the organization tells, with how far it was heard. */
abstract sealed class OrganizationDirectoryView implements ForeignView
        permits UnitDirectoryView, PostDirectoryView, GroupDirectoryView {

    private final String name;

    OrganizationDirectoryView(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public final List<String> contexts() {
        return List.of("organization");
    }

    @Override
    public final void project(ContractRecord event, Rows rows) {
        if (event.event() instanceof OrganizationContract known) {
            boolean changed = apply(known, rows);
            Heard.of(
                    rows,
                    event.envelope().position(),
                    changed ? event.envelope().id() : null);
        }
    }

    /** Changes the rows that the event is about; whether it is about any. */
    abstract boolean apply(OrganizationContract event, Rows rows);
}
