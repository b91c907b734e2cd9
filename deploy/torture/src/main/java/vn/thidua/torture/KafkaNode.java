package vn.thidua.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.embedded.KafkaBroker;

/** A Kafka broker in a process of its own that nobody watches: whoever kills it starts it again. */
public final class KafkaNode implements AutoCloseable {

    private static final String READY = "READY";

    private final List<String> arguments;
    private final Path log;
    private Process process;

    private KafkaNode(List<String> arguments, Path log) {
        this.arguments = arguments;
        this.log = log;
        this.process = launch();
    }

    /** The process: folder, port, port that clients are told, port of the controller. It ends when its input ends. */
    @SuppressWarnings("SystemOut") // what it is asked for
    public static void main(String... arguments) throws IOException {
        KafkaBroker broker = KafkaBroker.start(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        System.out.println(READY);
        while (System.in.read() >= 0) {
            // nothing is said; the end is what counts
        }
        System.exit(0);
    }

    /** Starts one, and returns when it answers. */
    static KafkaNode start(Path folder, int port, int toldPort, int controllerPort, Path log) {
        return new KafkaNode(
                List.of(
                        folder.toString(),
                        Integer.toString(port),
                        Integer.toString(toldPort),
                        Integer.toString(controllerPort)),
                log);
    }

    private Process launch() {
        try {
            var command = new java.util.ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dlogback.configurationFile=torture-logback.xml",
                    "-cp",
                    System.getProperty("java.class.path"),
                    KafkaNode.class.getName()));
            command.addAll(arguments);
            Process started = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            var lines = new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
            for (@Nullable String line = lines.readLine(); !READY.equals(line); line = lines.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("Kafka does not start, see " + log);
                }
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its process. */
    public long pid() {
        return process.pid();
    }

    /** Starts it again, after it has ended. */
    public void restart() {
        process = launch();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
