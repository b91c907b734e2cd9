package vn.thidua.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.thidua.platform.embedded.Ports;

/** A folder of its own, and the launcher as a process on it. */
final class Installation implements AutoCloseable {

    /**
     * What a call led to.
     *
     * @param out standard output and error together
     */
    record Answer(int code, String out) {}

    private final Class<?> main;
    private final Home home;
    private final int port = Ports.free();
    private final String portVariable;
    private final Map<String, String> environment = new HashMap<>();

    Installation(Class<?> main, Path folder, String portVariable) {
        this.main = main;
        this.home = new Home(folder);
        this.portVariable = portVariable;
    }

    /** On the embedded server unless told otherwise. */
    static Installation ofProbe(Path folder) {
        return new Installation(ProbeMain.class, folder, "THIDUA_PORT_PROBE_SERVICE");
    }

    /** The same with the services as they are. */
    static Installation ofServices(Path folder) {
        return new Installation(Main.class, folder, "THIDUA_PORT_PLAN_SERVICE");
    }

    /** The same with one more that listens to them. */
    static Installation ofServicesAndListener(Path folder) {
        return new Installation(ListeningMain.class, folder, "THIDUA_PORT_PLAN_SERVICE")
                .with(ListeningMain.PORT_VARIABLE, Integer.toString(Ports.free()));
    }

    Installation with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Installation without(String variable) {
        environment.remove(variable);
        return this;
    }

    Home home() {
        return home;
    }

    int port() {
        return port;
    }

    Answer call(String... arguments) {
        try {
            Process process = start(arguments);
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no end: " + List.of(arguments) + "\n" + out);
            }
            return new Answer(process.exitValue(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(name -> name.startsWith("THIDUA_"));
        // no mongod but a named one
        variables.put("PATH", "/usr/bin:/bin");
        variables.put("THIDUA_HOME", home.folder().toString());
        variables.put(portVariable, Integer.toString(port));
        variables.putAll(environment);
        return builder.start();
    }

    State state() {
        return State.ofRunning(home).orElseThrow(() -> new AssertionError("nothing runs"));
    }

    Optional<State> running() {
        return State.ofRunning(home);
    }

    /** What kill -9 does. */
    void kill() {
        ProcessHandle process = state().handle().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    String get(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + ": " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        call("down");
    }
}
