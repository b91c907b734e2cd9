package vn.thidua.platform.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.processing.TestLog;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.FedTwice;

class FedTwiceIT {

    private static LoggedEvent event(long position, String aggregate, String text) {
        return new LoggedEvent(
                "e" + position,
                new TestLog.Noted(text),
                "Note",
                aggregate,
                position,
                position,
                Instant.EPOCH,
                Map.of());
    }

    private static final List<LoggedEvent> EVENTS =
            List.of(event(0, "a", "1"), event(1, "b", "2"), event(2, "a", "gone"), event(3, "b", "3"));

    @Test
    void aProperViewGivesItsRows() {
        var rows = FedTwice.rows(Backends.freshDatabase(FedTwiceIT.class), new NotesView(1), EVENTS);
        assertThat(rows).extracting(row -> row.getString("_id")).containsExactly("all", "b");
        assertThat(rows.getFirst().getList("texts", String.class)).containsExactly("a:1", "b:2", "b:3");
    }

    @Test
    void aViewThatCountsByItselfIsFound() {
        var counted = new AtomicInteger();
        View counting = new View() {
            @Override
            public String name() {
                return "counting";
            }

            @Override
            public int version() {
                return 1;
            }

            @Override
            public void project(LoggedEvent event, Rows rows) {
                int count = counted.incrementAndGet();
                rows.change("n" + event.aggregateId(), row -> new Document("count", count));
            }
        };
        assertThatThrownBy(() -> FedTwice.rows(Backends.freshDatabase(FedTwiceIT.class), counting, EVENTS))
                .isInstanceOf(AssertionError.class);
    }
}
