package vn.thidua.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.bench.figure.Bench;
import vn.thidua.platform.testing.Backends;

/** Everything is measured once, in the shortest form; what comes out is not looked at, only that it does. */
@NullMarked
class BenchMainIT {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Without the one that needs the launcher and a build of its own. */
    static List<String> names() {
        return BenchMain.all().stream()
                .map(Bench::name)
                .filter(name -> !name.equals("up"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFigureIsMeasured(String name, @TempDir Path folder) throws IOException {
        Path json = folder.resolve("figures.json");
        int code = run(folder, List.of(name, "--tiny", "--json", json.toString()));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(code).isZero();
        JsonNode figures = JsonMapper.shared().readTree(Files.readString(json)).path("figures");
        assertThat(figures).isNotEmpty();
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.path("median").isNumber())
                    .as(figure.path("figure").asString())
                    .isTrue();
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("| " + figure.path("figure").asString());
        });
    }

    @Test
    void whatBreaksIsSaidAndFails(@TempDir Path folder) throws IOException {
        // nobody listens there
        int code = new BenchMain(stream(out), stream(err), folder)
                .run(
                        List.of("appends", "--tiny"),
                        Map.of(
                                "THIDUA_MONGODB_URI",
                                "mongodb://127.0.0.1:1/?directConnection=true&serverSelectionTimeoutMS=200"));
        assertThat(code).isNotZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("does not answer");
    }

    @Test
    void anUnknownNameIsAWrongCall(@TempDir Path folder) throws IOException {
        assertThat(run(folder, List.of("appendages"))).isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: ./thidua bench", "appends", "curve", "up");
    }

    private int run(Path folder, List<String> args) throws IOException {
        return new BenchMain(stream(out), stream(err), folder)
                .run(args, Map.of("THIDUA_MONGODB_URI", Backends.mongoUri()));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
