package vn.thidua.bench.store;

import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import vn.thidua.bench.figure.Bench;
import vn.thidua.bench.figure.Figure;
import vn.thidua.bench.figure.Run;
import vn.thidua.bench.figure.Target;

/** How fast all events are read again, in order. */
public final class Replays implements Bench {

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String words() {
        return "replay with payloads beside a raw cursor, and beside extension-mongo";
    }

    @Override
    public void measure(Run run) {
        MongoDatabase ours = run.database(run.databases("replay") + "log");
        int events = run.scale().medium();
        Figure raw = run.figure("replay with payloads", "events/s", "raw cursor by _id", Target.atLeast(0.25, 0.5));
        Figure plain = run.figure("replay, payloads left alone", "events/s", "raw cursor by _id", null);
        Figure beside = run.figure(
                "replay with payloads, 10 events/s", "events/s", "extension-mongo", Target.atLeast(2.5, 5.0));
        try (var store = new Store(ours);
                var extension = new Extension(run.database(run.databases("replay") + "extension"), false)) {
            run.say("filling two stores with " + events + " events");
            store.fill(events);
            Store.fill(extension.engine(), events);
            EventStorageEngine engine = store.engine();
            TrackingToken beginning = engine.createTailToken();
            replay(engine, beginning, true, run);
            replay(engine, beginning, true, run);
            theirs(extension, run);
            RawStore.readAll(ours);
            for (int round = 0; round < run.scale().rounds(); round++) {
                double cursor = rate(() -> RawStore.readAll(ours));
                double payloads = rate(() -> replay(engine, beginning, true, run));
                raw.add(payloads, cursor);
                plain.add(rate(() -> replay(engine, beginning, false, run)), cursor);
                beside.add(payloads, rate(() -> theirs(extension, run)));
            }
        }
    }

    private static long replay(EventStorageEngine engine, TrackingToken start, boolean payloads, Run run) {
        return Store.replay(
                engine,
                start,
                payloads,
                System.nanoTime() + TimeUnit.SECONDS.toNanos(60 * run.scale().rounds()));
    }

    /** It is given a while, not the whole store: it may be very slow. */
    @SuppressWarnings("NullAway") // null is Axon's beginning of a stream
    private static long theirs(Extension extension, Run run) {
        return Store.replay(
                extension.engine(),
                null,
                true,
                System.nanoTime() + 2 * run.scale().slice().toNanos());
    }

    private static double rate(LongSupplier work) {
        long start = System.nanoTime();
        long done = work.getAsLong();
        return done / ((System.nanoTime() - start) / 1e9);
    }
}
