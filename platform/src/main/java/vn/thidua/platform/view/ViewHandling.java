package vn.thidua.platform.view;

import java.util.Set;
import vn.thidua.platform.processing.EventHandling;
import vn.thidua.platform.processing.LoggedEvent;

/** Feeds one filling of a view from the log. */
final class ViewHandling implements EventHandling {

    private final View view;
    private final ViewTable table;

    ViewHandling(View view, ViewTable table) {
        this.view = view;
        this.table = table;
    }

    @Override
    public void expect(Set<String> aggregateIds) {
        table.prefetch(aggregateIds);
    }

    @Override
    public void on(LoggedEvent event) {
        view.project(event, table.rows(new Mark.OfLog(event.position())));
    }

    @Override
    public void late(LoggedEvent event) {
        String aggregate = event.aggregateId();
        view.project(event, table.rows(new Mark.Late(aggregate == null ? event.id() : aggregate, event.position())));
    }

    @Override
    public void flush() {
        table.flush();
    }

    @Override
    public void discard() {
        table.discard();
    }

    /** Knows the row whose id is the aggregate's; rows with other ids are counted by the parked events alone. */
    @Override
    public void parked(String aggregateId) {
        table.markStale(aggregateId, true);
    }

    @Override
    public void unparked(String aggregateId) {
        table.markStale(aggregateId, false);
    }
}
