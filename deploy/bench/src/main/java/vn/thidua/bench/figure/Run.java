package vn.thidua.bench.figure;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.embedded.KafkaBroker;

/** One run of the bench: where it runs, how much it measures, and what it has found out so far. */
public final class Run implements AutoCloseable {

    private final PrintStream out;
    private final Scale scale;
    private final Path root;
    private final String mongo;
    private final MongoClient client;
    private final String prefix = "bench_" + UUID.randomUUID().toString().substring(0, 8) + "_";
    private final List<Figure> figures = new ArrayList<>();
    private @Nullable KafkaBroker broker;

    /**
     * @param root of the repository: what a bench starts as a process is found there, what one leaves behind lies below
     * @param mongo address of a database server; asked only by those benches that need one
     */
    public Run(PrintStream out, Scale scale, Path root, String mongo) {
        this.out = out;
        this.scale = scale;
        this.root = root;
        this.mongo = mongo;
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo))
                .timeout(60, TimeUnit.SECONDS)
                .build());
    }

    public Scale scale() {
        return scale;
    }

    /** The repository. */
    public Path root() {
        return root;
    }

    /** Where words go. */
    public PrintStream out() {
        return out;
    }

    /** Address of the database server. */
    public String mongo() {
        return mongo;
    }

    /** What names of databases begin with, so that nobody else has them. */
    public String databases(String purpose) {
        return prefix + purpose + "_";
    }

    /** A database of this run, through a client whose calls end after a minute. */
    public MongoDatabase database(String name) {
        return client.getDatabase(name);
    }

    /** Version of the server. */
    public String serverVersion() {
        return client.getDatabase("admin")
                .runCommand(new Document("buildInfo", 1))
                .getString("version");
    }

    /** Addresses of a broker in this process; started when first asked for. */
    public String kafka() {
        KafkaBroker running = broker;
        if (running == null) {
            running = KafkaBroker.start();
            broker = running;
        }
        return running.bootstrap();
    }

    /** Adds a figure; its rounds may come later. */
    public Figure figure(String name, String unit, @Nullable String baseline, @Nullable Target target) {
        Figure figure = new Figure(name, unit, baseline, target);
        figures.add(figure);
        return figure;
    }

    /** All figures, in the order in which they were added. */
    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** Tells whoever waits. */
    public void say(String words) {
        out.println("  " + words);
    }

    /** Takes the databases of a bench away. */
    public void dropDatabases() {
        for (String name : client.listDatabaseNames().into(new ArrayList<>())) {
            if (name.startsWith(prefix)) {
                client.getDatabase(name).drop();
            }
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } finally {
            if (broker != null) {
                broker.close();
            }
        }
    }
}
