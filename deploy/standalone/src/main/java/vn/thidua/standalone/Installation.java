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

/**
 * A folder of its own, and the launcher as a process on it: for whoever drives whole installations, as tests of the
 * launcher and fault tests do. On the embedded server unless told otherwise.
 */
public final class Installation implements AutoCloseable {

    /**
     * What a call led to.
     *
     * @param out standard output and error together
     */
    public record Answer(int code, String out) {}

    private static final long CALL_SECONDS = 600;

    private final Class<?> main;
    private final Home home;
    private final int port = Ports.free();
    private final int gatewayPort = Ports.free();
    private final int loopbackPort = Ports.free();
    private final String portVariable;
    private final Map<String, String> environment = new HashMap<>();

    /**
     * @param main class whose main method calls {@link Main#run}
     * @param folder with all that belongs to it; made at the first start
     * @param portVariable names the port of its first service, which is one that is free
     */
    public Installation(Class<?> main, Path folder, String portVariable) {
        this.main = main;
        this.home = new Home(folder);
        this.portVariable = portVariable;
    }

    /** The same with a variable of the environment. */
    public Installation with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** The same without it. */
    public Installation without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** Where everything lies. */
    public Home home() {
        return home;
    }

    /** Of its first service. */
    public int port() {
        return port;
    }

    /** What people open. */
    public String door() {
        return "http://127.0.0.1:" + gatewayPort;
    }

    /** Runs a command of the launcher to its end; an {@link IllegalStateException} if that does not come. */
    public Answer call(String... arguments) {
        try {
            Process process = start(arguments);
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(CALL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("no end: " + List.of(arguments) + "\n" + out);
            }
            return new Answer(process.exitValue(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Begins a call, and kills it as soon as it says these words.
     *
     * @return what it had said by then
     * @throws AssertionError if it ends without saying them
     */
    String callAndKillAt(String words, String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        var said = new StringBuilder();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.contains(words)) {
                    process.destroyForcibly().waitFor();
                    return said.toString();
                }
            }
        }
        throw new AssertionError("it ended without saying " + words + ":\n" + said);
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
        variables.put("THIDUA_PORT_GATEWAY", Integer.toString(gatewayPort));
        variables.put("THIDUA_PORT_GATEWAY_LOOPBACK", Integer.toString(loopbackPort));
        variables.putAll(environment);
        return builder.start();
    }

    /** What the running process tells. */
    public State state() {
        return State.ofRunning(home).orElseThrow(() -> new IllegalStateException("nothing runs"));
    }

    /** The same, if it runs. */
    public Optional<State> running() {
        return State.ofRunning(home);
    }

    /** What kill -9 of the process that stays does. */
    public void kill() {
        ProcessHandle process = state().handle().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The body of a page that anybody may read. */
    public String get(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        call("down");
    }
}
