package vn.thidua.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every record has an approved sample, and what was promised once is promised for ever. */
class SamplesTest {

    private static final ContractTypes TYPES = ContractTypes.all();

    /** Every field and word that was ever promised. Lines are added, none is taken away: that is for the next version. */
    private static final Path PROMISED = Path.of("src/test/resources/promised-fields.txt");

    @Test
    void everySampleHasItsRecordAndEveryRecordItsSample() {
        assertThat(Samples.names())
                .containsExactlyElementsOf(TYPES.records().values().stream()
                        .map(Class::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @TestFactory
    Stream<DynamicTest> aSampleReadsIntoItsRecordAndWritesBackEqual() {
        return forEachRecord(record -> {
            JsonNode sample = Samples.of(record);
            ContractEvent read = Samples.JSON.treeToValue(sample, record);
            // as text: 70 is a whole number there, whatever the type of its field
            assertThat(Samples.JSON.readTree(Samples.JSON.writeValueAsString(read)))
                    .isEqualTo(sample);
            assertThat(read.subject()).matches("[a-z-]+/[0-9a-zA-Z/-]+");
            assertThat(read.unit()).isNotBlank();
        });
    }

    @TestFactory
    Stream<DynamicTest> aSampleShowsEveryFieldThatIsNeverNull() {
        return forEachRecord(record -> showsAll(record.getSimpleName(), record, Samples.of(record)));
    }

    @TestFactory
    Stream<DynamicTest> aFieldThatIsNotKnownYetIsPassedOver() {
        return forEachRecord(record -> {
            var grown = (tools.jackson.databind.node.ObjectNode) Samples.of(record);
            ContractEvent before = Samples.JSON.treeToValue(grown, record);
            grown.put("aFieldOfTheFuture", true);
            assertThat((Object) Samples.JSON.treeToValue(grown, record)).isEqualTo(before);
        });
    }

    @Test
    void noFieldIsEverTakenAway() throws IOException {
        SortedSet<String> fields = new TreeSet<>();
        TYPES.records().values().forEach(record -> fields.addAll(Samples.fieldsOf(record)));
        List<String> promised = Files.readAllLines(PROMISED);
        Path received = Path.of("target/received/promised-fields.txt");
        Files.createDirectories(received.toAbsolutePath().getParent());
        Files.write(received, fields);
        assertThat(fields).as("what was promised, in %s", PROMISED).containsAll(promised);
        assertThat(promised).as("what is new stands in %s", received).containsAll(fields);
    }

    @Test
    void anEventsNameEndsInItsVersion() {
        assertThat(TYPES.records().values())
                .allSatisfy(record -> assertThat(record.getSimpleName()).matches("[A-Z][A-Za-z]+V[1-9][0-9]*"));
    }

    private interface Check {
        void of(Class<? extends ContractEvent> record);
    }

    private static Stream<DynamicTest> forEachRecord(Check check) {
        return TYPES.records().values().stream()
                .map(record -> DynamicTest.dynamicTest(record.getSimpleName(), () -> check.of(record)));
    }

    private static void showsAll(String path, Class<?> record, JsonNode shown) {
        for (RecordComponent component : record.getRecordComponents()) {
            String field = path + "." + component.getName();
            JsonNode value = shown.get(component.getName());
            if (value == null) {
                assertThat(component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .as("%s is left out, and may be null", field)
                        .isTrue();
                continue;
            }
            Class<?> inner = Samples.elementOf(component.getGenericType());
            if (value.isArray()) {
                assertThat(value).as(field).isNotEmpty();
            }
            if (inner.isRecord()) {
                (value.isArray() ? value.valueStream() : Stream.of(value))
                        .forEach(each -> showsAll(field, inner, each));
            }
        }
    }
}
