package vn.thidua.plan.view.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.EventSamples;
import vn.thidua.plan.domain.plan.DraftSource;
import vn.thidua.plan.domain.plan.Outcome;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlanField;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.view.drafts.DraftsQueries.Draft;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.FedTwice;

/** What is known of drafts. */
class DraftsViewIT {

    private static final String PLAN = EventSamples.PLAN;
    private static final String UNIT = EventSamples.UNIT;
    private static final PlanEvent DRAFTED = new PlanEvent.PlanDrafted(
            PLAN,
            UNIT,
            DraftSource.document("file", "proposal", Set.of(PlanField.TITLE, PlanField.THEME), List.of(1, 2, 3)),
            PlanDetails.empty(),
            List.of());

    private static Draft after(PlanEvent... events) {
        MongoDatabase database = Backends.freshDatabase(DraftsViewIT.class);
        List<LoggedEvent> logged = new ArrayList<>();
        for (PlanEvent event : events) {
            int at = logged.size();
            logged.add(new LoggedEvent(
                    "event-" + at,
                    event,
                    "Plan",
                    PLAN,
                    at,
                    10L + at,
                    Instant.parse("2026-01-05T01:00:00Z").plusSeconds(at),
                    Map.of("actor", "person-" + at)));
        }
        List<Document> rows = FedTwice.rows(database, new DraftsView(), logged);
        assertThat(rows).hasSize(1);
        database.getCollection("drafts").insertMany(rows);
        return new DraftsQueries(() -> database.getCollection("drafts"), () -> false)
                .find(PLAN)
                .orElseThrow();
    }

    @Test
    void whatWaitsIsWhatWasReadAndNotDecidedOn() {
        Draft draft = after(
                DRAFTED,
                new PlanEvent.DraftDetailsSet(
                        PLAN, UNIT, EventSamples.details(), Map.of(PlanField.TITLE, Outcome.CORRECTED)),
                new PlanEvent.DraftTaskSet(PLAN, UNIT, 2, EventSamples.content(), Outcome.ACCEPTED),
                new PlanEvent.DraftTaskDropped(PLAN, UNIT, 3),
                new PlanEvent.DraftTaskSet(PLAN, UNIT, 4, EventSamples.bare(), Outcome.ADDED));

        assertThat(draft.state()).isEqualTo(DraftsQueries.State.DRAFT);
        assertThat(draft.undecidedFields()).containsExactly(PlanField.THEME);
        assertThat(draft.undecidedTasks()).containsExactly(1);
        assertThat(draft.details()).isEqualTo(EventSamples.details());
        assertThat(draft.tasks())
                .containsExactly(new PlannedTask(2, EventSamples.content()), new PlannedTask(4, EventSamples.bare()));
        assertThat(draft.dropped()).containsExactly(3);
        assertThat(draft.outcomes()).isEqualTo(Map.of(PlanField.TITLE, Outcome.CORRECTED));
        assertThat(draft.taskOutcomes()).isEqualTo(Map.of(2, Outcome.ACCEPTED, 4, Outcome.ADDED));
        assertThat(draft.nextNumber()).isEqualTo(5);
        assertThat(draft.revision()).isEqualTo(4);
        assertThat(draft.changedBy()).isEqualTo("person-4");
        assertThat(draft.changedAt()).isEqualTo("2026-01-05T01:00:04Z");
        assertThat(draft.begunAt()).isEqualTo("2026-01-05T01:00:00Z");
    }

    @Test
    void aDroppedTaskIsBroughtBack() {
        Draft draft = after(
                DRAFTED,
                new PlanEvent.DraftTaskDropped(PLAN, UNIT, 3),
                new PlanEvent.DraftTaskSet(PLAN, UNIT, 3, EventSamples.bare(), Outcome.ACCEPTED));

        assertThat(draft.dropped()).isEmpty();
        assertThat(draft.tasks()).extracting(PlannedTask::n).containsExactly(3);
    }

    @Test
    void ofWhatIsNoDraftAnyMoreNothingIsLeftButItsUnitAndFiles() {
        for (PlanEvent end : List.of(
                new PlanEvent.PlanIssued(PLAN, UNIT, EventSamples.details(), EventSamples.tasks()),
                new PlanEvent.DraftDiscarded(PLAN, UNIT, List.of("file", "proposal")))) {
            Draft draft = after(
                    DRAFTED,
                    new PlanEvent.DraftDetailsSet(PLAN, UNIT, EventSamples.details(), Map.of()),
                    new PlanEvent.DraftTaskSet(PLAN, UNIT, 2, EventSamples.content(), Outcome.ACCEPTED),
                    end);

            assertThat(draft.state())
                    .isEqualTo(
                            end instanceof PlanEvent.PlanIssued
                                    ? DraftsQueries.State.ISSUED
                                    : DraftsQueries.State.DISCARDED);
            assertThat(draft.unit()).isEqualTo(UNIT);
            assertThat(draft.source().file()).isEqualTo("file");
            assertThat(draft.tasks()).isEmpty();
            assertThat(draft.details()).isEqualTo(PlanDetails.empty());
            assertThat(draft.undecidedFields()).isEmpty();
        }
    }
}
