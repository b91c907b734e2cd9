package vn.thidua.plan.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.plan.domain.plan.PlanFixture.UNIT;
import static vn.thidua.plan.domain.plan.PlanFixture.details;
import static vn.thidua.plan.domain.plan.PlanFixture.draft;
import static vn.thidua.plan.domain.plan.PlanFixture.dropping;
import static vn.thidua.plan.domain.plan.PlanFixture.read;
import static vn.thidua.plan.domain.plan.PlanFixture.revise;
import static vn.thidua.plan.domain.plan.PlanFixture.set;
import static vn.thidua.plan.domain.plan.PlanFixture.task;
import static vn.thidua.plan.domain.plan.PlanFixture.tasks;
import static vn.thidua.plan.domain.plan.PlanFixture.themed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.domain.plan.PlanCommand.DiscardDraft;
import vn.thidua.plan.domain.plan.PlanCommand.DraftPlan;
import vn.thidua.plan.domain.plan.PlanCommand.ReviseDraft;
import vn.thidua.plan.domain.plan.PlanCommand.RevisedTask;
import vn.thidua.plan.domain.plan.PlanEvent.DraftDetailsSet;
import vn.thidua.plan.domain.plan.PlanEvent.DraftDiscarded;
import vn.thidua.plan.domain.plan.PlanEvent.DraftTaskDropped;
import vn.thidua.plan.domain.plan.PlanEvent.DraftTaskSet;
import vn.thidua.plan.domain.plan.PlanEvent.PlanDrafted;

class DraftTest {

    private final PlanFixture plans = new PlanFixture();

    @Test
    void aDraftBeginsWithWhatIsGivenAndAnythingMayBeMissing() {
        assertThat(plans.when(new DraftPlan("p", UNIT, DraftSource.hand(), PlanDetails.empty(), List.of())))
                .containsExactly(new PlanDrafted("p", UNIT, DraftSource.hand(), PlanDetails.empty(), List.of()));
        assertThat(plans.when(draft("q", details(), task(2), task(1))))
                .containsExactly(new PlanDrafted("q", UNIT, DraftSource.hand(), details(), List.of(task(1), task(2))));
    }

    @Test
    void tasksOfANewDraftAreNumberedFromOneWithoutAGap() {
        assertThat(plans.refused(draft("p", details(), task(1), task(3))))
                .isEqualTo(new PlanRejection.TaskNumberSkips(3, 2));
        assertThat(plans.refused(draft("p", details(), task(0)))).isEqualTo(new PlanRejection.TaskNumberSkips(0, 1));
        assertThat(plans.refused(draft("p", details(), task(1), task(1))))
                .isEqualTo(new PlanRejection.TaskNamedTwice(1));
        // what was read counts, whatever is decided on it later
        DraftSource source = DraftSource.document("f", "j", Set.of(), List.of(1, 2));
        assertThat(plans.refused(new DraftPlan("p", UNIT, source, details(), List.of(task(2)))))
                .isEqualTo(new PlanRejection.TaskNamedTwice(2));
        assertThat(plans.when(new DraftPlan("p", UNIT, source, details(), List.of(task(3)))))
                .hasSize(1);
    }

    @Test
    void valuesAndTasksAreDecidedOnInOneAct() {
        plans.given(read("p", List.of(PlanField.THEME, PlanField.TITLE), 1, 2));
        PlanDetails after = themed(PlanDetails.empty(), "Đoàn kết");
        Map<PlanField, Outcome> decided = Map.of(PlanField.THEME, Outcome.ACCEPTED, PlanField.TITLE, Outcome.DROPPED);

        assertThat(plans.when(new ReviseDraft(
                        "p",
                        after,
                        decided,
                        List.of(new RevisedTask(task(1), Outcome.ACCEPTED), set(3, "Thêm")),
                        List.of(2))))
                .containsExactly(
                        new DraftDetailsSet("p", UNIT, after, decided),
                        new DraftTaskSet("p", UNIT, 1, task(1).content(), Outcome.ACCEPTED),
                        new DraftTaskSet("p", UNIT, 3, task(3, "Thêm").content(), Outcome.ADDED),
                        new DraftTaskDropped("p", UNIT, 2));
    }

    @Test
    void whereOneThingIsWrongNothingHappens() {
        plans.given(draft("p"));

        assertThat(plans.refused(new ReviseDraft(
                        "p",
                        themed(details(), "Đoàn kết"),
                        Map.of(),
                        List.of(set(1, "Khác"), set(3, " ")),
                        List.of(2))))
                .isEqualTo(new PlanRejection.TextMissing("tasks[3].text"));
    }

    @Test
    void aRevisionThatChangesNothingIsRefused() {
        plans.given(
                read("p", List.of(PlanField.THEME), 1),
                revise("p", details(), Map.of(PlanField.THEME, Outcome.DROPPED)),
                tasks("p", set(1, "Việc")));

        assertThat(plans.refused(new ReviseDraft("p", null, Map.of(), List.of(), List.of())))
                .isEqualTo(new PlanRejection.NothingChanges());
        assertThat(plans.refused(revise("p", details(), Map.of(PlanField.THEME, Outcome.DROPPED))))
                .isEqualTo(new PlanRejection.NothingChanges());
        assertThat(plans.refused(tasks("p", set(1, "Việc")))).isEqualTo(new PlanRejection.NothingChanges());
    }

    @Test
    void onlyWhatDiffersIsSaid() {
        plans.given(draft("p"));

        assertThat(plans.when(new ReviseDraft(
                        "p", details(), Map.of(), List.of(set(1, "Việc 1"), set(2, "Khác")), List.of())))
                .containsExactly(new DraftTaskSet("p", UNIT, 2, task(2, "Khác").content(), Outcome.ADDED));
    }

    @Test
    void aDecisionAloneIsAChangeAndMayBeTakenAnotherWayLater() {
        plans.given(read("p", List.of(PlanField.THEME)));

        assertThat(plans.when(
                        new ReviseDraft("p", null, Map.of(PlanField.THEME, Outcome.DROPPED), List.of(), List.of())))
                .containsExactly(
                        new DraftDetailsSet("p", UNIT, PlanDetails.empty(), Map.of(PlanField.THEME, Outcome.DROPPED)));
        PlanDetails after = themed(PlanDetails.empty(), "Đoàn kết");
        assertThat(plans.when(revise("p", after, Map.of(PlanField.THEME, Outcome.ACCEPTED))))
                .containsExactly(new DraftDetailsSet("p", UNIT, after, Map.of(PlanField.THEME, Outcome.ACCEPTED)));
    }

    @Test
    void whoWritesAnotherValueHasDecidedOnTheOneThatWasRead() {
        plans.given(read("p", List.of(PlanField.THEME, PlanField.TITLE)));
        PlanDetails after = themed(PlanDetails.empty(), "Đoàn kết");

        assertThat(plans.when(revise("p", after, Map.of())))
                .containsExactly(new DraftDetailsSet("p", UNIT, after, Map.of(PlanField.THEME, Outcome.CORRECTED)));
        // what was never read needs no decision
        PlanDetails numbered = PlanFixture.with(after, values -> {
            values.number = "1/KH";
            return values;
        });
        assertThat(plans.when(revise("p", numbered, Map.of())))
                .containsExactly(new DraftDetailsSet("p", UNIT, numbered, Map.of()));
    }

    @Test
    void newTasksFollowTheHighestNumberEverUsed() {
        plans.given(read("p", List.of(), 1, 2, 3), dropping("p", 3));

        assertThat(plans.refused(tasks("p", set(5, "Nhảy số")))).isEqualTo(new PlanRejection.TaskNumberSkips(5, 4));
        assertThat(plans.refused(tasks("p", set(4, "A"), set(6, "B"))))
                .isEqualTo(new PlanRejection.TaskNumberSkips(6, 5));
        assertThat(plans.refused(tasks("p", set(0, "Số không")))).isEqualTo(new PlanRejection.TaskNumberSkips(0, 4));
        assertThat(plans.refused(tasks("p", set(4, "A"), set(4, "B")))).isEqualTo(new PlanRejection.TaskNamedTwice(4));
        // in whatever order
        assertThat(plans.when(tasks("p", set(5, "B"), set(4, "A")))).hasSize(2);
        assertThat(plans.refused(tasks("p", set(7, "C")))).isEqualTo(new PlanRejection.TaskNumberSkips(7, 6));
    }

    @Test
    void aDroppedTaskMayBeBroughtBackUnderItsNumber() {
        plans.given(draft("p"), dropping("p", 2));

        assertThat(plans.when(tasks("p", set(2, "Việc 2")))).hasSize(1);
        assertThat(plans.when(dropping("p", 2))).containsExactly(new DraftTaskDropped("p", UNIT, 2));
    }

    @Test
    void onlyTasksThatAreThereAreDropped() {
        plans.given(read("p", List.of(), 1, 2), tasks("p", set(1, "Việc")));

        assertThat(plans.refused(dropping("p", 3))).isEqualTo(new PlanRejection.TaskUnknown(3));
        assertThat(plans.refused(dropping("p", 1, 0))).isEqualTo(new PlanRejection.TaskUnknown(0));
        // one that stands, and one that waits for a decision; named twice it is still one
        assertThat(plans.when(dropping("p", 1, 2, 2)))
                .containsExactly(new DraftTaskDropped("p", UNIT, 1), new DraftTaskDropped("p", UNIT, 2));
        assertThat(plans.refused(dropping("p", 1))).isEqualTo(new PlanRejection.NothingChanges());
    }

    @Test
    void aTaskIsNotSetAndDroppedAtOnce() {
        plans.given(draft("p"));

        assertThat(plans.refused(new ReviseDraft("p", null, Map.of(), List.of(set(1, "Khác")), List.of(1))))
                .isEqualTo(new PlanRejection.TaskSetAndDropped(1));
        assertThat(plans.refused(tasks("p", new RevisedTask(task(1, "Khác"), Outcome.DROPPED))))
                .isEqualTo(new PlanRejection.TaskSetAndDropped(1));
    }

    @Test
    void aDraftThatIsGivenUpNamesItsFilesAndAcceptsNothingMore() {
        plans.given(read("p", List.of(PlanField.THEME)), draft("q"));

        assertThat(plans.when(new DiscardDraft("p")))
                .containsExactly(new DraftDiscarded("p", UNIT, List.of("file", "proposal")));
        assertThat(plans.when(new DiscardDraft("q"))).containsExactly(new DraftDiscarded("q", UNIT, List.of()));
        assertThat(plans.refused(new DiscardDraft("p"))).isEqualTo(new PlanRejection.Discarded());
        assertThat(plans.refused(tasks("q", set(1, "Khác")))).isEqualTo(new PlanRejection.Discarded());
    }
}
