package vn.thidua.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.bench.figure.Bench;
import vn.thidua.bench.figure.Run;
import vn.thidua.bench.figure.Scale;
import vn.thidua.bench.figure.Target;

/** The plan reader, in a process of its own that is told of one processor; its rounds are its own. */
final class ReaderFigures implements Bench {

    private static final String BASE = "100 KB";

    @Override
    public String name() {
        return "read";
    }

    @Override
    public String words() {
        return "the plan reader on one core, by size";
    }

    @Override
    public boolean needsDatabase() {
        return false;
    }

    @Override
    public void measure(Run run) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=1",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dthidua.root=" + run.root(),
                ReaderBench.class.getName()));
        if (run.scale() == Scale.SHORT) {
            command.add("--short");
        } else if (run.scale() == Scale.TINY) {
            command.add("--tiny");
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // a class path may be longer than a command line
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        process.getInputStream().transferTo(run.out());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the bench of the reader ended with " + process.exitValue());
        }
        add(run, JsonMapper.shared().readTree(Files.readString(run.root().resolve(".thidua/bench/read.json"))));
    }

    private static void add(Run run, JsonNode result) {
        Map<String, Double> small = new HashMap<>();
        for (JsonNode cell : result.path("cells")) {
            if (cell.has("documentsPerSecond")) {
                String kind = cell.path("kind").asString();
                String size = cell.path("size").asString();
                run.figure("plan reader, " + kind + ", " + size, "documents/s", null, null)
                        .add(cell.path("documentsPerSecond").asDouble());
                if (size.equals(BASE)) {
                    small.put(kind, cell.path("processorPerMegabyte").asDouble());
                } else if (cell.has("growthOver100KB")) {
                    run.figure(
                                    "plan reader, " + kind + ", " + size + ": processor time",
                                    "ms/MB",
                                    "the same at " + BASE,
                                    // "linear", with room for what is measured in so short a time
                                    Target.atMost(1.3, 1.1))
                            .add(cell.path("processorPerMegabyte").asDouble(), small.getOrDefault(kind, Double.NaN));
                }
            }
        }
    }
}
