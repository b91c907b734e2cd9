package vn.thidua.bench.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.embedded.MongodProcess;

/** {@code bench store}: what the event store costs beside the driver it stands on. */
public final class StoreBench {
    private static final int OK = 0;
    private static final int USAGE = 64;
    /** There is nothing to measure on (EX_UNAVAILABLE of sysexits). */
    private static final int NO_DATABASE = 69;

    private static final int[] CLIENTS = {1, 8, 64};
    private static final int ROUNDS = 3;
    private static final String HELP = """
            usage: ./thidua bench store [--short]
              (nothing)   slices of 3 s, about a minute and a half
              --short     slices of 1 s""";

    private final PrintStream out;
    private final MongoDatabase database;
    private final Duration slice;
    private final List<Figure> figures = new ArrayList<>();

    StoreBench(PrintStream out, MongoDatabase database, Duration slice) {
        this.out = out;
        this.database = database;
        this.slice = slice;
    }

    public static void main(String[] args) throws IOException {
        if (args.length > 1 || args.length == 1 && !args[0].equals("--short")) {
            System.err.println(HELP);
            System.exit(USAGE);
        }
        Duration slice = Duration.ofSeconds(args.length == 1 ? 1 : 3);
        String uri = System.getenv("THIDUA_MONGODB_URI");
        String mongod = System.getenv("THIDUA_MONGOD");
        int code = OK;
        if (uri != null && !uri.isBlank()) {
            measure(uri, slice);
        } else if (mongod != null && !mongod.isBlank()) {
            try (MongodProcess server = MongodProcess.start(Path.of(mongod))) {
                measure(server.uri(), slice);
            }
        } else {
            System.err.println("bench store needs a MongoDB: set THIDUA_MONGODB_URI or THIDUA_MONGOD, or run"
                    + " .ci/fetch-mongod");
            code = NO_DATABASE;
        }
        System.out.flush();
        System.exit(code);
    }

    private static void measure(String uri, Duration slice) throws IOException {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .timeout(30, TimeUnit.SECONDS)
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            String name = "bench_" + UUID.randomUUID().toString().replace("-", "");
            String version = client.getDatabase("admin")
                    .runCommand(new Document("buildInfo", 1))
                    .getString("version");
            MongoDatabase database = client.getDatabase(name);
            try {
                System.out.println("MongoDB " + version + ", write concern majority and journal, "
                        + Runtime.getRuntime().availableProcessors()
                        + " processors for this JVM, one event of about 250"
                        + " bytes per commit, " + ROUNDS + " rounds, both sides by turns");
                StoreBench bench = new StoreBench(System.out, database, slice);
                bench.run();
                bench.write(Path.of(System.getProperty("thidua.root", "."), ".thidua", "bench", "store.json"));
            } finally {
                database.drop();
            }
        }
    }

    private void run() {
        RawStore raw = new RawStore(database);
        try (Log log = new Log(database)) {
            // both sides compile and connect before anything counts
            appends(64, log, raw, null);
            for (int clients : CLIENTS) {
                Figure figure = figure("appends, " + clients + " writers", "1/s", "insertOne, " + clients + " threads");
                for (int round = 0; round < ROUNDS; round++) {
                    appends(clients, log, raw, figure);
                }
            }
            replays(log);
            loads(log);
        }
        print();
    }

    private void appends(int clients, Log log, RawStore raw, @Nullable Figure figure) {
        String run = UUID.randomUUID().toString();
        double baseline = Load.perSecond(clients, slice, c -> turn -> raw.insert("raw-" + run + c, turn));
        double ours = Load.perSecond(clients, slice, c -> turn -> log.append("log-" + run + c, turn));
        if (figure != null) {
            figure.values.add(ours);
            figure.baselines.add(baseline);
        }
    }

    private void replays(Log log) {
        Figure plain = figure("replay, payloads left alone", "events/s", "cursor over the commits by _id");
        Figure payloads = figure("replay with payloads", "events/s", "cursor over the commits by _id");
        log.replay(true);
        for (int round = 0; round < ROUNDS; round++) {
            double baseline = rate(() -> RawStore.readAll(database, "commits"));
            plain.values.add(rate(() -> log.replay(false)));
            plain.baselines.add(baseline);
            payloads.values.add(rate(() -> log.replay(true)));
            payloads.baselines.add(baseline);
        }
    }

    private void loads(Log log) {
        String run = UUID.randomUUID().toString();
        int aggregates = 500;
        for (int sequence = 0; sequence < 10; sequence++) {
            for (int a = 0; a < aggregates; a++) {
                log.append("load-" + run + a, sequence);
            }
            if (slice.toSeconds() <= 1 && sequence == 4) {
                break;
            }
        }
        Figure figure = figure("aggregates loaded, " + log.size() + " events in the store", "1/s", null);
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            figure.values.add(
                    Load.perSecond(1, slice, c -> turn -> log.load("load-" + run + random.nextInt(aggregates))));
        }
    }

    private static double rate(java.util.function.LongSupplier work) {
        long start = System.nanoTime();
        long done = work.getAsLong();
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private Figure figure(String name, String unit, @Nullable String baseline) {
        Figure figure = new Figure(name, unit, baseline);
        figures.add(figure);
        return figure;
    }

    private void print() {
        String row = "%-48s %12s %12s %7s %7s  %s%n";
        out.printf(Locale.ROOT, row, "figure", "median", "baseline", "ratio", "spread", "of");
        for (Figure figure : figures) {
            boolean compared = figure.baseline != null;
            out.printf(
                    Locale.ROOT,
                    row,
                    figure.name,
                    "%,.0f %s".formatted(figure.median(), figure.unit),
                    compared ? "%,.0f".formatted(figure.baselineMedian()) : "",
                    compared ? "%.2f".formatted(figure.ratio()) : "",
                    "%.0f %%".formatted(100 * figure.spread()),
                    compared ? figure.baseline : "");
        }
    }

    private void write(Path path) throws IOException {
        List<Document> rows = new ArrayList<>();
        for (Figure figure : figures) {
            Document row = new Document("figure", figure.name)
                    .append("unit", figure.unit)
                    .append("rounds", figure.values)
                    .append("median", figure.median())
                    .append("spread", figure.spread());
            if (figure.baseline != null) {
                row.append("baseline", figure.baseline)
                        .append("baselineRounds", figure.baselines)
                        .append("ratio", figure.ratio());
            }
            rows.add(row);
        }
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(
                path, new Document("figures", rows).toJson() + System.lineSeparator(), StandardCharsets.UTF_8);
    }
}
