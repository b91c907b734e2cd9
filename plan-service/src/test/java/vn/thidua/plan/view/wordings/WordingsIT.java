package vn.thidua.plan.view.wordings;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.DraftSource;
import vn.thidua.plan.domain.plan.Outcome;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.FedTwice;

class WordingsIT {

    private static final Target OFFICE = Target.unit("office", "Văn phòng");
    private static final Target POLICE = Target.unit("police", "Công an");
    private static final Target HEAD = Target.post("a", "Xã An Bình", "Chủ tịch UBND");

    private static MongoDatabase database;

    @BeforeAll
    static void database() {
        database = Backends.freshDatabase(WordingsIT.class);
    }

    private static TaskContent task(String words, Target... targets) {
        return new TaskContent(
                "1",
                "Phát động phong trào",
                null,
                null,
                null,
                null,
                List.of(),
                List.of(Assignee.of(words, targets)),
                List.of());
    }

    private static PlanEvent set(String unit, TaskContent content) {
        return new PlanEvent.DraftTaskSet("plan", unit, 1, content, Outcome.CORRECTED);
    }

    private static Wordings after(PlanEvent... events) {
        List<LoggedEvent> logged = new ArrayList<>();
        for (PlanEvent event : events) {
            logged.add(new LoggedEvent(
                    "e" + logged.size(),
                    event,
                    "Plan",
                    event.plan(),
                    logged.size(),
                    logged.size(),
                    Instant.EPOCH,
                    Map.of()));
        }
        List<Document> rows = FedTwice.rows(database, new WordingsView(), logged);
        MongoCollection<Document> stored = database.getCollection("wordings_" + System.nanoTime());
        if (!rows.isEmpty()) {
            stored.insertMany(rows);
        }
        return new WordingsQueries(() -> stored);
    }

    private static List<Target> of(Wordings wordings, String unit, String words) {
        return wordings.remembered(unit, List.of(words)).getOrDefault(words, List.of());
    }

    @Test
    void whatAPersonChoseIsRememberedForTheUnitInAllSpellings() {
        Wordings wordings = after(set("a", task("Văn phòng – Thống kê", OFFICE, HEAD)));

        assertThat(wordings.remembered("a", List.of("VĂN PHÒNG - THỐNG KÊ", "Văn phòng", "văn  phòng, thống kê")))
                .containsOnly(
                        Map.entry("VĂN PHÒNG - THỐNG KÊ", List.of(OFFICE, HEAD)),
                        Map.entry("văn  phòng, thống kê", List.of(OFFICE, HEAD)));
        assertThat(of(wordings, "b", "Văn phòng – Thống kê"))
                .as("another unit's")
                .isEmpty();
    }

    @Test
    void aLaterChoiceReplacesAndNoChoiceDoesNot() {
        Wordings wordings =
                after(set("a", task("Công an", OFFICE)), set("a", task("công an", POLICE)), set("a", task("Công An")));

        assertThat(of(wordings, "a", "Công an")).containsExactly(POLICE);
    }

    @Test
    void aDraftByHandIsAChoiceAndACopyIsNoneUntilItIsIssued() {
        PlannedTask copied = new PlannedTask(1, task("Công an", POLICE));
        PlanEvent copy =
                new PlanEvent.PlanDrafted("p", "a", DraftSource.copy("before"), PlanDetails.empty(), List.of(copied));
        PlanEvent issued = new PlanEvent.PlanIssued("p", "a", PlanDetails.empty(), List.of(copied));

        assertThat(of(after(copy), "a", "Công an")).isEmpty();
        assertThat(of(after(copy, issued), "a", "Công an")).containsExactly(POLICE);
        assertThat(of(after(copy, set("a", task("Công an", OFFICE)), issued), "a", "Công an"))
                .as("the choice stays")
                .containsExactly(OFFICE);
        assertThat(of(
                        after(new PlanEvent.PlanDrafted(
                                "p", "a", DraftSource.hand(), PlanDetails.empty(), List.of(copied))),
                        "a",
                        "Công an"))
                .containsExactly(POLICE);
    }

    @Test
    void anAmendmentChoosesForTheTasksThatItTouches() {
        List<PlannedTask> tasks =
                List.of(new PlannedTask(1, task("Công an", POLICE)), new PlannedTask(2, task("Văn phòng", OFFICE)));
        PlanEvent amended = new PlanEvent.PlanAmended(
                "p",
                "a",
                2,
                "Điều chỉnh",
                null,
                PlanDetails.empty(),
                tasks,
                new PlanEvent.Changes(List.of(), List.of(), List.of(2), List.of()),
                LocalDate.parse("2025-03-01"));

        Wordings wordings = after(set("a", task("Công an", HEAD)), set("a", task("Văn phòng", HEAD)), amended);

        assertThat(of(wordings, "a", "Công an")).containsExactly(HEAD);
        assertThat(of(wordings, "a", "Văn phòng")).containsExactly(OFFICE);
    }

    @Test
    void whatChoosesNobodyChangesNothing() {
        Wordings wordings = after(
                set("a", task("Công an", POLICE)),
                new PlanEvent.DraftDetailsSet("plan", "a", PlanDetails.empty(), Map.of()),
                new PlanEvent.DraftTaskDropped("plan", "a", 1),
                new PlanEvent.DraftDiscarded("plan", "a", List.of()),
                set("a", task("…", POLICE)));

        assertThat(of(wordings, "a", "Công an")).containsExactly(POLICE);
        assertThat(wordings.remembered("a", Set.of("…"))).isEmpty();
    }
}
