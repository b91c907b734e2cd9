package vn.thidua.plan.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.plan.domain.plan.PlanFixture.ISSUED;
import static vn.thidua.plan.domain.plan.PlanFixture.TODAY;
import static vn.thidua.plan.domain.plan.PlanFixture.UNIT;
import static vn.thidua.plan.domain.plan.PlanFixture.draft;
import static vn.thidua.plan.domain.plan.PlanFixture.linked;
import static vn.thidua.plan.domain.plan.PlanFixture.numbered;
import static vn.thidua.plan.domain.plan.PlanFixture.revise;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.domain.plan.PlanCommand.ClosePlan;
import vn.thidua.plan.domain.plan.PlanCommand.IssuePlan;
import vn.thidua.plan.domain.plan.PlanCommand.LinkPlan;
import vn.thidua.plan.domain.plan.PlanEvent.DraftDetailsSet;
import vn.thidua.plan.domain.plan.PlanEvent.PlanLinked;

class LinkTest {

    private final PlanFixture plans = new PlanFixture();

    @BeforeEach
    void twoIssuedPlansAndADraft() {
        plans.issued("p")
                .given(
                        draft("above", numbered("210/KH-UBND", ISSUED)),
                        new IssuePlan("above", TODAY),
                        draft("draft", numbered("16/KH-UBND", ISSUED)));
    }

    @Test
    void aCitedDocumentIsLinkedToAPlanAndTheLinkIsTakenAway() {
        assertThat(plans.when(new LinkPlan("p", 0, "above"))).containsExactly(new PlanLinked("p", UNIT, 0, "above"));
        assertThat(plans.refused(new LinkPlan("p", 0, "above"))).isEqualTo(new PlanRejection.NothingChanges());
        assertThat(plans.when(new LinkPlan("p", 0, null))).containsExactly(new PlanLinked("p", UNIT, 0, null));
        assertThat(plans.refused(new LinkPlan("p", 0, null))).isEqualTo(new PlanRejection.NothingChanges());
    }

    @Test
    void inADraftTheLinkIsOneOfItsValues() {
        assertThat(plans.when(new LinkPlan("draft", 0, "above")))
                .singleElement()
                .satisfies(event -> {
                    DraftDetailsSet set = (DraftDetailsSet) event;
                    assertThat(set.details().linked()).containsExactly("above");
                    assertThat(set.decided()).isEmpty();
                });
        // which a person may set another way later
        plans.when(revise("draft", numbered("16/KH-UBND", ISSUED), Map.of()));
    }

    @Test
    void onlyWhatIsCitedIsLinked() {
        assertThat(plans.refused(new LinkPlan("p", 1, "above"))).isEqualTo(new PlanRejection.NoSuchCitation(1));
        assertThat(plans.refused(new LinkPlan("p", -1, null))).isEqualTo(new PlanRejection.NoSuchCitation(-1));
    }

    @Test
    void thePlanAboveHasBeenIssuedAndIsAnotherOne() {
        assertThat(plans.refused(new LinkPlan("p", 0, "nowhere"))).isEqualTo(new PlanRejection.NoSuchPlan("above"));
        assertThat(plans.refused(new LinkPlan("p", 0, "draft"))).isEqualTo(new PlanRejection.NoSuchPlan("above"));
        assertThat(plans.refused(new LinkPlan("p", 0, "p"))).isEqualTo(new PlanRejection.SamePlan("above"));
        // one that is over still is what was implemented
        plans.given(new ClosePlan("above", null, TODAY, TODAY));
        assertThat(plans.when(new LinkPlan("p", 0, "above"))).hasSize(1);
    }

    @Test
    void twoPlansDoNotImplementEachOther() {
        plans.given(new LinkPlan("p", 0, "above"));

        assertThat(plans.refused(new LinkPlan("above", 0, "p"))).isEqualTo(new PlanRejection.CircleClosed("above"));
        plans.given(new LinkPlan("p", 0, null));
        assertThat(plans.when(new LinkPlan("above", 0, "p"))).hasSize(1);
    }

    @Test
    void aLinkOfTheDraftCountsOnceItIsIssued() {
        plans.given(draft("below", numbered17(linked("above"))), new IssuePlan("below", TODAY));

        assertThat(plans.refused(new LinkPlan("above", 0, "below"))).isEqualTo(new PlanRejection.CircleClosed("above"));
    }

    private static PlanDetails numbered17(PlanDetails details) {
        return PlanFixture.with(details, values -> {
            values.number = "17/KH-UBND";
            return values;
        });
    }
}
