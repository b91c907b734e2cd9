package vn.thidua.platform.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rows of a view promise, on either server. */
abstract class ViewTableContract {

    private MongoDatabase database;
    private ViewTable table;

    abstract MongoDatabase freshDatabase();

    @BeforeEach
    void aTable() {
        database = freshDatabase();
        table = ViewTable.open(
                database,
                "rows_v1",
                List.of(new IndexModel(
                        Indexes.ascending("code"),
                        new IndexOptions().unique(true).sparse(true))));
    }

    private void at(Mark mark, Consumer<Rows> act) {
        act.accept(table.rows(mark));
    }

    private static Mark log(long position) {
        return new Mark.OfLog(position);
    }

    private static Document add(Document row, String text) {
        List<String> texts = new ArrayList<>(row.getList("texts", String.class, List.of()));
        texts.add(text);
        return row.append("texts", texts);
    }

    private List<Document> rows() {
        return database.getCollection("rows_v1")
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    private void feed() {
        at(log(1), rows -> {
            rows.change("a", row -> add(row, "1"));
            rows.change("b", row -> add(row, "1"));
        });
        at(log(2), rows -> rows.change("a", row -> add(row, "2")));
        at(log(3), rows -> rows.remove("b"));
        at(log(4), rows -> rows.changeIfPresent("b", row -> add(row, "4")));
        at(
                log(5),
                rows -> rows.change(
                        "c", row -> add(row, rows.get("a").orElseThrow().getString("_id"))));
        table.flush();
    }

    @Test
    void whatIsFedTwiceGivesEqualRows() {
        feed();
        List<Document> once = rows();
        assertThat(once).extracting(row -> row.getString("_id")).containsExactly("a", "c");
        assertThat(once.getFirst().getList("texts", String.class)).containsExactly("1", "2");
        feed();
        assertThat(rows()).isEqualTo(once);
    }

    @Test
    void whoWasHeldUpWritesOverNothingThatAnotherHasWrittenSince() {
        feed();
        ViewTable other = ViewTable.open(database, "rows_v1", List.of());
        at(log(6), rows -> rows.change("a", row -> add(row, "6")));
        at(log(6), rows -> rows.change("d", row -> add(row, "6")));
        other.rows(log(6)).change("a", row -> add(row, "6"));
        other.rows(log(6)).change("d", row -> add(row, "6"));
        other.rows(log(7)).change("a", row -> add(row, "7"));
        other.flush();
        List<Document> others = rows();

        assertThatThrownBy(table::flush).isInstanceOf(OvertakenException.class);

        assertThat(rows()).isEqualTo(others);
        table.discard();
        at(log(6), rows -> rows.change("a", row -> add(row, "6")));
        at(log(8), rows -> rows.remove("d"));
        at(log(9), rows -> rows.change("d", row -> add(row, "9")));
        table.flush();
        assertThat(rows().getLast().getList("texts", String.class)).containsExactly("9");
        assertThat(rows().getFirst().getList("texts", String.class)).containsExactly("1", "2", "6", "7");
    }

    @Test
    void aNewRowIsNotWrittenOverAnothersNorRemovedUnderIt() {
        at(log(1), rows -> rows.change("a", row -> add(row, "1")));
        ViewTable other = ViewTable.open(database, "rows_v1", List.of());
        other.rows(log(1)).change("a", row -> add(row, "1"));
        other.rows(log(2)).change("a", row -> add(row, "2"));
        other.flush();
        assertThatThrownBy(table::flush).isInstanceOf(OvertakenException.class);
        table.discard();

        at(log(3), rows -> rows.remove("a"));
        other.rows(log(4)).change("a", row -> add(row, "4"));
        other.flush();
        assertThatThrownBy(table::flush).isInstanceOf(OvertakenException.class);
        assertThat(rows().getFirst().getList("texts", String.class)).containsExactly("1", "2", "4");
    }

    @Test
    void whatIsNotFlushedIsNotThereAndCanBeForgotten() {
        at(log(1), rows -> rows.change("a", row -> add(row, "1")));
        assertThat(rows()).isEmpty();
        table.discard();
        table.flush();
        assertThat(rows()).isEmpty();
    }

    @Test
    void eachSourceHasAMarkOfItsOwn() {
        for (int time = 0; time < 2; time++) {
            at(new Mark.OfSource("/x.vn/organization", 10, 0), rows -> rows.change("a", row -> add(row, "o10/0")));
            at(new Mark.OfSource("/x.vn/organization", 10, 1), rows -> rows.change("a", row -> add(row, "o10/1")));
            at(new Mark.OfSource("/y$.vn/plan", 3, 0), rows -> rows.change("a", row -> add(row, "p3")));
            // builds its row anew, and keeps the marks all the same
            at(
                    new Mark.OfSource("/y$.vn/plan", 4, 0),
                    rows -> rows.change(
                            "a",
                            row -> new Document(
                                    "texts", List.copyOf(add(row, "p4").getList("texts", String.class)))));
            table.flush();
            assertThat(rows().getFirst().getList("texts", String.class)).containsExactly("o10/0", "o10/1", "p3", "p4");
        }
        at(new Mark.OfSource("/x.vn/organization", 9, 5), rows -> rows.change("a", row -> add(row, "older")));
        table.flush();
        assertThat(rows().getFirst().getList("texts", String.class)).doesNotContain("older");
    }

    @Test
    void aQueryFindsWhatIsPending() {
        at(log(1), rows -> rows.change("a", row -> row.append("code", "X")));
        at(log(2), rows -> {
            assertThat(rows.where("code", "X"))
                    .extracting(row -> row.getString("_id"))
                    .containsExactly("a");
            rows.change("a", row -> row.append("code", "Y"));
        });
        at(log(3), rows -> assertThat(rows.where("code", "X")).isEmpty());
        table.flush();
        assertThat(rows().getFirst().getString("code")).isEqualTo("Y");
    }

    @Test
    void aUniqueValueMayMoveFromRowToRowInOneBatch() {
        at(log(1), rows -> rows.change("a", row -> row.append("code", "X")));
        table.flush();
        at(log(2), rows -> rows.remove("a"));
        at(log(2), rows -> rows.change("b", row -> row.append("code", "X")));
        table.flush();
        assertThat(rows()).extracting(row -> row.getString("_id")).containsExactly("b");
    }

    @Test
    void whoReadsARowCannotChangeIt() {
        at(log(1), rows -> rows.change("a", row -> row.append("inner", new Document("x", 1))));
        at(
                log(2),
                rows -> rows.get("a").orElseThrow().get("inner", Document.class).put("x", 2));
        table.flush();
        assertThat(rows().getFirst().get("inner", Document.class).getInteger("x"))
                .isEqualTo(1);
    }

    @Test
    void aLateEventIsTakenOnceByRowsThatHaveSeenLaterOnes() {
        at(log(9), rows -> rows.change("all", row -> add(row, "b9")));
        table.flush();
        for (int time = 0; time < 2; time++) {
            at(new Mark.Late("a", 5), rows -> {
                rows.change("all", row -> add(row, "a5"));
                rows.change("own", row -> add(row, "a5"));
            });
            table.flush();
        }
        assertThat(rows()).hasSize(2);
        assertThat(rows().getFirst().getList("texts", String.class)).containsExactly("b9", "a5");
        assertThat(rows().getFirst().getLong("p")).isEqualTo(9);
        assertThat(rows().getLast().getList("texts", String.class)).containsExactly("a5");
        assertThat(rows().getLast().getLong("p")).isEqualTo(5);
    }

    @Test
    void offsetsAreKeptPerFeed() {
        var offsets = new FeedOffsets(database, "units-v1");
        offsets.store(List.of(
                new FeedOffsets.Offset("organization.events.v1", 0, 5, "T1"),
                new FeedOffsets.Offset("organization.events.v1", 1, 0, null)));
        offsets.store(List.of(new FeedOffsets.Offset("organization.events.v1", 0, 7, "T1")));
        new FeedOffsets(database, "units-v2")
                .store(List.of(new FeedOffsets.Offset("organization.events.v1", 0, 1, "T1")));
        assertThat(offsets.all())
                .containsExactlyInAnyOrder(
                        new FeedOffsets.Offset("organization.events.v1", 0, 7, "T1"),
                        new FeedOffsets.Offset("organization.events.v1", 1, 0, null));
        offsets.drop();
        assertThat(offsets.all()).isEmpty();
        assertThat(new FeedOffsets(database, "units-v2").all()).hasSize(1);
    }
}
