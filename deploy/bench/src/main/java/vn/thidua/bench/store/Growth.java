package vn.thidua.bench.store;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import vn.thidua.bench.figure.Bench;
import vn.thidua.bench.figure.Figure;
import vn.thidua.bench.figure.Load;
import vn.thidua.bench.figure.Run;
import vn.thidua.bench.figure.Target;

/** Whether a full store is slower than an empty one. */
public final class Growth implements Bench {

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String words() {
        return "aggregate loads and appends in stores of three sizes";
    }

    @Override
    public void measure(Run run) {
        try (var small = filled(run, run.scale().small());
                var medium = filled(run, run.scale().medium());
                var large = filled(run, run.scale().large())) {
            String most = words(run.scale().large());
            Figure overSmall = run.figure(
                    "aggregate load, " + most,
                    "us",
                    "the same, " + words(run.scale().small()),
                    Target.atMost(1.3, 1.1));
            Figure overMedium = run.figure(
                    "aggregate load, " + most,
                    "us",
                    "the same, " + words(run.scale().medium()),
                    Target.atMost(1.3, 1.1));
            loads(large, run.scale().large(), run.scale().warmUp());
            loads(medium, run.scale().medium(), run.scale().slice());
            loads(small, run.scale().small(), run.scale().slice());
            for (int round = 0; round < run.scale().rounds(); round++) {
                double atSmall = loads(small, run.scale().small(), run.scale().slice());
                double atLarge = loads(large, run.scale().large(), run.scale().slice());
                double atMedium =
                        loads(medium, run.scale().medium(), run.scale().slice());
                overSmall.add(atLarge, atSmall);
                overMedium.add(atLarge, atMedium);
            }
            Figure appends = run.figure(
                    "append, 64 writers, " + most,
                    "us",
                    "the same, " + words(run.scale().medium()),
                    Target.atMost(1.7, 1.2));
            // short: each append makes the smaller store larger
            Duration slice = run.scale().slice().dividedBy(3);
            appends(medium, slice);
            appends(large, slice);
            for (int round = 0; round < run.scale().rounds(); round++) {
                double atMedium = appends(medium, slice);
                appends.add(appends(large, slice), atMedium);
            }
        }
    }

    private static String words(int events) {
        return "%,d events".formatted(events);
    }

    private static Store filled(Run run, int events) {
        run.say("filling a store with " + events + " events");
        var store = new Store(run.database(run.databases("growth") + events));
        store.fill(events);
        return store;
    }

    /** Microseconds of one. */
    private static double loads(Store store, int events, Duration slice) {
        int notes = Math.max(1, events / Store.LENGTH);
        return 1e6
                / Load.perSecond(
                        1,
                        slice,
                        _ -> _ -> Store.load(
                                store.engine(),
                                Store.note(ThreadLocalRandom.current().nextInt(notes))));
    }

    private static double appends(Store store, Duration slice) {
        String turn = UUID.randomUUID().toString();
        return 1e6 / Load.perSecond(64, slice, c -> sequence -> store.append(turn + c, sequence));
    }
}
