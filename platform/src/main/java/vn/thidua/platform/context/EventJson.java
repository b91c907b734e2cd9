package vn.thidua.platform.context;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** How events are written: fields that are null are left out, dates and instants as ISO texts. */
public final class EventJson {

    private EventJson() {}

    /** A serializer of its own for each context. */
    public static Jackson3Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL)))
                .build();
    }
}
