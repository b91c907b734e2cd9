package vn.thidua.platform.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.platform.testing.Eventually;

/** The tree that follows its rows, whatever server they are on. */
abstract class LiveUnitTreeContract {

    private final UnitTreeView view = new UnitTreeView();
    private final AtomicLong time = new AtomicLong(1_000_000_000_000L);
    private MongoDatabase database = freshDatabase();
    private MongoCollection<Document> rows = database.getCollection("unit-tree_v1");
    private MemoryRows written = new MemoryRows();

    abstract MongoDatabase freshDatabase();

    @BeforeEach
    void begin() {
        database = freshDatabase();
        rows = database.getCollection("unit-tree_v1");
        written = new MemoryRows();
    }

    private void feed(int from, int to) {
        List<OrganizationContract> events = UnitTreeStory.events();
        for (int i = from; i < to; i++) {
            view.project(UnitTreeStory.record(events.get(i), i), written.at(i));
        }
    }

    private void write(String id) {
        Document row = written.rows.get(id);
        assertThat(row).isNotNull();
        rows.replaceOne(Filters.eq("_id", id), row, new ReplaceOptions().upsert(true));
    }

    private void writeAll() {
        written.rows.keySet().forEach(this::write);
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    @Test
    void itFollowsItsRows() {
        try (LiveUnitTree tree = new LiveUnitTree(() -> rows).start()) {
            assertThat(tree.subtree("top", UnitTreeStory.BEFORE)).isEmpty();
            feed(0, 9);
            writeAll();
            Eventually.eventually(
                    "the first units are there", () -> tree.current().size() == 9);
            assertThat(tree.isUnder("va", "mid", UnitTreeStory.AFTER)).isTrue();

            feed(9, UnitTreeStory.events().size());
            writeAll();
            long began = System.nanoTime();
            Eventually.eventually(
                    "the new order is there",
                    () -> tree.isUnder("va", "ab", UnitTreeStory.AFTER)
                            && !tree.isUnder("va", "mid", UnitTreeStory.AFTER));
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).isLessThan(3000);
            assertThat(tree.answering("a", UnitTreeStory.AFTER)).isEqualTo("ab");
            assertThat(tree.answeredWithin("ab", UnitTreeStory.AFTER)).contains("a", "b");
        }
    }

    @Test
    void whatItDoesNotKnowIsLookedForAtOnce() {
        var tree = new LiveUnitTree(() -> rows, time::get);
        tree.refresh();
        feed(0, 9);
        writeAll();
        // not more often than every 50 ms: names that nobody has cost no reads
        assertThat(tree.isUnder("va", "top", UnitTreeStory.BEFORE)).isFalse();
        pass(Duration.ofMillis(51));
        assertThat(tree.isUnder("va", "top", UnitTreeStory.BEFORE)).isTrue();
    }

    @Test
    void whoWaitsForAnotherWhoLooksDoesNotLookAgain() throws InterruptedException {
        var asked = new AtomicInteger();
        var mayAnswer = new CountDownLatch(1);
        var tree = new LiveUnitTree(
                () -> {
                    asked.incrementAndGet();
                    try {
                        mayAnswer.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new MongoTimeoutException("it hangs");
                },
                time::get);
        List<Thread> askers = new ArrayList<>();
        askers.add(Thread.ofPlatform().start(() -> tree.isUnder("unheard-of", "top", UnitTreeStory.BEFORE)));
        Eventually.eventually("one looks", () -> asked.get() == 1);
        pass(Duration.ofSeconds(1));
        for (int i = 0; i < 4; i++) {
            askers.add(Thread.ofPlatform().start(() -> tree.isUnder("unheard-of", "top", UnitTreeStory.BEFORE)));
        }
        Eventually.eventually(
                "the others wait for it",
                () -> askers.stream()
                                .filter(asker -> asker.getState() == Thread.State.BLOCKED)
                                .count()
                        == 4);
        pass(Duration.ofSeconds(3));
        mayAnswer.countDown();
        for (Thread asker : askers) {
            asker.join();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void aBatchThatWasReadHalfWrittenIsReadAgain() {
        var tree = new LiveUnitTree(() -> rows, time::get);
        feed(0, 9);
        write(UnitTreeRows.HEAD);
        write("top");
        tree.refresh();
        assertThat(tree.current().size()).isEqualTo(1);
        writeAll();
        tree.refresh();
        assertThat(tree.current().size()).isEqualTo(1);
        pass(Duration.ofMillis(1100));
        tree.refresh();
        assertThat(tree.current().size()).isEqualTo(9);
        // and once more, much later
        rows.deleteOne(Filters.eq("_id", "vc2"));
        pass(Duration.ofSeconds(5));
        tree.refresh();
        assertThat(tree.current().size()).isEqualTo(8);
    }

    @Test
    void nothingIsReadWhileNothingChanges() {
        var tree = new LiveUnitTree(() -> rows, time::get);
        feed(0, 9);
        writeAll();
        tree.refresh();
        for (int i = 0; i < 3; i++) {
            pass(Duration.ofSeconds(10));
            tree.refresh();
        }
        DatedTree settled = tree.current();
        pass(Duration.ofHours(1));
        tree.refresh();
        assertThat(tree.current()).isSameAs(settled);
    }

    @Test
    void aTreeThatWasBuiltAnewBesideTakesItsPlace() {
        var tree = new LiveUnitTree(() -> rows, time::get);
        feed(0, 9);
        writeAll();
        tree.refresh();
        rows = database.getCollection("unit-tree_v1_r1");
        feed(9, UnitTreeStory.events().size());
        writeAll();
        tree.refresh();
        assertThat(tree.isUnder("va", "ab", UnitTreeStory.AFTER)).isTrue();
    }
}
