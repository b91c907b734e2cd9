package vn.thidua.platform.testing;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.embedded.EmbeddedMongo;
import vn.thidua.platform.embedded.KafkaBroker;
import vn.thidua.platform.embedded.MongodProcess;

/**
 * The backends that tests run on: started when first asked for, one of each per JVM, gone with it. One that cannot be
 * had fails the test that asks for it; nothing is skipped.
 *
 * <p>MongoDB is, in this order: what answers at {@code THIDUA_MONGODB_URI}; the {@code mongod} that {@code THIDUA_MONGOD}
 * names or that is on the path; the embedded server.
 */
public final class Backends {

    private static final AtomicInteger databases = new AtomicInteger();
    private static @Nullable String mongoUri;
    private static @Nullable EmbeddedMongo embedded;
    private static @Nullable MongoClient client;
    private static @Nullable MongoClient embeddedClient;
    private static @Nullable KafkaBroker kafka;

    private Backends() {}

    /** Where the chosen MongoDB answers. */
    public static synchronized String mongoUri() {
        if (mongoUri == null) {
            mongoUri = chooseMongo();
        }
        return mongoUri;
    }

    private static String chooseMongo() {
        @Nullable String given = setting("THIDUA_MONGODB_URI");
        if (given != null) {
            say("MongoDB " + version(given) + " at THIDUA_MONGODB_URI");
            return given;
        }
        Optional<Path> mongod = mongod();
        if (mongod.isEmpty()) {
            say("embedded server, for want of a mongod (THIDUA_MONGOD, .ci/fetch-mongod)");
            return embeddedUri();
        }
        long started = System.nanoTime();
        MongodProcess process = ending(MongodProcess.start(mongod.get()));
        say("MongoDB " + version(process.uri()) + ", a replica set of " + mongod.get() + ", ready after "
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started) + " ms");
        return process.uri();
    }

    /**
     * The mongod of this machine.
     *
     * @throws AssertionError if {@code THIDUA_MONGOD} names something else
     */
    public static Optional<Path> mongod() {
        @Nullable String named = setting("THIDUA_MONGOD");
        if (named != null) {
            if (!Files.isExecutable(Path.of(named))) {
                throw new AssertionError("THIDUA_MONGOD=" + named + " is no program");
            }
            return Optional.of(Path.of(named));
        }
        @Nullable String path = System.getenv("PATH");
        return Stream.of(path == null ? new String[0] : path.split(java.io.File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** For tests that kill, stop or cut the server: they cannot do without a mongod of their own. */
    public static MongodProcess ownMongod() {
        return ending(MongodProcess.start(mongod().orElseThrow(() ->
                new AssertionError("this test needs a mongod: run .ci/fetch-mongod, or name one in THIDUA_MONGOD"))));
    }

    private static MongodProcess ending(MongodProcess process) {
        Runtime.getRuntime().addShutdownHook(new Thread(process::close));
        return process;
    }

    /** The embedded server, whatever the others run on. */
    public static synchronized String embeddedUri() {
        if (embedded == null) {
            try {
                Path folder = Files.createTempDirectory("thidua-embedded-");
                var server = EmbeddedMongo.start(folder.resolve("store"));
                embedded = server;
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    server.close();
                    delete(folder);
                }));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return embedded.uri();
    }

    /** A client of the chosen MongoDB, with the time limits of commands. */
    public static synchronized MongoClient mongo() {
        if (client == null) {
            client = client(mongoUri());
        }
        return client;
    }

    /** A new database with a name nobody has used; dropping one costs more than leaving it. */
    public static MongoDatabase freshDatabase(Class<?> test) {
        return mongo().getDatabase(freshName(test));
    }

    /** The same on the embedded server. */
    public static synchronized MongoDatabase freshEmbeddedDatabase(Class<?> test) {
        if (embeddedClient == null) {
            embeddedClient = client(embeddedUri());
        }
        return embeddedClient.getDatabase(freshName(test));
    }

    /** A name nobody has used. */
    public static String freshName(Class<?> test) {
        return test.getSimpleName().toLowerCase(Locale.ROOT) + "_"
                + ProcessHandle.current().pid() + "_" + databases.incrementAndGet();
    }

    /** A client with the time limits of commands. */
    public static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .timeout(4, TimeUnit.SECONDS)
                .build());
    }

    /** Addresses of the Kafka broker in this JVM. */
    public static synchronized String kafka() {
        if (kafka == null) {
            long started = System.nanoTime();
            kafka = KafkaBroker.start();
            var broker = kafka;
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            say("Kafka broker in this JVM, ready after " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started)
                    + " ms");
        }
        return kafka.bootstrap();
    }

    private static String version(String uri) {
        try (MongoClient asking = MongoClients.create(uri)) {
            return asking.getDatabase("admin")
                    .runCommand(new Document("buildInfo", 1))
                    .getString("version");
        }
    }

    private static @Nullable String setting(String name) {
        @Nullable String value = System.getenv(name);
        return value == null || value.isBlank() ? null : value;
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("SystemOut") // for whoever reads the build's log
    private static void say(String what) {
        System.out.println("backend: " + what);
    }
}
