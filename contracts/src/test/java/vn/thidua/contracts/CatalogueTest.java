package vn.thidua.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue in the README is what the records say. */
class CatalogueTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- catalogue: from the records; CatalogueTest compares -->\n";
    private static final String END = "<!-- end of the catalogue -->\n";

    @Test
    void theReadmeListsEveryEventWithItsFields() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        assertThat(begin).as("the mark of the catalogue's begin").isNotNegative();
        assertThat(end).as("the mark of the catalogue's end").isGreaterThan(begin);
        String expected = catalogue();
        Path received = Path.of("target/received/catalogue.md");
        Files.createDirectories(received.toAbsolutePath().getParent());
        Files.writeString(received, expected);
        assertThat(readme.substring(begin + BEGIN.length(), end))
                .as("what is right stands in %s", received)
                .isEqualTo(expected);
    }

    private static String catalogue() {
        var text = new StringBuilder();
        ContractTypes types = ContractTypes.all();
        types.families().forEach((context, family) -> {
            text.append("\n### ").append(Topics.nameOf(context)).append("\n\n");
            text.append("Partitions: ").append(Topics.partitionsOf(context)).append("; family `");
            text.append(family.getSimpleName()).append("`.\n\n| type | about | fields |\n|---|---|---|\n");
            types.records().forEach((type, record) -> {
                if (family.isAssignableFrom(record)) {
                    text.append("| `").append(type).append("` | `").append(kindOf(record));
                    text.append("` | ").append(fieldsOf(record)).append(" |\n");
                }
            });
        });
        return text.append('\n').toString();
    }

    /** The kind of thing it is about, as the sample says it. */
    private static String kindOf(Class<? extends ContractEvent> record) {
        String subject = Samples.JSON.treeToValue(Samples.of(record), record).subject();
        return subject.substring(0, subject.indexOf('/')) + "/<id>";
    }

    private static String fieldsOf(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(component -> "`" + component.getName() + "` "
                        + Samples.nameOf(component.getGenericType())
                                .replace("<", " of ")
                                .replace(">", ""))
                .collect(Collectors.joining(", "));
    }
}
