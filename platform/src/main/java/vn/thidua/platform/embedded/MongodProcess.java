package vn.thidua.platform.embedded;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A mongod of our own: a replica set of one node on the loopback interface. It ends with this JVM, also if this JVM is
 * killed.
 */
public final class MongodProcess implements AutoCloseable {

    /** The shell outlives nobody: as soon as its input ends, it ends mongod. */
    private static final String KEEPER = "\"$@\" </dev/null >/dev/null 2>&1 & pid=$!; echo $pid; cat >/dev/null;"
            + " kill -TERM $pid 2>/dev/null; wait $pid; [ -z \"$THROWN_AWAY\" ] || rm -rf \"$THROWN_AWAY\"";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(15);

    private final Path mongod;
    private final Path folder;
    private final Path log;
    private final boolean kept;
    private final int port;
    private Process keeper;
    private long pid;

    private MongodProcess(Path mongod, Path folder, Path log, boolean kept) throws IOException {
        this.mongod = mongod;
        this.folder = folder;
        this.log = log;
        this.kept = kept;
        this.port = Ports.free();
        this.keeper = launch();
        this.pid = readPid(keeper);
    }

    /** Starts one that keeps nothing, for tests: with fail points. Waits until it accepts writes. */
    public static MongodProcess start(Path mongod) {
        try {
            Path folder = Files.createTempDirectory("thidua-mongod-");
            return started(new MongodProcess(mongod, folder, folder.resolve("log"), false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts one on what the folder holds, and waits until it accepts writes. One that still runs on this folder, left
     * behind by somebody who was killed, is ended first.
     *
     * @param log where it writes what it does
     */
    public static MongodProcess start(Path mongod, Path folder, Path log) {
        try {
            Files.createDirectories(folder);
            endLeftover(folder);
            return started(new MongodProcess(mongod, folder, log, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MongodProcess started(MongodProcess process) {
        try {
            process.awaitWritable();
            return process;
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    /** The mongod that runs on the folder, if one does: it writes its number into the folder. */
    public static Optional<ProcessHandle> leftover(Path folder) {
        Path lock = data(folder).resolve("mongod.lock");
        try {
            String number = Files.exists(lock) ? Files.readString(lock).strip() : "";
            if (number.isEmpty()) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(number)).filter(handle -> isMongodOf(handle, folder));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The number may meanwhile belong to somebody else. */
    private static boolean isMongodOf(ProcessHandle handle, Path folder) {
        return handle.isAlive()
                && handle.info()
                        .arguments()
                        .map(arguments ->
                                List.of(arguments).contains(data(folder).toString()))
                        .orElse(false);
    }

    /** Ends the mongod that runs on the folder, if one does; it may take 15 s. */
    public static void endLeftover(Path folder) {
        leftover(folder).ifPresent(handle -> {
            handle.destroy();
            try {
                handle.onExit().get(END.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                handle.destroyForcibly();
                handle.onExit().join();
            }
        });
    }

    private static Path data(Path folder) {
        return folder.resolve("db");
    }

    private Process launch() throws IOException {
        Files.createDirectories(data(folder));
        var command = new ArrayList<>(List.of(
                "sh",
                "-c",
                KEEPER,
                "sh",
                mongod.toString(),
                "--dbpath",
                data(folder).toString(),
                "--port",
                Integer.toString(port),
                "--bind_ip",
                "127.0.0.1",
                "--nounixsocket",
                "--logpath",
                log.toString(),
                "--logappend",
                "--replSet",
                "rs0",
                "--oplogSize",
                "50",
                "--wiredTigerCacheSizeGB",
                "0.25",
                // 11 MB on disk for an empty server instead of 300
                "--wiredTigerEngineConfigString",
                "log=(file_max=10MB,prealloc=false)",
                "--setParameter",
                "diagnosticDataCollectionEnabled=false"));
        if (!kept) {
            // fail points
            command.addAll(List.of("--setParameter", "enableTestCommands=1"));
        }
        var builder = new ProcessBuilder(command);
        builder.environment().put("THROWN_AWAY", kept ? "" : folder.toString());
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static long readPid(Process keeper) throws IOException {
        // not closed: the keeper's output stays open as long as it lives
        var reader = new BufferedReader(new InputStreamReader(keeper.getInputStream(), StandardCharsets.UTF_8));
        @Nullable String line = reader.readLine();
        if (line == null) {
            throw new IOException("mongod did not start");
        }
        return Long.parseLong(line.strip());
    }

    private void awaitWritable() {
        // without replicaSet=: a new set has no name yet, and the driver would wait for it
        try (MongoClient client = MongoClients.create(uri() + "&serverSelectionTimeoutMS=1000")) {
            MongoDatabase admin = client.getDatabase("admin");
            Waiting.until("mongod answers", PATIENCE, this::isAlive, () -> {
                admin.runCommand(new Document("ping", 1));
                return true;
            });
            initiate(admin);
            Waiting.until(
                    "mongod accepts writes",
                    PATIENCE,
                    this::isAlive,
                    () -> Boolean.TRUE.equals(
                            admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary")));
        }
    }

    private void initiate(MongoDatabase admin) {
        String host = "127.0.0.1:" + port;
        try {
            admin.runCommand(new Document(
                    "replSetInitiate",
                    new Document("_id", "rs0")
                            .append("members", List.of(new Document("_id", 0).append("host", host)))));
        } catch (MongoCommandException e) {
            // 23: done before
            if (e.getErrorCode() != 23) {
                throw e;
            }
            moveTo(admin, host);
        }
    }

    /** The set remembers the port it had; at another one the node does not find itself in it. */
    private static void moveTo(MongoDatabase admin, String host) {
        Document config = admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
        Document member = config.getList("members", Document.class).getFirst();
        if (host.equals(member.getString("host"))) {
            return;
        }
        member.put("host", host);
        config.put("version", config.getInteger("version") + 1);
        admin.runCommand(new Document("replSetReconfig", config).append("force", true));
    }

    /** Where it answers. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port + "/?directConnection=true";
    }

    /** What {@code kill -9} does. */
    public void kill() {
        ProcessHandle.of(pid).ifPresent(handle -> {
            handle.destroyForcibly();
            handle.onExit().join();
        });
    }

    /** The process, to stop it for a while. */
    public long pid() {
        return pid;
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Completes when the process ends, whoever ended it. */
    public CompletableFuture<?> onExit() {
        return ProcessHandle.of(pid)
                .<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Starts it again on the same data and port, after a kill. */
    public void restart() {
        try {
            var dead = keeper;
            // the old keeper must not delete the folder
            dead.destroyForcibly().waitFor();
            dead.getOutputStream().close();
            keeper = launch();
            pid = readPid(keeper);
            awaitWritable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while mongod was started again", e);
        }
    }

    @Override
    public void close() {
        try {
            keeper.getOutputStream().close();
            if (!keeper.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                kill();
                keeper.destroyForcibly();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
