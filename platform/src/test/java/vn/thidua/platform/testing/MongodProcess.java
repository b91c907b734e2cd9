package vn.thidua.platform.testing;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * A mongod of the test's own: a replica set of one node, on a free port, in a folder that is deleted at the end. It ends
 * with this JVM, also if this JVM is killed.
 */
public final class MongodProcess implements AutoCloseable {

    /** The shell outlives nobody: as soon as its input ends, it ends mongod. */
    private static final String KEEPER = "\"$@\" </dev/null >/dev/null 2>&1 & pid=$!; echo $pid; cat >/dev/null;"
            + " kill -TERM $pid 2>/dev/null; wait $pid; [ -z \"$FOLDER\" ] || rm -rf \"$FOLDER\"";

    private final Path mongod;
    private final Path folder;
    private final int port;
    private Process keeper;
    private long pid;

    private MongodProcess(Path mongod) throws IOException {
        this.mongod = mongod;
        this.folder = Files.createTempDirectory("thidua-mongod-");
        this.port = Ports.free();
        this.keeper = launch();
        this.pid = readPid(keeper);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Starts one, and waits until it accepts writes. */
    public static MongodProcess start(Path mongod) {
        try {
            var process = new MongodProcess(mongod);
            process.initiate();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() throws IOException {
        Files.createDirectories(folder.resolve("db"));
        List<String> command = List.of(
                "sh",
                "-c",
                KEEPER,
                "sh",
                mongod.toString(),
                "--dbpath",
                folder.resolve("db").toString(),
                "--port",
                Integer.toString(port),
                "--bind_ip",
                "127.0.0.1",
                "--nounixsocket",
                "--logpath",
                folder.resolve("log").toString(),
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
                "diagnosticDataCollectionEnabled=false",
                // fail points
                "--setParameter",
                "enableTestCommands=1");
        var builder = new ProcessBuilder(command);
        builder.environment().put("FOLDER", folder.toString());
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static long readPid(Process keeper) throws IOException {
        // not closed: the keeper's output stays open as long as it lives
        var reader = new BufferedReader(new InputStreamReader(keeper.getInputStream(), StandardCharsets.UTF_8));
        String line = reader.readLine();
        if (line == null) {
            throw new IOException("mongod did not start");
        }
        return Long.parseLong(line.strip());
    }

    private void initiate() {
        // without replicaSet=: the set has no name yet, and the driver would wait for it
        try (MongoClient client = MongoClients.create(uri() + "&serverSelectionTimeoutMS=20000")) {
            var admin = client.getDatabase("admin");
            try {
                admin.runCommand(new Document(
                        "replSetInitiate",
                        new Document("_id", "rs0")
                                .append(
                                        "members",
                                        List.of(new Document("_id", 0).append("host", "127.0.0.1:" + port)))));
            } catch (MongoCommandException e) {
                // 23: done before
                if (e.getErrorCode() != 23) {
                    throw e;
                }
            }
            Eventually.eventually(
                    "mongod accepts writes",
                    () -> Boolean.TRUE.equals(
                            admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary")));
        }
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

    /** Starts it again on the same data, after a kill. */
    public void restart() {
        try {
            var dead = keeper;
            keeper = launch();
            pid = readPid(keeper);
            // the old keeper must not delete the folder
            dead.destroyForcibly();
            Eventually.eventually("mongod answers again", () -> {
                try (MongoClient client = MongoClients.create(uri() + "&serverSelectionTimeoutMS=5000")) {
                    return Boolean.TRUE.equals(client.getDatabase("admin")
                            .runCommand(new Document("hello", 1))
                            .getBoolean("isWritablePrimary"));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            keeper.getOutputStream().close();
            if (!keeper.waitFor(10, TimeUnit.SECONDS)) {
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
