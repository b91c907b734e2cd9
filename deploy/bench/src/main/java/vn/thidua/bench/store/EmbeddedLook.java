package vn.thidua.bench.store;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToDoubleFunction;
import vn.thidua.bench.figure.Bench;
import vn.thidua.bench.figure.Figure;
import vn.thidua.bench.figure.Load;
import vn.thidua.bench.figure.Run;
import vn.thidua.platform.embedded.EmbeddedMongo;

/** The server in the process, for a first look: how it does beside a real one. */
public final class EmbeddedLook implements Bench {

    private static final String MARK = "for a first look (embedded server): ";
    private static final String BASELINE = "the same on mongod";

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public String words() {
        return "the embedded server, for a first look";
    }

    @Override
    public void measure(Run run) throws Exception {
        Path folder = Files.createTempDirectory("thidua-bench-");
        try (var server = EmbeddedMongo.start(folder.resolve("store"));
                var client = MongoClients.create(server.uri())) {
            MongoDatabase database = client.getDatabase("bench");
            try (var look = new Store(database);
                    var real = new Store(run.database(run.databases("embedded") + "log"))) {
                int events = run.scale().small();
                look.fill(events);
                real.fill(events);
                for (int writers : new int[] {64, 8, 1}) {
                    compare(
                            run,
                            "appends, " + writers + (writers == 1 ? " writer" : " writers"),
                            look,
                            real,
                            store -> appends(run, store, writers));
                }
                compare(run, "aggregate loads, 1 client", look, real, store -> loads(run, store, events));
                compare(run, "replay with payloads", look, real, EmbeddedLook::replay);
            }
        } finally {
            Files.deleteIfExists(folder.resolve("store"));
            Files.deleteIfExists(folder);
        }
    }

    private static void compare(Run run, String what, Store look, Store real, ToDoubleFunction<Store> rate) {
        Figure figure = run.figure(MARK + what, "1/s", BASELINE, null);
        var _ = rate.applyAsDouble(look);
        for (int round = 0; round < run.scale().rounds(); round++) {
            double mongod = rate.applyAsDouble(real);
            figure.add(rate.applyAsDouble(look), mongod);
        }
    }

    private static double appends(Run run, Store store, int writers) {
        String turn = UUID.randomUUID().toString();
        return Load.perSecond(
                writers, run.scale().slice().dividedBy(2), c -> sequence -> store.append(turn + c, sequence));
    }

    private static double loads(Run run, Store store, int events) {
        int notes = Math.max(1, events / Store.LENGTH);
        return Load.perSecond(
                1,
                run.scale().slice().dividedBy(2),
                _ -> _ -> Store.load(
                        store.engine(), Store.note(ThreadLocalRandom.current().nextInt(notes))));
    }

    private static double replay(Store store) {
        long start = System.nanoTime();
        long read = Store.replay(store.engine(), store.engine().createTailToken(), true, start + 5_000_000_000L);
        return read / ((System.nanoTime() - start) / 1e9);
    }
}
