package vn.thidua.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.thidua.standalone.ServiceProcess.Line;

/** The other end of {@link ServiceProcess}: how the launcher starts and ends a process. */
final class OwnProcess implements AutoCloseable {

    private static final long END_SECONDS = 15;

    private final Process process;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private OwnProcess(Process process) {
        this.process = process;
    }

    /** Starts the process; it tells by {@link #awaitReady} how that went. */
    static OwnProcess start(Launcher launcher, ServiceSettings settings) {
        return start(launcher, "serve-one", settings.name(), settings);
    }

    /**
     * The same for whatever is no service.
     *
     * @param call what the process is told to do
     * @param name of its log
     * @param settings written to its standard input, as JSON
     */
    static OwnProcess start(Launcher launcher, String call, String name, Record settings) {
        var command = new ArrayList<>(launcher.javaCommand(List.of("-Xmx384m")));
        command.addAll(List.of(call, name));
        Path console = launcher.home().logs().resolve(name + "-console.log");
        Logs.rotate(console);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(console.toFile()))
                    .start();
            var own = new OwnProcess(process);
            Writer input = process.outputWriter(StandardCharsets.UTF_8);
            // the input stays open: its end tells the process that nobody is left whom it serves
            input.write(JsonFile.JSON.writeValueAsString(settings).replace("\n", " ") + "\n");
            input.flush();
            Thread.ofPlatform().daemon().name("console of " + name).start(() -> own.read(console));
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path console) {
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                Writer log = Files.newBufferedWriter(console, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(Line.READY)) {
                    ready.complete("");
                } else if (line.startsWith(Line.FAILED)) {
                    ready.complete(line.substring(Line.FAILED.length()));
                } else {
                    log.write(line + "\n");
                    log.flush();
                }
            }
        } catch (IOException e) {
            // the process has ended
        }
        ready.complete("the process has ended");
    }

    /** Why it does not run; empty if it does. */
    String awaitReady() {
        return ready.join();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
