package vn.thidua.platform.view;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.platform.processing.EventHandling;
import vn.thidua.platform.processing.LoggedEvent;

/** Feeds one filling of a view from the log. */
final class ViewHandling implements EventHandling {

    private final View view;
    private final ViewTable table;

    /** A batch is projected as a whole, so that its rows can be read together. */
    private final List<LoggedEvent> batch = new ArrayList<>();

    ViewHandling(View view, ViewTable table) {
        this.view = view;
        this.table = table;
    }

    @Override
    public void on(LoggedEvent event) {
        batch.add(event);
    }

    @Override
    public void late(LoggedEvent event) {
        String aggregate = event.aggregateId();
        view.project(event, table.rows(new Mark.Late(aggregate == null ? event.id() : aggregate, event.position())));
    }

    @Override
    public void flush() {
        if (batch.size() > 1) {
            table.prefetch(batch.stream()
                    .flatMap(event -> view.expects(event).stream())
                    .toList());
        }
        for (LoggedEvent event : batch) {
            view.project(event, table.rows(new Mark.OfLog(event.position())));
        }
        table.flush();
        batch.clear();
    }

    @Override
    public void discard() {
        batch.clear();
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
