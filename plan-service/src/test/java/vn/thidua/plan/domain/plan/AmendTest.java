package vn.thidua.plan.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.plan.domain.plan.PlanFixture.ISSUED;
import static vn.thidua.plan.domain.plan.PlanFixture.NUMBER;
import static vn.thidua.plan.domain.plan.PlanFixture.TODAY;
import static vn.thidua.plan.domain.plan.PlanFixture.UNIT;
import static vn.thidua.plan.domain.plan.PlanFixture.details;
import static vn.thidua.plan.domain.plan.PlanFixture.draft;
import static vn.thidua.plan.domain.plan.PlanFixture.linked;
import static vn.thidua.plan.domain.plan.PlanFixture.numbered;
import static vn.thidua.plan.domain.plan.PlanFixture.task;
import static vn.thidua.plan.domain.plan.PlanFixture.themed;
import static vn.thidua.plan.domain.plan.PlanFixture.with;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.domain.plan.PlanCommand.AmendPlan;
import vn.thidua.plan.domain.plan.PlanCommand.IssuePlan;
import vn.thidua.plan.domain.plan.PlanCommand.LinkPlan;
import vn.thidua.plan.domain.plan.PlanDetails.PlanKind;
import vn.thidua.plan.domain.plan.PlanEvent.Changes;
import vn.thidua.plan.domain.plan.PlanEvent.PlanAmended;

class AmendTest {

    private static final String REASON = "Điều chỉnh theo kế hoạch của huyện";

    private final PlanFixture plans = new PlanFixture();

    private static AmendPlan amend(PlanDetails details, PlannedTask... tasks) {
        return amend(ISSUED, details, tasks);
    }

    private static AmendPlan amend(LocalDate effective, PlanDetails details, PlannedTask... tasks) {
        return new AmendPlan("p", REASON, null, details, List.of(tasks), effective, TODAY);
    }

    private static AmendPlan because(String reason, @Nullable CitedDocument document) {
        return new AmendPlan(
                "p", reason, document, themed(details(), "Khác"), List.of(task(1), task(2)), ISSUED, TODAY);
    }

    @Test
    void aNewVersionIsWholeAndSaysWhatDiffers() {
        plans.issued("p");
        CitedDocument decision = new CitedDocument("Quyết định", "40/QĐ-UBND", TODAY, null, null);
        PlanDetails after = themed(details(), "Về đích");

        assertThat(plans.when(
                        new AmendPlan("p", REASON, decision, after, List.of(task(3), task(1, "Khác")), TODAY, TODAY)))
                .containsExactly(new PlanAmended(
                        "p",
                        UNIT,
                        2,
                        REASON,
                        decision,
                        after,
                        List.of(task(1, "Khác"), task(3)),
                        new Changes(List.of(PlanField.THEME), List.of(3), List.of(1), List.of(2)),
                        TODAY));
    }

    @Test
    void theNextVersionStandsOnTheOneBefore() {
        plans.issued("p").given(amend(details(), task(1), task(2, "Hai")));

        assertThat(plans.refused(amend(details(), task(1), task(2, "Hai"))))
                .isEqualTo(new PlanRejection.NothingChanges());
        assertThat(plans.when(amend(details(), task(1), task(2))))
                .singleElement()
                .satisfies(event -> {
                    PlanAmended amended = (PlanAmended) event;
                    assertThat(amended.version()).isEqualTo(3);
                    assertThat(amended.changes()).isEqualTo(new Changes(List.of(), List.of(), List.of(2), List.of()));
                });
    }

    @Test
    void whatChangesNothingIsNoVersion() {
        plans.issued("p");

        assertThat(plans.refused(amend(details(), task(1), task(2)))).isEqualTo(new PlanRejection.NothingChanges());
        // the order in which tasks are given is none of their contents
        assertThat(plans.refused(amend(details(), task(2), task(1)))).isEqualTo(new PlanRejection.NothingChanges());
    }

    @Test
    void numberIssueDateAndKindStay() {
        plans.issued("p");

        assertThat(plans.refused(amend(numbered("16/KH-UBND", ISSUED), task(1))))
                .isEqualTo(new PlanRejection.StaysAsIssued("documentNumber"));
        assertThat(plans.refused(amend(numbered(null, ISSUED), task(1))))
                .isEqualTo(new PlanRejection.StaysAsIssued("documentNumber"));
        assertThat(plans.refused(amend(numbered(NUMBER, ISSUED.plusDays(1)), task(1))))
                .isEqualTo(new PlanRejection.StaysAsIssued("issueDate"));
        PlanDetails campaign = with(details(), values -> {
            values.kind = PlanKind.CAMPAIGN;
            return values;
        });
        assertThat(plans.refused(amend(campaign, task(1)))).isEqualTo(new PlanRejection.StaysAsIssued("kind"));
    }

    @Test
    void anAmendmentHasAReason() {
        plans.issued("p");

        assertThat(plans.refused(because(" ", null))).isEqualTo(new PlanRejection.TextMissing("reason"));
        assertThat(plans.refused(because("x".repeat(ContentCheck.TEXT_MOST + 1), null)))
                .isEqualTo(new PlanRejection.TextTooLong("reason", ContentCheck.TEXT_MOST));
        CitedDocument wrong = new CitedDocument("Quyết định", "1".repeat(201), null, null, null);
        assertThat(plans.refused(because(REASON, wrong)))
                .isEqualTo(new PlanRejection.TextTooLong("document.number", 200));
    }

    @Test
    void aVersionTakesEffectNotBeforeTheIssueNorBeforeTheVersionBefore() {
        plans.issued("p");
        PlanDetails second = themed(details(), "Hai");
        PlanDetails third = themed(details(), "Ba");

        assertThat(plans.refused(amend(ISSUED.minusDays(1), second, task(1))))
                .isEqualTo(new PlanRejection.EffectiveTooEarly(ISSUED));
        plans.given(amend(TODAY, second, task(1)));
        assertThat(plans.refused(amend(TODAY.minusDays(1), third, task(1))))
                .isEqualTo(new PlanRejection.EffectiveTooEarly(TODAY));
        assertThat(plans.when(amend(TODAY, third, task(1)))).hasSize(1);
    }

    @Test
    void aVersionIsNotMadeForADayToCome() {
        plans.issued("p");
        PlanDetails after = themed(details(), "Khác");

        assertThat(plans.refused(amend(TODAY.plusDays(1), after, task(1))))
                .isEqualTo(new PlanRejection.EffectiveTooLate(TODAY));
        assertThat(plans.when(amend(TODAY, after, task(1)))).hasSize(1);
    }

    @Test
    void theNumberOfAWithdrawnTaskIsNotUsedAgain() {
        plans.issued("p").given(amend(details(), task(1)));

        assertThat(plans.refused(amend(details(), task(1), task(2)))).isEqualTo(new PlanRejection.TaskNumberUsed(2, 3));
        assertThat(plans.refused(amend(details(), task(1), task(4))))
                .isEqualTo(new PlanRejection.TaskNumberSkips(4, 3));
        assertThat(plans.refused(amend(details(), task(1), task(0))))
                .isEqualTo(new PlanRejection.TaskNumberSkips(0, 3));
        assertThat(plans.refused(amend(details(), task(1), task(1, "Khác"))))
                .isEqualTo(new PlanRejection.TaskNamedTwice(1));
        assertThat(plans.when(amend(details(), task(1), task(4), task(3)))).hasSize(1);
    }

    @Test
    void aNumberThatWasDroppedFromTheDraftIsNotUsedAgainEither() {
        plans.given(draft("p", details(), task(1), task(2)), PlanFixture.dropping("p", 2), new IssuePlan("p", TODAY));

        assertThat(plans.refused(amend(details(), task(1), task(2)))).isEqualTo(new PlanRejection.TaskNumberUsed(2, 3));
    }

    @Test
    void aVersionIsAsCompleteAsAPlanThatIsIssued() {
        plans.issued("p");
        PlanDetails nobody = with(details(), values -> {
            values.recipients = List.of();
            values.signatory = null;
            return values;
        });

        assertThat(plans.refused(amend(nobody)))
                .isEqualTo(new PlanRejection.Incomplete(
                        List.of("recipients", "signatory.position", "signatory.name", "tasks"), List.of()));
        assertThat(plans.refused(amend(details(), task(1, " "))))
                .isEqualTo(new PlanRejection.TextMissing("tasks[1].text"));
    }

    @Test
    void aDraftIsEditedNotAmended() {
        plans.given(draft("p"));

        assertThat(plans.refused(amend(details(), task(1)))).isEqualTo(new PlanRejection.NotIssued());
    }

    @Test
    void aPlanAboveThatANewVersionNamesMustHaveBeenIssued() {
        plans.issued("p").given(draft("q", numbered("16/KH-UBND", ISSUED)));
        String field = "implementsDocuments[0].plan";

        assertThat(plans.refused(amend(linked("q"), task(1)))).isEqualTo(new PlanRejection.NoSuchPlan(field));
        assertThat(plans.refused(amend(linked("unknown"), task(1)))).isEqualTo(new PlanRejection.NoSuchPlan(field));
        assertThat(plans.refused(amend(linked("p"), task(1)))).isEqualTo(new PlanRejection.SamePlan(field));
        plans.given(new IssuePlan("q", TODAY), new LinkPlan("q", 0, "p"));
        assertThat(plans.refused(amend(linked("q"), task(1)))).isEqualTo(new PlanRejection.CircleClosed(field));
        plans.given(new LinkPlan("q", 0, null));
        assertThat(plans.when(amend(linked("q"), task(1)))).singleElement().satisfies(event -> assertThat(
                        ((PlanAmended) event).changes().fields())
                .containsExactly(PlanField.IMPLEMENTS));
    }
}
