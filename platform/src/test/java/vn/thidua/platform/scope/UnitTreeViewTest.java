package vn.thidua.platform.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.thidua.contracts.OrganizationContract;

class UnitTreeViewTest {

    private final UnitTreeView view = new UnitTreeView();
    private final MemoryRows rows = new MemoryRows();

    private void feed() {
        List<OrganizationContract> events = UnitTreeStory.events();
        for (int i = 0; i < events.size(); i++) {
            view.project(UnitTreeStory.record(events.get(i), i), rows.at(i));
        }
    }

    private DatedTree tree() {
        return DatedTree.of(rows.rows.entrySet().stream()
                .filter(row -> !row.getKey().equals(UnitTreeRows.HEAD))
                .map(row -> UnitTreeRows.read(row.getKey(), row.getValue()))
                .toList());
    }

    @Test
    void theTreeIsThatOfEachDay() {
        feed();
        DatedTree tree = tree();
        LocalDate autumn = LocalDate.parse("2024-10-01");
        assertThat(tree.subtree("a", autumn)).containsExactlyInAnyOrder("a", "va");
        assertThat(tree.subtree("b", UnitTreeStory.BEFORE)).containsExactlyInAnyOrder("b", "va", "vb");
        assertThat(tree.subtree("a", UnitTreeStory.BEFORE)).containsExactly("a");
        assertThat(tree.subtree("mid", UnitTreeStory.BEFORE))
                .containsExactlyInAnyOrder("mid", "a", "b", "c", "va", "vb", "vc1", "vc2");
        assertThat(tree.subtree("ab", UnitTreeStory.AFTER)).containsExactlyInAnyOrder("ab", "va", "vb");
        assertThat(tree.subtree("top", UnitTreeStory.AFTER))
                .containsExactlyInAnyOrder("top", "ab", "va", "vb", "c", "vc1", "vc2");
        assertThat(tree.subtree("d", UnitTreeStory.LATER)).containsExactlyInAnyOrder("d", "vc1");
        assertThat(tree.subtree("c", UnitTreeStory.LATER)).containsExactlyInAnyOrder("c", "vc2");
        assertThat(tree.answering("a", UnitTreeStory.AFTER)).isEqualTo("ab");
        assertThat(tree.answering("mid", UnitTreeStory.AFTER)).isEqualTo("top");
        assertThat(tree.circle()).isEmpty();
    }

    @Test
    void eventsThatComeAgainChangeNothing() {
        feed();
        Map<String, Document> once = Map.copyOf(rows.rows);
        feed();
        assertThat(rows.rows).isEqualTo(once);
        // and part of a batch that was half written
        List<OrganizationContract> events = UnitTreeStory.events();
        for (int i = 9; i < events.size(); i++) {
            view.project(UnitTreeStory.record(events.get(i), i), rows.at(i));
        }
        assertThat(rows.rows).isEqualTo(once);
    }

    @Test
    void theRowsAreAsDocumented() {
        feed();
        Document row = Objects.requireNonNull(rows.rows.get("va"));
        assertThat(row.getString("from")).isEqualTo("2020-01-01");
        assertThat(row.get("under", Document.class))
                .isEqualTo(new Document("2020-01-01", "a")
                        .append("2025-01-01", "b")
                        .append("2025-07-01", "ab"));
        Document ended = rows.rows.get("a");
        assertThat(ended).isNotNull().containsEntry("end", "2025-07-01").containsEntry("successor", "ab");
    }

    @Test
    void whatIsNoActOnUnitsIsPassedOver() {
        view.project(UnitTreeStory.record(null, 0), rows.at(0));
        view.project(UnitTreeStory.record(UnitTreeStory.events().getLast(), 1), rows.at(1));
        assertThat(rows.rows).isEmpty();
        assertThat(view.contexts()).containsExactly("organization");
    }
}
