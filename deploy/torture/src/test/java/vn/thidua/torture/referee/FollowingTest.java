package vn.thidua.torture.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.thidua.torture.referee.Topic.Sent;

/** A topic beside its store. */
class FollowingTest {

    private static final List<Store.Event> LOG =
            List.of(event("e0", 0, "u1"), event("e1", 1, "u2"), event("e2", 2, "u1"));

    @Test
    void aTopicThatTellsEverythingInOrderFollows() {
        assertThat(judged(sent("e0", 0, "u1"), sent("e1", 1, "u2"), sent("e2", 2, "u1")))
                .matches(Verdict::isClean);
    }

    @Test
    void aRecordMayComeAgainUnderItsId() {
        assertThat(judged(sent("e0", 0, "u1"), sent("e1", 1, "u2"), sent("e0", 0, "u1"), sent("e2", 2, "u1")))
                .matches(Verdict::isClean);
    }

    @Test
    void whatIsNotToldIsSkipped() {
        assertThat(judged(sent("e0", 0, "u1"), sent("e2", 2, "u1")).skipped()).isEqualTo(1);
    }

    @Test
    void whatTheStoreDoesNotKnowIsLost() {
        assertThat(judged(sent("e0", 0, "u1"), sent("e1", 1, "u2"), sent("e2", 2, "u1"), sent("e9", 3, "u3"))
                        .lost())
                .isEqualTo(1);
    }

    @Test
    void theSameUnderAnotherIdIsDoubled() {
        assertThat(judged(
                                sent("e0", 0, "u1"),
                                sent("e1", 1, "u2"),
                                sent("e2", 2, "u1"),
                                new Sent("e2/1", "vn.thidua.organization.UnitRenamedV1", "unit/u1", 2))
                        .doubled())
                .isEqualTo(1);
    }

    @Test
    void whatComesForTheFirstTimeBehindALaterOneOfItsAggregateIsFound() {
        assertThat(judged(sent("e1", 1, "u2"), sent("e2", 2, "u1"), sent("e0", 0, "u1"))
                        .skipped())
                .isEqualTo(1);
    }

    private static Verdict judged(Sent... topic) {
        var findings = new Verdict.Findings();
        Following.check(
                "organization", LOG, List.of(topic), Map.of("organization.unit-renamed", "UnitRenamedV1"), findings);
        return findings.verdict();
    }

    private static Store.Event event(String id, long position, String unit) {
        return new Store.Event(id, "organization.unit-renamed", position, unit, position, "{}");
    }

    private static Sent sent(String id, long position, String unit) {
        return new Sent(id + "/0", "vn.thidua.organization.UnitRenamedV1", "unit/" + unit, position);
    }
}
