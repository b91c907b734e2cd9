package vn.thidua.platform.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.junit.jupiter.api.Test;

class LiveAggregatesTest {

    private final LiveAggregates live = new LiveAggregates(2);

    private static EventSourcedAggregate<?> at(long version) {
        EventSourcedAggregate<?> aggregate = mock();
        when(aggregate.version()).thenReturn(version);
        return aggregate;
    }

    private void keep(String id, long version) {
        live.take(id);
        live.giveBack(id, at(version));
    }

    @Test
    void oneIsOutWhileItIsUsedAndStaysOutIfItIsDropped() {
        keep("a", 3);
        assertThat(live.take("a")).isPresent();
        assertThat(live.take("a")).isEmpty();
        live.drop("a");
        assertThat(live.size()).isZero();
    }

    @Test
    void theOneThatWasNotUsedForLongestGoesFirst() {
        keep("a", 0);
        keep("b", 0);
        keep("a", 1);
        keep("c", 0);
        assertThat(live.take("b")).isEmpty();
        assertThat(live.take("a")).isPresent();
        assertThat(live.take("c")).isPresent();
    }

    @Test
    void whatTheTailTellsThrowsOutOnlyWhatIsOlder() {
        keep("a", 3);
        live.seen("a", 3);
        assertThat(live.size()).isEqualTo(1);
        live.seen("a", 4);
        assertThat(live.size()).isZero();
    }

    @Test
    void whatTheTailTellsMeanwhileIsNotForgotten() {
        keep("a", 3);
        var used = live.take("a").orElseThrow();
        live.seen("a", 4);
        // nothing was appended: it comes back at version 3
        live.giveBack("a", used);
        assertThat(live.take("a")).isEmpty();
    }

    @Test
    void nothingComesBackThatWasOutWhenAllWereForgotten() {
        keep("a", 3);
        keep("b", 3);
        var used = live.take("a").orElseThrow();
        live.clear();
        live.giveBack("a", used);
        assertThat(live.size()).isZero();
        keep("a", 4);
        assertThat(live.size()).isEqualTo(1);
    }

    @Test
    void aBoundOfNoneKeepsNone() {
        var none = new LiveAggregates(0);
        none.take("a");
        none.giveBack("a", at(1));
        assertThat(none.size()).isZero();
    }
}
