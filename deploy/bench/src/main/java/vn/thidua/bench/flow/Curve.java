package vn.thidua.bench.flow;

import com.mongodb.client.MongoCollection;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import vn.thidua.bench.Statistics;
import vn.thidua.bench.figure.Bench;
import vn.thidua.bench.figure.Figure;
import vn.thidua.bench.figure.Load;
import vn.thidua.bench.figure.Run;
import vn.thidua.bench.figure.Scale;
import vn.thidua.bench.note.NoteLines;
import vn.thidua.bench.store.Store;

/**
 * From one client to far more than the machine can serve: how many commands come through, how long each takes, how far
 * views and topics fall behind, and how long they take to come back. Nothing may break and memory must stay.
 */
public final class Curve implements Bench {

    private static final int[] CLIENTS = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};
    private static final int[] FEW = {1, 16, 256};
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "curve";
    }

    @Override
    public String words() {
        return "commands, loads and lag from 1 to 512 clients";
    }

    @Override
    public void measure(Run run) throws Exception {
        run.say("starting a broker");
        int notes = Math.min(3_000, run.scale().aggregates());
        try (var flow = new Flow(run, "benchcurve")) {
            Load.times(16, notes, number -> flow.begin(Store.note(number)));
            flow.add(Store.note(0));
            MongoCollection<Document> rows = flow.foreignRows();
            Flow.awaitRow(rows, NoteLines.id(Store.note(0), 1));
            step(run, flow, notes, 16, null);
            for (int clients : run.scale() == Scale.FULL ? CLIENTS : FEW) {
                step(run, flow, notes, clients, run);
            }
        }
    }

    private static void step(Run run, Flow flow, int notes, int clients, @org.jspecify.annotations.Nullable Run shown)
            throws InterruptedException {
        List<Double> millis = Collections.synchronizedList(new ArrayList<>());
        long before = flow.notes().log().nextPosition();
        double rate = Load.perSecond(clients, run.scale().slice(), _ -> _ -> {
            long start = System.nanoTime();
            flow.add(Store.note(ThreadLocalRandom.current().nextInt(notes)));
            millis.add((System.nanoTime() - start) / 1e6);
        });
        long head = flow.notes().log().nextPosition() - 1;
        long relay = head - flow.notes().processors().position("relay");
        long view = head - flow.notes().processors().position(NoteLines.NAME + "-v1");
        long feed = flow.feedLag();
        long start = System.nanoTime();
        await(flow, "relay", head);
        await(flow, NoteLines.NAME + "-v1", head);
        double caughtUp = (System.nanoTime() - start) / 1e6;
        double loads = Load.perSecond(
                clients,
                run.scale().slice().dividedBy(2),
                _ -> _ -> flow.notes()
                        .axon()
                        .eventStore()
                        .readEvents(Store.note(ThreadLocalRandom.current().nextInt(notes)))
                        .next());
        if (shown == null) {
            return;
        }
        String at = clients + (clients == 1 ? " client" : " clients");
        add(run, "curve: commands, " + at, "1/s", rate);
        add(run, "curve: command p50, " + at, "ms", Statistics.percentile(millis, 50));
        add(run, "curve: command p99, " + at, "ms", Statistics.percentile(millis, 99));
        add(run, "curve: loads, " + at, "1/s", loads);
        add(run, "curve: relay behind at the end, " + at, "events", relay);
        add(run, "curve: view behind at the end, " + at, "events", view);
        add(run, "curve: both caught up after, " + at, "ms", caughtUp);
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        add(run, "curve: heap in use, " + at, "MB", heap);
        run.say(String.format(
                Locale.ROOT,
                "%4d clients: %,6.0f commands/s, p50 %.1f ms, p99 %.1f ms; %,6.0f loads/s; behind: relay %d, view %d,"
                        + " topic %d of %d; caught up after %.0f ms; heap %d MB",
                clients,
                rate,
                Statistics.percentile(millis, 50),
                Statistics.percentile(millis, 99),
                loads,
                relay,
                view,
                feed,
                head + 1 - before,
                caughtUp,
                heap));
    }

    private static void await(Flow flow, String processor, long head) throws InterruptedException {
        if (!flow.notes().processors().await(processor, head, PATIENCE)) {
            throw new IllegalStateException(processor + " does not catch up");
        }
    }

    private static void add(Run run, String name, String unit, double value) {
        Figure figure = run.figure(name, unit, null, null);
        figure.add(value);
    }
}
