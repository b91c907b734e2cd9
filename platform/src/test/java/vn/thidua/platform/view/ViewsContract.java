package vn.thidua.platform.view;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.testing.Eventually.eventually;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.processing.Processors;
import vn.thidua.platform.processing.TestLog;

/** What views promise, on either server. */
abstract class ViewsContract {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<AutoCloseable> opened = new ArrayList<>();
    private TestLog log;
    private Processors processors;

    abstract MongoDatabase freshDatabase();

    abstract String uri();

    @BeforeEach
    void aLog() {
        log = new TestLog(freshDatabase(), uri());
        processors = log.processors();
        opened.add(log);
        opened.add(processors);
    }

    @AfterEach
    void allIsClosed() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    private Views views(Processors processors, View... registered) {
        var views = new Views(log.database(), log.log(), processors, Duration.ZERO, Clock.systemUTC());
        opened.add(views);
        for (View view : registered) {
            views.register(view);
        }
        processors.start();
        views.start();
        return views;
    }

    private List<String> texts(Views views, String id) {
        Document row =
                views.store().collection("notes").find(new Document("_id", id)).first();
        return row == null ? List.of() : row.getList("texts", String.class);
    }

    @Test
    void rowsFollowTheLogAndAQueryCanWait() {
        log.note("a", "1", "2");
        var views = views(processors, new NotesView(1));
        var positions = new Positions(log.log(), processors, views.store());
        long position = log.note("b", "3");

        assertThat(positions.await("notes", position, PATIENCE)).isTrue();
        assertThat(texts(views, "a")).containsExactly("1", "2");
        assertThat(texts(views, NotesView.ALL)).containsExactly("a:1", "a:2", "b:3");
        assertThat(positions.await("notes", position + 1, Duration.ofMillis(50)))
                .isFalse();
        assertThat(positions.isAboveHead(position)).isFalse();
        assertThat(positions.isAboveHead(position + 1)).isTrue();
        assertThat(positions.of("notes")).isEqualTo(position);
    }

    @Test
    void aRemovedRowStaysAway() {
        var views = views(processors, new NotesView(1));
        log.note("a", "1", "gone");
        long position = log.note("b", "1");

        assertThat(processors("notes-v1", position)).isTrue();
        assertThat(texts(views, "a")).isEmpty();
        assertThat(texts(views, "b")).containsExactly("1");
    }

    private boolean processors(String name, long position) {
        try {
            return processors.await(name, position, PATIENCE);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aNewVersionTakesOverWhenItHasCaughtUpAndTheOldOneIsDropped() {
        log.note("a", "1", "2");
        try (var before = log.processors()) {
            var old = views(before, new NotesView(1));
            eventually("the old one is filled", () -> !texts(old, "a").isEmpty());
            old.close();
        }
        log.note("a", "3");
        var views = views(processors, new NotesView(1), new NotesView(2));

        eventually("the new one answers", () -> views.store().active("notes").equals(new Filled("notes", 2, 0)));
        assertThat(texts(views, "a")).containsExactly("1", "2", "3");
        eventually(
                "the old one is gone", () -> views.catalog().replaced("notes").isEmpty());
        assertThat(log.database().listCollectionNames()).contains("notes_v2").doesNotContain("notes_v1");
        assertThat(processors.has("notes-v1")).isFalse();
        long position = log.note("a", "4");
        assertThat(processors("notes-v2", position)).isTrue();
        assertThat(texts(views, "a")).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aRebuildGivesEqualRows() {
        var views = views(processors, new NotesView(1));
        for (int i = 0; i < 20; i++) {
            log.note("a" + i % 7, "1-" + i, "2-" + i);
        }
        long position = log.note("a1", "gone");
        assertThat(processors("notes-v1", position)).isTrue();
        List<Document> before = rows(views);

        Filled filled = views.rebuild("notes");
        assertThat(filled).isEqualTo(new Filled("notes", 1, 1));
        eventually(
                "the rebuilt one answers", () -> views.store().active("notes").equals(filled));
        assertThat(rows(views)).isEqualTo(before).isNotEmpty();
    }

    private static List<Document> rows(Views views) {
        return views.store()
                .collection("notes")
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    @Test
    void aRetriedEventReachesItsRowsAlsoThoseThatHaveSeenLaterOnes() {
        var views = views(processors, new NotesView(1));
        long first = log.note("a", "1");
        log.note("a", "poison", "2");
        long last = log.note("b", "3");
        assertThat(processors("notes-v1", last)).isTrue();
        assertThat(texts(views, NotesView.ALL)).containsExactly("a:1", "b:3");
        assertThat(views.store().staleRows("notes")).isEqualTo(1);

        var parking = processors.parking();
        assertThat(parking.list("notes-v1")).hasSize(2);
        assertThat(parking.retry("notes-v1", "a")).isZero();
        parking.drop("notes-v1", parking.list("notes-v1").getFirst());
        assertThat(parking.retry("notes-v1", "a")).isEqualTo(1);

        assertThat(parking.list("notes-v1")).isEmpty();
        assertThat(texts(views, "a")).containsExactly("1", "2");
        assertThat(texts(views, NotesView.ALL)).containsExactly("a:1", "b:3", "a:2");
        assertThat(views.store().staleRows("notes")).isZero();
        assertThat(processors("notes-v1", log.note("a", "4"))).isTrue();
        assertThat(texts(views, "a")).containsExactly("1", "2", "4");
        assertThat(first).isZero();
    }
}
