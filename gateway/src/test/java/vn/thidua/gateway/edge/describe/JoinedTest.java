package vn.thidua.gateway.edge.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JoinedTest {

    private static ObjectNode part(String schemas) {
        return (ObjectNode)
                JsonMapper.shared().readTree("{\"paths\": {}, \"components\": {\"schemas\": " + schemas + "}}");
    }

    private static JsonNode join(String first, String second) {
        return Joined.of(JsonMapper.shared(), Map.of("a", part(first), "b", part(second)), List.of())
                .at("/components/schemas");
    }

    @Test
    void whatMeansTheSameStandsOnce() {
        assertThat(join("{\"Page\": {\"type\": \"object\"}}", "{\"Page\": {\"type\": \"object\"}}")
                        .propertyNames())
                .containsExactly("Page");
    }

    @Test
    void whatMeansSomethingElseIsToldApartInBoth() {
        JsonNode joined = join("{\"Unit\": {\"type\": \"object\"}}", "{\"Unit\": {\"type\": \"string\"}}");
        assertThat(joined.propertyNames()).containsExactly("a_Unit", "b_Unit");
        assertThat(joined.at("/b_Unit/type").asString()).isEqualTo("string");
    }

    @Test
    void whatLooksTheSameAndRefersToSomethingElseIsToldApartToo() {
        String refers = "\"List\": {\"items\": {\"$ref\": \"#/components/schemas/Page\"}},"
                + " \"Page\": {\"items\": {\"$ref\": \"#/components/schemas/Unit\"}},";
        JsonNode joined = join(
                "{" + refers + " \"Unit\": {\"type\": \"object\"}}",
                "{" + refers + " \"Unit\": {\"type\": \"string\"}}");
        assertThat(joined.propertyNames()).containsExactly("a_List", "a_Page", "a_Unit", "b_List", "b_Page", "b_Unit");
        assertThat(joined.at("/b_List/items/$ref").asString()).isEqualTo("#/components/schemas/b_Page");
        assertThat(joined.at("/a_Page/items/$ref").asString()).isEqualTo("#/components/schemas/a_Unit");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(Joined.of(JsonMapper.shared(), Map.of(), List.of("plan"))
                        .at("/x-missing/0")
                        .asString())
                .isEqualTo("plan");
    }
}
