package vn.thidua.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.access.domain.account.AccountEvent;
import vn.thidua.access.domain.account.AdministratorsEvent;
import vn.thidua.access.domain.account.ClaimEvent;
import vn.thidua.access.domain.client.ClientEvent;
import vn.thidua.platform.context.EventJson;
import vn.thidua.platform.eventstore.NamedSerializer;
import vn.thidua.platform.testing.Approved;

/** How events are stored: whoever changes a name or a field changes an approved file. */
class EventFormatTest {

    private static final NamedSerializer SERIALIZER = new NamedSerializer(AccessEvents.names(), EventJson.serializer());
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Stream<Object> samples() {
        return Stream.of(
                        EventSamples.accounts(),
                        EventSamples.claims(),
                        EventSamples.administrators(),
                        EventSamples.clients())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aStoredEventIsTheApprovedOneAndIsReadBackTheSame(Object event) {
        SerializedObject<String> stored = SERIALIZER.serialize(event, String.class);
        String name = stored.getType().getName();

        Approved.approve(
                "access/" + name.substring("access.".length()) + ".json",
                PRETTY.writeValueAsString(PRETTY.readTree(stored.getData())));
        assertThat(stored.getType().getRevision()).isEqualTo("1");
        assertThat((Object) SERIALIZER.deserialize(stored)).isEqualTo(event);
    }

    @Test
    void everyKindOfEventHasASample() {
        Set<Class<?>> kinds = Stream.of(
                        AccountEvent.class, ClaimEvent.class, AdministratorsEvent.class, ClientEvent.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .collect(Collectors.toSet());

        assertThat(samples().map(Object::getClass).collect(Collectors.<Class<?>>toSet()))
                .isEqualTo(kinds);
    }
}
