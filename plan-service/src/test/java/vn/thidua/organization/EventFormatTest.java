package vn.thidua.organization;

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
import vn.thidua.organization.domain.group.GroupEvent;
import vn.thidua.organization.domain.imports.ImportEvent;
import vn.thidua.organization.domain.person.CitizenEvent;
import vn.thidua.organization.domain.person.PersonEvent;
import vn.thidua.organization.domain.unit.CodeEvent;
import vn.thidua.organization.domain.unit.UnitEvent;
import vn.thidua.platform.context.EventJson;
import vn.thidua.platform.eventstore.NamedSerializer;
import vn.thidua.platform.testing.Approved;

/** How events are stored: whoever changes a name or a field changes an approved file. */
class EventFormatTest {

    private static final NamedSerializer SERIALIZER =
            new NamedSerializer(OrganizationEvents.names(), EventJson.serializer());
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Stream<Object> samples() {
        return Stream.of(
                        EventSamples.units(),
                        EventSamples.people(),
                        EventSamples.codes(),
                        EventSamples.citizens(),
                        EventSamples.groups(),
                        EventSamples.imports())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aStoredEventIsTheApprovedOneAndIsReadBackTheSame(Object event) {
        SerializedObject<String> stored = SERIALIZER.serialize(event, String.class);
        String name = stored.getType().getName();

        Approved.approve(
                "organization/" + name.substring("organization.".length()) + ".json",
                PRETTY.writeValueAsString(PRETTY.readTree(stored.getData())));
        assertThat(stored.getType().getRevision()).isEqualTo("1");
        assertThat((Object) SERIALIZER.deserialize(stored)).isEqualTo(event);
    }

    @Test
    void everyKindOfEventHasASample() {
        Set<Class<?>> kinds = Stream.of(
                        UnitEvent.class,
                        PersonEvent.class,
                        CodeEvent.class,
                        CitizenEvent.class,
                        GroupEvent.class,
                        ImportEvent.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .collect(Collectors.toSet());

        assertThat(samples().map(Object::getClass).collect(Collectors.<Class<?>>toSet()))
                .isEqualTo(kinds);
    }
}
