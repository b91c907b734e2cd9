package vn.thidua.standalone;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import vn.thidua.platform.embedded.EmbeddedMongo;
import vn.thidua.platform.embedded.MongodProcess;
import vn.thidua.standalone.State.Backend;

/** The database of this installation, as long as it is needed. */
final class RunningDatabase implements AutoCloseable {

    private final Backend backend;
    private final AutoCloseable server;

    private RunningDatabase(Backend backend, AutoCloseable server) {
        this.backend = backend;
        this.server = server;
    }

    /**
     * Starts what is chosen, or looks whether it can be used.
     *
     * @param incidents is told when a mongod ends that nobody has ended; it is started again
     */
    static RunningDatabase start(DatabaseChoice choice, Home home, Consumer<String> incidents) {
        return switch (choice) {
            case DatabaseChoice.Named(String uri) -> named(uri);
            case DatabaseChoice.Child child -> child(child, home, incidents);
            case DatabaseChoice.Embedded _ -> {
                var server = EmbeddedMongo.start(home.embedded());
                yield new RunningDatabase(
                        new Backend(
                                "embedded",
                                "embedded server, data in " + home.embedded().getParent()
                                        + " (a first look, not records that must last)",
                                server.uri(),
                                0),
                        server);
            }
        };
    }

    private static RunningDatabase named(String uri) {
        String hosts = String.join(",", new ConnectionString(uri).getHosts());
        try (MongoClient client = client(uri)) {
            var admin = client.getDatabase("admin");
            Document hello = admin.runCommand(new Document("hello", 1));
            if (hello.getString("setName") == null && !"isdbgrid".equals(hello.getString("msg"))) {
                throw new Refusal(
                        Refusal.UNUSABLE,
                        "MongoDB " + hosts + " chạy đơn lẻ (standalone); cần replica set, một nút là đủ: thêm --replSet"
                                + " rs0 khi chạy mongod, rồi chạy một lần: mongosh --eval 'rs.initiate()'",
                        "the MongoDB at " + hosts + " runs standalone; a replica set is needed, one node is enough:"
                                + " start mongod with --replSet rs0, and run once: mongosh --eval 'rs.initiate()'");
            }
            String version = admin.runCommand(new Document("buildInfo", 1)).getString("version");
            return new RunningDatabase(new Backend("uri", "MongoDB " + version + " at " + hosts, uri, 0), () -> {});
        } catch (MongoException e) {
            throw new Refusal(
                    Refusal.UNUSABLE,
                    "Không kết nối được MongoDB " + hosts + " (THIDUA_MONGODB_URI).",
                    "the MongoDB at " + hosts + " (THIDUA_MONGODB_URI) does not answer: " + Causes.words(e));
        }
    }

    private static RunningDatabase child(DatabaseChoice.Child choice, Home home, Consumer<String> incidents) {
        MongodProcess mongod;
        try {
            Logs.rotate(home.logs().resolve("mongod.log"));
            mongod = MongodProcess.start(
                    choice.mongod(), home.mongod(), home.logs().resolve("mongod.log"));
        } catch (RuntimeException e) {
            throw new Refusal(
                    Refusal.UNUSABLE,
                    choice.mongod() + " không chạy được với dữ liệu trong " + home.mongod() + ", xem "
                            + home.logs().resolve("mongod.log"),
                    choice.mongod() + " does not run on " + home.mongod() + ": see "
                            + home.logs().resolve("mongod.log") + " (" + Causes.words(e) + ")");
        }
        String version;
        try (MongoClient client = client(mongod.uri())) {
            version = client.getDatabase("admin")
                    .runCommand(new Document("buildInfo", 1))
                    .getString("version");
        }
        var backend = new Backend(
                "mongod",
                "MongoDB " + version + ", a replica set of one started here, data in " + home.mongod(),
                mongod.uri(),
                mongod.pid());
        return new RunningDatabase(backend, new Supervised(mongod, incidents));
    }

    /** Starts a mongod again that was killed or has crashed; everything that talks to it waits and goes on. */
    private static final class Supervised implements AutoCloseable {

        private static final long LONGEST_PAUSE_SECONDS = 30;

        private final MongodProcess mongod;
        private final Consumer<String> incidents;
        private volatile boolean closed;

        Supervised(MongodProcess mongod, Consumer<String> incidents) {
            this.mongod = mongod;
            this.incidents = incidents;
            Thread.ofPlatform().daemon().name("mongod").start(this::watch);
        }

        private void watch() {
            long pause = 1;
            while (!closed) {
                mongod.onExit().join();
                if (closed) {
                    return;
                }
                incidents.accept("mongod (pid " + mongod.pid() + ") has ended; it is started again");
                try {
                    long began = System.nanoTime();
                    mongod.restart();
                    incidents.accept("mongod runs again (pid " + mongod.pid() + "), after "
                            + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) + " ms");
                    pause = 1;
                } catch (RuntimeException e) {
                    incidents.accept("mongod does not start (" + Causes.words(e) + "), again in " + pause + " s");
                    sleep(pause);
                    pause = Math.min(pause * 2, LONGEST_PAUSE_SECONDS);
                }
            }
        }

        private static void sleep(long seconds) {
            try {
                TimeUnit.SECONDS.sleep(seconds);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            closed = true;
            mongod.close();
        }
    }

    /** A client that gives up soon. */
    static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .build());
    }

    Backend backend() {
        return backend;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("the database does not end", e);
        }
    }
}
