package vn.thidua.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import vn.thidua.platform.embedded.KafkaBroker;
import vn.thidua.platform.embedded.Ports;

/** A process of its own for the Kafka broker. It reads its settings from standard input, and ends when that ends. */
final class KafkaProcess {

    static final String NAME = "kafka";

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /**
     * The same from start to start, so that whoever talks to it finds it again.
     *
     * @param folder with its data
     */
    record Settings(String folder, int port, int controllerPort) {

        static Settings in(Home home) {
            return new Settings(home.kafka().toString(), Ports.free(), Ports.free());
        }

        String bootstrap() {
            return "127.0.0.1:" + port;
        }
    }

    private KafkaProcess() {}

    static int run(PrintStream out) throws IOException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        @Nullable String line = input.readLine();
        if (line == null) {
            return Refusal.WRONG_CALL;
        }
        Settings settings = JsonFile.JSON.readValue(line, Settings.class);
        try {
            Path folder = Path.of(settings.folder());
            awaitFree(folder);
            KafkaBroker broker = KafkaBroker.start(folder, settings.port(), settings.controllerPort());
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        } catch (IOException | RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(KafkaProcess.class).error("Kafka does not start", e);
            out.println(ServiceProcess.Line.FAILED + Causes.words(e));
            out.flush();
            return Refusal.FAILED;
        }
        out.println(ServiceProcess.Line.READY);
        out.flush();
        while (input.readLine() != null) {
            // nothing more is said; the end is what counts
        }
        return 0;
    }

    /** A broker that has lost its launcher may still be ending: it holds the lock of its folder until it has. */
    private static void awaitFree(Path folder) throws IOException {
        Files.createDirectories(folder);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (FileChannel lock =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (true) {
                try (@Nullable FileLock held = lock.tryLock()) {
                    if (held != null || System.nanoTime() > end) {
                        return;
                    }
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
