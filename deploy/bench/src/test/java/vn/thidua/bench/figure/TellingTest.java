package vn.thidua.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TellingTest {

    private static List<Figure> figures() {
        Figure compared = new Figure("appends, 64 writers", "1/s", "insertOne, 64 threads", Target.atLeast(2.5, 4.0));
        compared.add(20_000, 6_000);
        compared.add(24_000, 6_000);
        compared.add(18_000, 6_000);
        Figure alone = new Figure("heap", "MB", null, null);
        alone.add(12.345);
        return List.of(compared, new Figure("not measured", "1/s", null, null), alone);
    }

    @Test
    void theTableIsMarkdownWithALineForEachFigureThatWasMeasured() {
        var bytes = new ByteArrayOutputStream();
        FigureTable.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), figures());
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("| figure ").contains("| target ", "| stretch ", "| met ", "| spread ");
        assertThat(lines.get(1)).matches("[|-]+");
        assertThat(lines.get(2).replaceAll(" +", " "))
                .isEqualTo("| appends, 64 writers | 20,000 1/s | 6,000 | 3.33 | >= 2.5 | >= 4 | yes | 3 | 30 % |"
                        + " insertOne, 64 threads |");
        assertThat(lines.get(3).replaceAll(" +", " ")).isEqualTo("| heap | 12.3 MB | | | | | | 1 | 0 % | |");
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSameSizeAs(lines.getFirst()));
    }

    @Test
    void theSameNumbersAreWrittenForAProgram(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new").resolve("bench.json");
        FigureJson.write(file, Map.of("machine", "invented"), figures());
        JsonNode written = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(written.path("machine").asString()).isEqualTo("invented");
        assertThat(written.path("figures")).hasSize(2);
        JsonNode appends = written.path("figures").path(0);
        assertThat(appends.path("median").asDouble()).isEqualTo(20_000);
        assertThat(appends.path("ratio").asDouble()).isBetween(3.33, 3.34);
        assertThat(appends.path("repetitions").asInt()).isEqualTo(3);
        assertThat(appends.path("baselineRounds")).hasSize(3);
        assertThat(appends.path("target").asDouble()).isEqualTo(2.5);
        assertThat(appends.path("stretch").asDouble()).isEqualTo(4);
        assertThat(appends.path("verdict").asString()).isEqualTo("MET");
        assertThat(written.path("figures").path(1).has("ratio")).isFalse();
    }
}
