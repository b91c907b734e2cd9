package vn.thidua.bench;

import com.mongodb.MongoException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.bench.figure.Bench;
import vn.thidua.bench.figure.FigureJson;
import vn.thidua.bench.figure.FigureTable;
import vn.thidua.bench.figure.Run;
import vn.thidua.bench.figure.Scale;
import vn.thidua.bench.flow.Curve;
import vn.thidua.bench.flow.Rebuild;
import vn.thidua.bench.flow.ThroughKafka;
import vn.thidua.bench.http.Http;
import vn.thidua.bench.http.ThroughGateway;
import vn.thidua.bench.store.Appends;
import vn.thidua.bench.store.CommandRates;
import vn.thidua.bench.store.EmbeddedLook;
import vn.thidua.bench.store.Growth;
import vn.thidua.bench.store.OnceKeyCost;
import vn.thidua.bench.store.Replays;
import vn.thidua.bench.up.UpFigures;
import vn.thidua.platform.embedded.MongodProcess;

/** {@code bench}: measures what is asked for, prints one table and writes the same for a program. */
public final class BenchMain {

    private static final int OK = 0;
    /** Something that was to be measured broke. */
    private static final int BROKEN = 1;

    private static final int USAGE = 64;
    /** There is nothing to measure on (EX_UNAVAILABLE of sysexits). */
    private static final int NO_DATABASE = 69;

    /** Measured where no name is given, in this order. */
    private static final List<Bench> TABLE = List.of(
            new Appends(),
            new CommandRates(),
            new OnceKeyCost(),
            new Replays(),
            new Growth(),
            new Rebuild(),
            new ThroughKafka(),
            new Http(),
            new EmbeddedLook(),
            new ReaderFigures());

    /** Only by name. */
    private static final List<Bench> MORE = List.of(new Curve(), new ThroughGateway(), new UpFigures());

    private final PrintStream out;
    private final PrintStream err;
    private final Path root;

    BenchMain(PrintStream out, PrintStream err, Path root) {
        this.out = out;
        this.err = err;
        this.root = root;
    }

    public static void main(String[] args) throws IOException {
        // POI logs through Log4j's interface, which complains when nothing stands behind it
        System.setProperty("log4j.provider", "org.apache.logging.log4j.simple.internal.SimpleProvider");
        Path root =
                Path.of(System.getProperty("thidua.root", ".")).toAbsolutePath().normalize();
        int code = new BenchMain(System.out, System.err, root).run(List.of(args), System.getenv());
        System.out.flush();
        System.exit(code);
    }

    /** All there are. */
    static List<Bench> all() {
        List<Bench> all = new ArrayList<>(TABLE);
        all.addAll(MORE);
        return all;
    }

    private record Wish(
            List<Bench> benches, Scale scale, @Nullable Path json) {}

    int run(List<String> args, Map<String, String> environment) throws IOException {
        if (args.contains("--help") || args.contains("-h")) {
            out.println(help());
            return OK;
        }
        @Nullable Wish wish = wish(args);
        if (wish == null) {
            err.println(help());
            return USAGE;
        }
        String uri = environment.getOrDefault("THIDUA_MONGODB_URI", "");
        String mongod = environment.getOrDefault("THIDUA_MONGOD", "");
        if (wish.benches.stream().noneMatch(Bench::needsDatabase) || !uri.isBlank()) {
            return measure(wish, uri.isBlank() ? "mongodb://127.0.0.1:27017" : uri);
        }
        if (mongod.isBlank()) {
            err.println("bench needs a MongoDB: set THIDUA_MONGODB_URI or THIDUA_MONGOD, or run .ci/fetch-mongod");
            return NO_DATABASE;
        }
        try (MongodProcess server = MongodProcess.start(Path.of(mongod))) {
            return measure(wish, server.uri());
        }
    }

    private static @Nullable Wish wish(List<String> args) {
        Scale scale = Scale.FULL;
        @Nullable Path json = null;
        List<Bench> named = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            String argument = args.get(i);
            if (argument.equals("--short")) {
                scale = Scale.SHORT;
            } else if (argument.equals("--tiny")) {
                scale = Scale.TINY;
            } else if (argument.equals("--json") && i + 1 < args.size()) {
                json = Path.of(args.get(++i));
            } else {
                @Nullable
                Bench found = all().stream()
                        .filter(bench -> bench.name().equals(argument))
                        .findAny()
                        .orElse(null);
                if (found == null) {
                    return null;
                }
                named.add(found);
            }
        }
        return new Wish(named.isEmpty() ? TABLE : named, scale, json);
    }

    private int measure(Wish wish, String mongo) throws IOException {
        long start = System.nanoTime();
        int code = OK;
        Path json = wish.json == null ? root.resolve(".thidua/bench/bench.json") : wish.json;
        try (var run = new Run(out, wish.scale, root, mongo)) {
            Map<String, String> setting;
            try {
                setting = setting(wish, run);
            } catch (MongoException e) {
                err.println("the database does not answer: " + e);
                return NO_DATABASE;
            }
            setting.forEach((what, is) -> out.println(what + ": " + is));
            for (Bench bench : wish.benches) {
                long began = System.nanoTime();
                out.println(bench.name() + ": " + bench.words());
                try {
                    bench.measure(run);
                    if (bench.needsDatabase()) {
                        run.dropDatabases();
                    }
                } catch (Exception e) {
                    if (e instanceof InterruptedException) {
                        Thread.currentThread().interrupt();
                    }
                    code = BROKEN;
                    err.println(bench.name() + " broke:");
                    e.printStackTrace(err);
                }
                run.say("done after " + seconds(began) + " s");
                FigureJson.write(json, setting, run.figures());
            }
            out.println();
            FigureTable.print(out, run.figures());
        }
        out.printf("%nwritten to %s after %d s%n", json, seconds(start));
        return code;
    }

    private static long seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000;
    }

    private static Map<String, String> setting(Wish wish, Run run) {
        Map<String, String> setting = new LinkedHashMap<>();
        setting.put("machine", Setting.current().line());
        if (wish.benches.stream().anyMatch(Bench::needsDatabase)) {
            setting.put("database", "MongoDB " + run.serverVersion() + ", write concern majority and journal");
        }
        setting.put(
                "effort",
                "%s: %d rounds, each side by turns for %d ms after a warm-up"
                        .formatted(
                                wish.scale.name(),
                                wish.scale.rounds(),
                                wish.scale.slice().toMillis()));
        return setting;
    }

    private static String help() {
        var text = new StringBuilder("""
            usage: ./thidua bench [NAME...] [--short] [--json FILE]
              measures what is named, one table for all; without a name all of the first part
              --short      fewer and smaller: two minutes for all, shows that everything works
              --json FILE  where the numbers go; .thidua/bench/bench.json if nothing is said
            """);
        for (Bench bench : TABLE) {
            text.append("%n  %-10s %s".formatted(bench.name(), bench.words()));
        }
        text.append(System.lineSeparator());
        for (Bench bench : MORE) {
            text.append("%n  %-10s %s".formatted(bench.name(), bench.words()));
        }
        return text.toString();
    }
}
