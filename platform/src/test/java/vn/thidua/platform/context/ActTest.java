package vn.thidua.platform.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActTest {

    @Test
    void itIsReadBackAsItWas() {
        var full = new Act("p", List.of("OFFICER@u", "LEADER@u"), "u", "r", "c", "e");
        var bare = new Act(Act.SYSTEM, List.of(), null, "r", "c", null);
        assertThat(Act.of(full.toMetadata())).isEqualTo(full);
        assertThat(Act.of(bare.toMetadata())).isEqualTo(bare);
        assertThat(bare.toMetadata()).containsOnlyKeys("actor", "request", "correlation");
    }

    @Test
    void anEventThatNobodyAskedForIsNotAscribedToAnybody() {
        assertThatThrownBy(() -> Act.of(Map.of("request", "r", "correlation", "c")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("actor");
    }

    @Test
    void whatFollowsFromAnEventNamesItAsItsCause() {
        assertThat(Act.after("e", "c")).isEqualTo(new Act("system", List.of(), null, "e", "c", "e"));
        assertThat(Act.after("e", null).correlation()).isEqualTo("e");
    }

    @Test
    void bothPersonsStandInTheMetadataOfWhatOneDidForTheOther() {
        var act = new Act("deputy", List.of("LEADER@u1"), "u1", "r1", "c1", null, "chair");

        assertThat(act.toMetadata()).containsEntry("actor", "deputy").containsEntry("actingFor", "chair");
        assertThat(Act.of(act.toMetadata())).isEqualTo(act);
    }

    @Test
    void whatOneDidInOnesOwnNameSaysNothingOfOthers() {
        var act = new Act("deputy", List.of(), null, "r1", "c1", "e1");

        assertThat(act.toMetadata()).doesNotContainKey("actingFor");
        assertThat(Act.of(Map.of("actor", "deputy", "request", "r1", "correlation", "c1"))
                        .actingFor())
                .isNull();
    }
}
