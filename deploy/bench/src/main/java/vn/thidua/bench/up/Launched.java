package vn.thidua.bench.up;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The launcher, driven as a person drives it, in a home of its own and on ports of its own. */
final class Launched {

    private static final long PATIENCE_SECONDS = 300;

    private final Path root;
    private final Path home;
    private final Map<String, String> ports;

    Launched(Path root, Path home) throws IOException {
        this.root = root;
        this.home = home;
        this.ports = Map.of(
                "THIDUA_PORT_PLAN_SERVICE", Integer.toString(freePort()),
                "THIDUA_PORT_GATEWAY", Integer.toString(freePort()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Runs {@code ./thidua} with these words and waits for its end.
     *
     * @return milliseconds it took
     * @throws IllegalStateException if it fails or takes more than 5 min
     */
    double call(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(root.resolve("thidua").toString()));
        command.addAll(List.of(words));
        Path log = home.resolve("bench.log");
        long start = System.nanoTime();
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("THIDUA_HOME", home.toString());
        builder.environment().putAll(ports);
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("./thidua " + String.join(" ", words) + " does not end");
        }
        double millis = (System.nanoTime() - start) / 1e6;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("./thidua " + String.join(" ", words) + " ended with " + process.exitValue()
                    + ":\n" + Files.readString(log, StandardCharsets.UTF_8));
        }
        return millis;
    }

    private JsonNode state() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(home.resolve("run").resolve("state.json")));
    }

    /** The process that stays. */
    ProcessHandle process() throws IOException {
        return ProcessHandle.of(state().path("pid").asLong())
                .orElseThrow(() -> new IllegalStateException("nothing runs"));
    }

    /** Megabytes in memory of all its processes without mongod's: what {@code ps} calls the resident set. */
    double megabytes() throws IOException {
        JsonNode state = state();
        double sum = resident(state.path("pid").asLong());
        for (JsonNode service : state.path("services")) {
            long pid = service.path("pid").asLong();
            if (pid > 0 && pid != state.path("pid").asLong()) {
                sum += resident(pid);
            }
        }
        return sum;
    }

    private static double resident(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (kilobytes.isEmpty()) {
            throw new IllegalStateException("process " + pid + " has ended");
        }
        return Long.parseLong(kilobytes) / 1024.0;
    }
}
