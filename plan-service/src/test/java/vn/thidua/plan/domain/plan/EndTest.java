package vn.thidua.plan.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.plan.domain.plan.PlanFixture.ISSUED;
import static vn.thidua.plan.domain.plan.PlanFixture.NUMBER;
import static vn.thidua.plan.domain.plan.PlanFixture.TODAY;
import static vn.thidua.plan.domain.plan.PlanFixture.UNIT;
import static vn.thidua.plan.domain.plan.PlanFixture.day;
import static vn.thidua.plan.domain.plan.PlanFixture.details;
import static vn.thidua.plan.domain.plan.PlanFixture.draft;
import static vn.thidua.plan.domain.plan.PlanFixture.dropping;
import static vn.thidua.plan.domain.plan.PlanFixture.numbered;
import static vn.thidua.plan.domain.plan.PlanFixture.revise;
import static vn.thidua.plan.domain.plan.PlanFixture.task;
import static vn.thidua.plan.domain.plan.PlanFixture.themed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.domain.plan.PlanCommand.AmendPlan;
import vn.thidua.plan.domain.plan.PlanCommand.ClosePlan;
import vn.thidua.plan.domain.plan.PlanCommand.DiscardDraft;
import vn.thidua.plan.domain.plan.PlanCommand.IssuePlan;
import vn.thidua.plan.domain.plan.PlanCommand.LinkPlan;
import vn.thidua.plan.domain.plan.PlanCommand.SupersedePlan;
import vn.thidua.plan.domain.plan.PlanEvent.PlanClosed;
import vn.thidua.plan.domain.plan.PlanEvent.PlanSuperseded;

class EndTest {

    private final PlanFixture plans = new PlanFixture();

    private static CitedDocument newPlan(@Nullable String number, @Nullable String plan) {
        return new CitedDocument("Kế hoạch", number, day("2024-07-01"), "UBND xã An Bình", plan);
    }

    private static SupersedePlan supersede(String plan, CitedDocument by) {
        return supersede(plan, by, TODAY);
    }

    private static SupersedePlan supersede(String plan, CitedDocument by, LocalDate effective) {
        return new SupersedePlan(plan, by, "Xã được sắp xếp lại", effective, TODAY);
    }

    private static ClosePlan close(String plan, LocalDate lastDay) {
        return new ClosePlan(plan, "Đã tổng kết", lastDay, TODAY);
    }

    private static AmendPlan amend(LocalDate effective) {
        return new AmendPlan("p", "Lý do", null, details(), List.of(task(1), task(3)), effective, TODAY);
    }

    @Test
    void aClosedPlanNamesTheTasksOfItsLastVersion() {
        plans.issued("p").given(amend(ISSUED));

        assertThat(plans.when(close("p", TODAY)))
                .containsExactly(new PlanClosed("p", UNIT, NUMBER, "Đã tổng kết", TODAY, List.of(1, 3)));
    }

    @Test
    void aPlanIsClosedOnADayOnWhichItStood() {
        plans.issued("p").given(amend(TODAY));

        assertThat(plans.refused(close("p", TODAY.minusDays(1)))).isEqualTo(new PlanRejection.EffectiveTooEarly(TODAY));
        assertThat(plans.refused(close("p", day("2025-01-11"))))
                .isEqualTo(new PlanRejection.EffectiveTooLate(day("2025-01-10")));
        assertThat(plans.refused(new ClosePlan("p", "x".repeat(ContentCheck.TEXT_MOST + 1), day("2024-03-01"), TODAY)))
                .isEqualTo(new PlanRejection.TextTooLong("note", ContentCheck.TEXT_MOST));
        assertThat(plans.when(close("p", day("2024-03-01")))).hasSize(1);
    }

    @Test
    void aDocumentOutsideTheSystemTakesThePlaceOfAPlan() {
        plans.issued("p");
        CitedDocument by = newPlan("88/KH-UBND", null);

        assertThat(plans.when(supersede("p", by, day("2024-07-01"))))
                .containsExactly(new PlanSuperseded(
                        "p", UNIT, NUMBER, by, "Xã được sắp xếp lại", day("2024-07-01"), List.of(1, 2)));
    }

    @Test
    void aPlanOfTheSystemThatTakesItsPlaceMustHold() {
        plans.issued("p")
                .given(
                        draft("draft", numbered("16/KH-UBND", ISSUED)),
                        draft("closed", numbered("17/KH-UBND", ISSUED)),
                        new IssuePlan("closed", TODAY),
                        close("closed", TODAY),
                        draft("new", numbered("18/KH-UBND", ISSUED)),
                        new IssuePlan("new", TODAY));

        assertThat(plans.refused(supersede("p", newPlan(null, "nowhere"))))
                .isEqualTo(new PlanRejection.NoSuchPlan("by.plan"));
        assertThat(plans.refused(supersede("p", newPlan(null, "draft"))))
                .isEqualTo(new PlanRejection.NoSuchPlan("by.plan"));
        assertThat(plans.refused(supersede("p", newPlan(null, "p")))).isEqualTo(new PlanRejection.SamePlan("by.plan"));
        assertThat(plans.refused(supersede("p", newPlan(null, "closed"))))
                .isEqualTo(new PlanRejection.PlanHasEnded("by.plan"));
        assertThat(plans.when(supersede("p", newPlan(null, "new")))).hasSize(1);
        // and neither can it be superseded by what it has replaced
        assertThat(plans.refused(supersede("new", newPlan(null, "p"))))
                .isEqualTo(new PlanRejection.PlanHasEnded("by.plan"));
    }

    @Test
    void whatTakesItsPlaceIsNamedAndThereIsAReason() {
        plans.issued("p");

        assertThat(plans.refused(supersede("p", newPlan(" ", null))))
                .isEqualTo(new PlanRejection.TextMissing("by.number"));
        assertThat(plans.refused(new SupersedePlan("p", newPlan("88/KH", null), "", TODAY, TODAY)))
                .isEqualTo(new PlanRejection.TextMissing("reason"));
        assertThat(plans.refused(supersede("p", newPlan("88/KH", null), ISSUED.minusDays(1))))
                .isEqualTo(new PlanRejection.EffectiveTooEarly(ISSUED));
    }

    @Test
    void aDraftNeitherEndsNorIsReplaced() {
        plans.given(draft("p"));

        assertThat(plans.refused(close("p", TODAY))).isEqualTo(new PlanRejection.NotIssued());
        assertThat(plans.refused(supersede("p", newPlan("88/KH", null)))).isEqualTo(new PlanRejection.NotIssued());
    }

    @Test
    void nothingMoreIsDoneToAPlanThatIsOver() {
        plans.issued("p").given(draft("other", numbered("16/KH-UBND", ISSUED)), new IssuePlan("other", TODAY));
        plans.given(supersede("p", newPlan("88/KH-UBND", null)), close("other", TODAY));

        for (Object act : acts("p")) {
            assertThat(plans.refused(act))
                    .isEqualTo(new PlanRejection.Superseded("88/KH-UBND", TODAY))
                    .satisfies(no -> assertThat(no.vietnamese()).contains("88/KH-UBND", "10/01/2024"));
        }
        for (Object act : acts("other")) {
            assertThat(plans.refused(act)).isEqualTo(new PlanRejection.Closed(TODAY));
        }
    }

    @Test
    void nothingMoreIsDoneToADiscardedDraft() {
        plans.given(draft("p"), new DiscardDraft("p"));

        for (Object act : acts("p")) {
            assertThat(plans.refused(act)).isEqualTo(new PlanRejection.Discarded());
        }
    }

    private static List<Object> acts(String plan) {
        return List.of(
                revise(plan, themed(details(), "Khác"), Map.of()),
                dropping(plan, 1),
                new DiscardDraft(plan),
                new IssuePlan(plan, TODAY),
                new AmendPlan(plan, "Lý do", null, themed(details(), "Khác"), List.of(task(1)), TODAY, TODAY),
                supersede(plan, newPlan("89/KH", null)),
                close(plan, TODAY),
                new LinkPlan(plan, 0, null));
    }
}
