package vn.thidua.plan.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.thidua.plan.domain.plan.PlanFixture.ISSUED;
import static vn.thidua.plan.domain.plan.PlanFixture.NUMBER;
import static vn.thidua.plan.domain.plan.PlanFixture.TODAY;
import static vn.thidua.plan.domain.plan.PlanFixture.UNIT;
import static vn.thidua.plan.domain.plan.PlanFixture.day;
import static vn.thidua.plan.domain.plan.PlanFixture.details;
import static vn.thidua.plan.domain.plan.PlanFixture.draft;
import static vn.thidua.plan.domain.plan.PlanFixture.dropping;
import static vn.thidua.plan.domain.plan.PlanFixture.linked;
import static vn.thidua.plan.domain.plan.PlanFixture.numbered;
import static vn.thidua.plan.domain.plan.PlanFixture.read;
import static vn.thidua.plan.domain.plan.PlanFixture.revise;
import static vn.thidua.plan.domain.plan.PlanFixture.set;
import static vn.thidua.plan.domain.plan.PlanFixture.task;
import static vn.thidua.plan.domain.plan.PlanFixture.tasks;
import static vn.thidua.plan.domain.plan.PlanFixture.themed;
import static vn.thidua.plan.domain.plan.PlanFixture.with;

import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.plan.domain.plan.NumberEvent.NumberTaken;
import vn.thidua.plan.domain.plan.PlanCommand.ClosePlan;
import vn.thidua.plan.domain.plan.PlanCommand.DiscardDraft;
import vn.thidua.plan.domain.plan.PlanCommand.DraftPlan;
import vn.thidua.plan.domain.plan.PlanCommand.IssuePlan;
import vn.thidua.plan.domain.plan.PlanDetails.Signatory;
import vn.thidua.plan.domain.plan.PlanEvent.PlanIssued;
import vn.thidua.plan.domain.plan.PlanRejection.Incomplete;

class IssueTest {

    private final PlanFixture plans = new PlanFixture();

    private static IssuePlan issue(String plan) {
        return new IssuePlan(plan, TODAY);
    }

    @Test
    void aPlanIsIssuedInFullAndItsNumberIsTakenInTheSameCommit() {
        plans.given(draft("p"));

        assertThat(plans.when(issue("p")))
                .containsExactly(
                        new PlanIssued("p", UNIT, details(), List.of(task(1), task(2))),
                        new NumberTaken(PlanNumber.idOf(UNIT, 2024, NUMBER), UNIT, 2024, NUMBER, "p"));
    }

    @Test
    void whatIsIssuedIsTheDraftAsItWasLeft() {
        PlanDetails after = themed(details(), "Đoàn kết");
        plans.given(
                read("p", List.of(PlanField.THEME), 1, 2, 3),
                revise("p", after, Map.of(PlanField.THEME, Outcome.ACCEPTED)),
                tasks("p", set(2, "Hai"), set(1, "Một")),
                dropping("p", 3));

        assertThat(plans.when(issue("p")).getFirst())
                .isEqualTo(new PlanIssued("p", UNIT, after, List.of(task(1, "Một"), task(2, "Hai"))));
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        plans.given(new DraftPlan("p", UNIT, DraftSource.hand(), PlanDetails.empty(), List.of()));

        assertThat(plans.refused(issue("p")))
                .isEqualTo(new Incomplete(
                        List.of(
                                "documentNumber",
                                "issueDate",
                                "recipients",
                                "signatory.position",
                                "signatory.name",
                                "tasks"),
                        List.of()))
                .satisfies(no -> {
                    assertThat(no.field()).contains("documentNumber");
                    assertThat(no.vietnamese())
                            .contains(
                                    "số, ký hiệu văn bản",
                                    "ngày ban hành",
                                    "nơi nhận",
                                    "chức vụ người ký",
                                    "họ tên người ký",
                                    "nhiệm vụ",
                                    "Hãy bổ sung");
                });
    }

    @Test
    void aBlankIsNoNumberAndNoSignatory() {
        plans.given(draft("p", with(numbered(" ", ISSUED), values -> {
            values.signatory = new Signatory("CHỦ TỊCH", " ");
            return values;
        })));

        assertThat(plans.refused(issue("p")))
                .isEqualTo(new Incomplete(List.of("documentNumber", "signatory.name"), List.of()));
    }

    @Test
    void aDraftWithoutANumberIsIssuedOnceItHasOne() {
        plans.given(draft("p", numbered(null, ISSUED)));

        assertThat(plans.refused(issue("p"))).isEqualTo(new Incomplete(List.of("documentNumber"), List.of()));
        plans.given(revise("p", details(), Map.of()));
        assertThat(plans.when(issue("p"))).hasSize(2);
    }

    @Test
    void whatWasReadAndNotDecidedOnKeepsAPlanFromBeingIssued() {
        plans.given(
                read("p", List.of(PlanField.THEME, PlanField.RECIPIENTS), 1, 2),
                tasks("p", set(1, "Một")),
                revise("p", themed(details(), "Đoàn kết"), Map.of(PlanField.RECIPIENTS, Outcome.CORRECTED)));

        // the theme was set, so it was decided on
        assertThat(plans.refused(issue("p")))
                .isEqualTo(new Incomplete(List.of(), List.of("tasks[2]")))
                .satisfies(no -> {
                    assertThat(no.field()).contains("tasks[2]");
                    assertThat(no.vietnamese()).contains("chưa được xác nhận: nhiệm vụ 2");
                });
        plans.given(dropping("p", 2));
        assertThat(plans.when(issue("p"))).hasSize(2);
    }

    @Test
    void whatWaitsForADecisionIsNotCalledMissing() {
        plans.given(read("p", List.of(PlanField.DOCUMENT_NUMBER, PlanField.SIGNATORY, PlanField.THEME), 1, 2));

        assertThat(plans.refused(issue("p")))
                .isEqualTo(new Incomplete(
                        List.of("issueDate", "recipients"),
                        List.of("documentNumber", "theme", "signatory", "tasks[1]", "tasks[2]")))
                .satisfies(no -> assertThat(no.vietnamese())
                        .contains("Còn thiếu: ngày ban hành; nơi nhận.")
                        .contains("chưa được xác nhận: số, ký hiệu văn bản; chủ đề; người ký; nhiệm vụ 1, 2."));
    }

    @Test
    void aPlanIsNotIssuedWithALaterDate() {
        plans.given(draft("p", numbered(NUMBER, TODAY.plusDays(1))), draft("q", numbered(NUMBER, TODAY)));

        assertThat(plans.refused(issue("p"))).isEqualTo(new PlanRejection.IssueDateAhead(TODAY));
        assertThat(plans.when(issue("q"))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15/KH-UBND",
                " 15 / kh - ubnd",
                "15/KH–UBND",
                "15/Kh—Ubnd",
                "15/KH\u2011UBND",
                "15/KH\u00a0-\u200bUBND"
            })
    void aNumberIsUsedOnceByAnIssuerInAYearHoweverItIsWritten(String number) {
        plans.issued("p").given(draft("q", numbered(number, ISSUED.plusDays(2))));

        assertThat(plans.refused(issue("q"))).isEqualTo(new PlanRejection.NumberUsed(number, 2024));
    }

    @Test
    void anotherNumberAnotherYearAndAnotherIssuerAreFree() {
        plans.issued("p")
                .given(
                        draft("other number", numbered("16/KH-UBND", ISSUED)),
                        draft("other year", numbered(NUMBER, day("2023-12-31"))),
                        new DraftPlan("other unit", "huyện", DraftSource.hand(), details(), List.of(task(1))));

        for (String plan : List.of("other number", "other year", "other unit")) {
            assertThat(plans.when(issue(plan))).as(plan).hasSize(2);
        }
    }

    @Test
    void aNumberStaysUsedWhenThePlanIsOver() {
        plans.issued("p").given(new ClosePlan("p", null, TODAY, TODAY), draft("q"));

        assertThat(plans.refused(issue("q"))).isEqualTo(new PlanRejection.NumberUsed(NUMBER, 2024));
    }

    @Test
    void aDraftTakesNoNumber() {
        plans.given(draft("p"), draft("q"), draft("r"), new DiscardDraft("r"));

        assertThat(plans.when(issue("q"))).hasSize(2);
        assertThat(plans.refused(issue("p"))).isEqualTo(new PlanRejection.NumberUsed(NUMBER, 2024));
    }

    @Test
    void aPlanIsIssuedOnceAndThenAmendedNotEdited() {
        plans.issued("p");

        for (Object edit : List.of(
                issue("p"),
                revise("p", themed(details(), "Khác"), Map.of()),
                tasks("p", set(1, "Khác")),
                dropping("p", 1),
                new DiscardDraft("p"))) {
            assertThat(plans.refused(edit))
                    .isEqualTo(new PlanRejection.IssuedNotEdited(NUMBER))
                    .satisfies(no ->
                            assertThat(no.vietnamese()).contains("không sửa được nữa, chỉ được điều chỉnh", NUMBER));
        }
    }

    @Test
    void aDiscardedDraftIsNotIssued() {
        plans.given(draft("p"), new DiscardDraft("p"));

        assertThat(plans.refused(issue("p"))).isEqualTo(new PlanRejection.Discarded());
    }

    @Test
    void aPlanThatIsNotThereIsSaidSo() {
        assertThat(catchThrowable(() -> plans.when(issue("nowhere")))).isInstanceOf(AggregateNotFoundException.class);
    }

    @Test
    void thePlanAboveThatADraftNamesMustHaveBeenIssued() {
        plans.issued("above")
                .given(
                        draft("draft above", numbered("1/KH", ISSUED)),
                        draft("p", with(linked("above"), values -> {
                            values.number = "16/KH-UBND";
                            return values;
                        })),
                        draft("nowhere", linked("unknown")),
                        draft("on a draft", linked("draft above")),
                        draft("on itself", linked("on itself")));

        assertThat(plans.when(issue("p"))).hasSize(2);
        String field = "implementsDocuments[0].plan";
        assertThat(plans.refused(issue("nowhere"))).isEqualTo(new PlanRejection.NoSuchPlan(field));
        assertThat(plans.refused(issue("on a draft"))).isEqualTo(new PlanRejection.NoSuchPlan(field));
        assertThat(plans.refused(issue("on itself"))).isEqualTo(new PlanRejection.SamePlan(field));
    }
}
