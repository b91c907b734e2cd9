package vn.thidua.bench.store;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.UUID;
import vn.thidua.bench.figure.Bench;
import vn.thidua.bench.figure.Figure;
import vn.thidua.bench.figure.Load;
import vn.thidua.bench.figure.Run;
import vn.thidua.bench.figure.Target;

/** Appends beside single inserts. */
public final class Appends implements Bench {

    private record Case(int writers, Target target) {}

    private static final Case[] CASES = {
        new Case(64, Target.atLeast(2.5, 4.0)),
        new Case(8, Target.atLeast(0.7, 0.95)),
        new Case(1, Target.atLeast(0.6, 0.9))
    };

    @Override
    public String name() {
        return "appends";
    }

    @Override
    public String words() {
        return "appends beside raw inserts, at 64, 8 and 1 writers";
    }

    @Override
    public void measure(Run run) {
        MongoDatabase database = run.database(run.databases("appends") + "log");
        var raw = new RawStore(database);
        try (var store = new Store(database)) {
            ours(store, 64, run.scale().warmUp());
            baseline(raw, 64, run.scale().warmUp());
            for (Case each : CASES) {
                Figure figure = run.figure(
                        "appends, " + each.writers + (each.writers == 1 ? " writer" : " writers"),
                        "1/s",
                        "insertOne, " + each.writers + " threads",
                        each.target);
                for (int round = 0; round < run.scale().rounds(); round++) {
                    double inserts = baseline(raw, each.writers, run.scale().slice());
                    figure.add(ours(store, each.writers, run.scale().slice()), inserts);
                }
            }
        }
    }

    private static double baseline(RawStore raw, int writers, Duration slice) {
        String turn = UUID.randomUUID().toString();
        return Load.perSecond(writers, slice, c -> sequence -> raw.insert(turn + c, sequence));
    }

    private static double ours(Store store, int writers, Duration slice) {
        String turn = UUID.randomUUID().toString();
        return Load.perSecond(writers, slice, c -> sequence -> store.append(turn + c, sequence));
    }
}
