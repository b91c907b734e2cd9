package vn.thidua.platform.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.contracts.ContractEvent;

/**
 * The form of contract events on the wire: JSON in UTF-8, fields in the order of the record, dates and instants as ISO
 * 8601, null fields left out. A reader passes unknown fields over; a list that an older writer did not know is empty, a
 * number 0.
 */
public final class ContractJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // what was added later is missing in what was written before
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private ContractJson() {}

    /** The value of a record. */
    public static byte[] write(ContractEvent event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /**
     * The event of a record.
     *
     * @throws JacksonException if this is not such an event
     */
    public static <E extends ContractEvent> E read(byte[] value, Class<E> type) {
        return MAPPER.readValue(value, type);
    }
}
