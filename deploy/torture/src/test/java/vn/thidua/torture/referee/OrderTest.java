package vn.thidua.torture.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.thidua.standalone.Rest;
import vn.thidua.torture.load.Act;
import vn.thidua.torture.load.Told;
import vn.thidua.torture.load.Told.Outcome;

/** Histories of concurrent renamings of one unit: which of them look as if one came after the other. */
class OrderTest {

    private static final String UNIT = "unit-1";

    private final Map<Act, Told> acts = new HashMap<>();
    private final List<Store.Event> log = new ArrayList<>(List.of(event(0, "first name")));

    @Test
    void actsThatFollowEachOtherAreInOrder() {
        done("a", 0, 1, 0, 10);
        done("b", 1, 2, 20, 30);
        refused("c", 0, 412, 15, 25);
        assertThat(judged()).matches(Verdict::isClean);
    }

    @Test
    void concurrentActsMayStandInEitherOrder() {
        done("a", 1, 2, 0, 40);
        done("b", 0, 1, 10, 50);
        assertThat(judged()).matches(Verdict::isClean);
    }

    @Test
    void whatWasAcknowledgedAndIsNotThereIsLost() {
        acts.put(act("a", 0), new Told(Outcome.ACKNOWLEDGED, answer(204, 1), 0, 10, 1));
        assertThat(judged().lost()).isEqualTo(1);
    }

    @Test
    void whatIsThereTwiceIsDoubled() {
        done("a", 0, 1, 0, 10);
        log.add(event(2, "a"));
        assertThat(judged().doubled()).isEqualTo(1);
    }

    @Test
    void whatWasRefusedAndIsThereIsFound() {
        refused("a", 0, 412, 0, 10);
        log.add(event(1, "a"));
        assertThat(judged().others()).isPositive();
    }

    @Test
    void anActThatStandsBehindAnotherVersionThanItExpectedIsFound() {
        done("a", 0, 1, 0, 10);
        done("b", 0, 2, 20, 30);
        assertThat(judged().others()).isEqualTo(1);
    }

    @Test
    void whatWasAnsweredBeforeAnotherWasSentMayNotStandBehindIt() {
        done("a", 1, 2, 0, 10);
        done("b", 0, 1, 20, 30);
        assertThat(judged().others()).isEqualTo(1);
    }

    @Test
    void whoeverIsRefusedBecauseOfAnotherWasRefusedAfterThatOneWasSent() {
        refused("a", 0, 412, 0, 10);
        done("b", 0, 1, 20, 30);
        assertThat(judged().others()).isEqualTo(1);
    }

    @Test
    void aHoleInTheStreamIsFound() {
        log.add(event(2, "a"));
        assertThat(judged().others()).isEqualTo(1);
    }

    private Verdict judged() {
        var findings = new Verdict.Findings();
        log.sort(java.util.Comparator.comparingLong(Store.Event::sequence));
        Order.check(Set.of(UNIT), acts, log, findings);
        return findings.verdict();
    }

    private void done(String mark, long expected, long stands, long sent, long answered) {
        acts.put(act(mark, expected), new Told(Outcome.ACKNOWLEDGED, answer(204, stands), sent, answered, 1));
        log.add(event(stands, mark));
    }

    private void refused(String mark, long expected, int status, long sent, long answered) {
        acts.put(act(mark, expected), new Told(Outcome.REFUSED, answer(status, 0), sent, answered, 1));
    }

    private static Act act(String mark, long expected) {
        return new Act("key-" + mark, Act.Kind.RENAME, "/", "{}", mark, UNIT, expected);
    }

    private static Rest.Answer answer(int status, long version) {
        return new Rest.Answer(status, null, "\"" + version + "\"", null, false, "");
    }

    private static Store.Event event(long sequence, String name) {
        return new Store.Event(
                "id-" + sequence, "organization.unit-renamed", sequence, UNIT, sequence, "{\"name\":\"" + name + "\"}");
    }
}
