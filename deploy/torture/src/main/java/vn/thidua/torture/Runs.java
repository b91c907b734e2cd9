package vn.thidua.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** All runs on this machine, a line each: what was done with which seed, and what came of it. */
final class Runs {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One case of one run.
     *
     * @param run seed and start name it
     * @param outcome {@code held}, {@code broken} or {@code not run}
     */
    record Line(
            Instant at,
            String run,
            long seed,
            String testCase,
            String outcome,
            int kills,
            int lost,
            int doubled,
            int skipped,
            int others,
            int acknowledged,
            double seconds,
            @Nullable Double recoverySeconds,
            List<String> seen,
            List<String> findings) {}

    private final Path file;

    Runs(Path file) {
        this.file = file;
    }

    void add(Line line) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                JSON.writeValueAsString(line).replace("\n", " ") + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    List<Line> all() throws IOException {
        List<Line> lines = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    lines.add(JSON.readValue(line, Line.class));
                }
            }
        }
        return lines;
    }

    /** The sum of all runs. */
    static String sum(List<Line> lines) {
        long runs = lines.stream().map(Line::run).distinct().count();
        return "%d kills in %d runs: lost %d, doubled %d, skipped %d"
                .formatted(
                        lines.stream().mapToInt(Line::kills).sum(),
                        runs,
                        lines.stream().mapToInt(Line::lost).sum(),
                        lines.stream().mapToInt(Line::doubled).sum(),
                        lines.stream().mapToInt(Line::skipped).sum());
    }
}
