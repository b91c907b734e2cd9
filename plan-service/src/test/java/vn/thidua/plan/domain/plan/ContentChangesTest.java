package vn.thidua.plan.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.plan.domain.plan.PlanFixture.details;
import static vn.thidua.plan.domain.plan.PlanFixture.task;
import static vn.thidua.plan.domain.plan.PlanFixture.themed;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.EventSamples;
import vn.thidua.plan.domain.plan.PlanEvent.Changes;

class ContentChangesTest {

    @Test
    void equalContentsDifferInNothing() {
        assertThat(ContentChanges.between(
                                EventSamples.details(),
                                EventSamples.tasks(),
                                EventSamples.details(),
                                EventSamples.tasks().reversed())
                        .areNone())
                .isTrue();
    }

    @Test
    void eachValueThatDiffersIsNamed() {
        // the sample has every value, the empty one none
        assertThat(ContentChanges.fields(PlanDetails.empty(), EventSamples.details()))
                .containsExactly(PlanField.values());
        assertThat(ContentChanges.fields(details(), themed(details(), "Khác"))).containsExactly(PlanField.THEME);
        assertThat(ContentChanges.fields(themed(details(), "Khác"), details())).containsExactly(PlanField.THEME);
    }

    @Test
    void tasksAreComparedByTheirNumbers() {
        assertThat(ContentChanges.between(
                        details(),
                        List.of(task(1), task(2), task(4)),
                        details(),
                        List.of(task(6), task(5), task(4, "Khác"), task(1))))
                .isEqualTo(new Changes(List.of(), List.of(5, 6), List.of(4), List.of(2)));
    }

    @Test
    void everyFieldIsCalledAsInTheDetails() {
        List<String> components = Arrays.stream(PlanDetails.class.getRecordComponents())
                .map(component -> component.getName())
                .toList();

        assertThat(components)
                .containsAll(
                        Arrays.stream(PlanField.values()).map(PlanField::path).toList());
        // the kind alone is no value that is read and confirmed
        assertThat(components).hasSize(PlanField.values().length + 1);
    }
}
