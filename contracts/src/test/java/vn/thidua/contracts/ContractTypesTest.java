package vn.thidua.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContractTypesTest {

    sealed interface Family extends ContractEvent {
        record OneV1(String subject, String unit) implements Family {}

        sealed interface Inner extends Family {}

        record TwoV1(String subject, String unit) implements Inner {}
    }

    record StrangerV1(String subject, String unit) implements ContractEvent {}

    interface Open extends ContractEvent {}

    private final ContractTypes types =
            ContractTypes.builder().family("things", Family.class).build();

    @Test
    void aTypeIsMadeOfTheContextAndTheRecord() {
        assertThat(types.typeOf(new Family.OneV1("thing/1", "u"))).isEqualTo("vn.thidua.things.OneV1");
        assertThat(types.recordOf("vn.thidua.things.TwoV1")).contains(Family.TwoV1.class);
    }

    @Test
    void whatIsNotRegisteredHasNoType() {
        assertThat(types.recordOf("vn.thidua.things.ThreeV1")).isEmpty();
        assertThatThrownBy(() -> types.typeOf(new StrangerV1("thing/1", "u")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFamilyIsSealedAndRegisteredOnce() {
        assertThatThrownBy(
                        () -> ContractTypes.builder().family("open", Open.class).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        ContractTypes.builder().family("things", Family.class).family("things", Family.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTopicBelongsToOneContextAndItsMirrors() {
        assertThat(Topics.nameOf("organization")).isEqualTo("organization.events.v1");
        assertThat(Topics.partitionsOf("organization")).isEqualTo(1);
        assertThat(Topics.partitionsOf("plan")).isEqualTo(12);
        assertThat(Topics.followed("plan").asMatchPredicate())
                .accepts("plan.events.v1", "tier-2.plan.events.v1")
                .rejects("plan.events.v2", "xplan.events.v1", "a.b.plan.events.v1", "planXevents.v1");
    }
}
