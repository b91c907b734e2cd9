package vn.thidua.plan.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.plan.domain.plan.PlanFixture.details;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.EventSamples;

class UndecidedTest {

    private static final Undecided ALL = Undecided.in(DraftSource.document(
            "file", "proposal", Set.of(PlanField.THEME, PlanField.TITLE, PlanField.RECIPIENTS), List.of(2, 1, 3)));

    @Test
    void atFirstItIsAllThatWasReadInOrder() {
        assertThat(ALL.fields()).containsExactly(PlanField.TITLE, PlanField.THEME, PlanField.RECIPIENTS);
        assertThat(ALL.tasks()).containsExactly(1, 2, 3);
        assertThat(Undecided.in(DraftSource.copy("q")).areNone()).isTrue();
    }

    @Test
    void whateverIsDecidedOnGoes() {
        Undecided left = ALL.after(new PlanEvent.DraftDetailsSet(
                        "p", "u", details(), Map.of(PlanField.THEME, Outcome.DROPPED, PlanField.YEAR, Outcome.ADDED)))
                .after(new PlanEvent.DraftTaskSet("p", "u", 2, PlanFixture.content("Hai"), Outcome.CORRECTED))
                .after(new PlanEvent.DraftTaskDropped("p", "u", 3))
                .after(new PlanEvent.DraftTaskDropped("p", "u", 4));

        assertThat(left).isEqualTo(new Undecided(Set.of(PlanField.TITLE, PlanField.RECIPIENTS), List.of(1)));
        assertThat(left.areNone()).isFalse();
    }

    @Test
    void whatHappensToAnIssuedPlanDecidesNothing() {
        for (PlanEvent event : EventSamples.plans()) {
            if (event instanceof PlanEvent.PlanIssued || event instanceof PlanEvent.PlanLinked) {
                assertThat(ALL.after(event)).isEqualTo(ALL);
            }
        }
    }
}
