package vn.thidua.plan.react;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.EventSamples;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.platform.processing.LoggedEvent;

class WhenDraftDiscardedEraseFilesTest {

    private final List<String> erased = new ArrayList<>();
    private final WhenDraftDiscardedEraseFiles policy = new WhenDraftDiscardedEraseFiles(erased::add);

    private static LoggedEvent event(Object payload) {
        return new LoggedEvent(
                "e", payload, "Plan", EventSamples.PLAN, 1, 7, Instant.parse("2026-01-05T01:00:00Z"), Map.of());
    }

    @Test
    void theFilesOfADraftThatIsGivenUpGoHoweverOftenItIsTold() {
        LoggedEvent discarded =
                event(new PlanEvent.DraftDiscarded(EventSamples.PLAN, EventSamples.UNIT, List.of("file", "proposal")));

        assertThat(policy.on(discarded)).isEmpty();
        assertThat(policy.on(discarded)).isEmpty();
        assertThat(Set.copyOf(erased)).containsExactlyInAnyOrder("file", "proposal");
    }

    @Test
    void nothingElseTakesFilesAway() {
        EventSamples.plans().stream()
                .filter(each -> !(each instanceof PlanEvent.DraftDiscarded))
                .forEach(each -> assertThat(policy.on(event(each))).isEmpty());
        EventSamples.taskEvents()
                .forEach(each -> assertThat(policy.on(event(each))).isEmpty());
        assertThat(erased).isEmpty();
    }
}
