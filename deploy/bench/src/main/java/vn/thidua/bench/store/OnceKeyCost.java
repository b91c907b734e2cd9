package vn.thidua.bench.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import vn.thidua.bench.figure.Bench;
import vn.thidua.bench.figure.Figure;
import vn.thidua.bench.figure.Load;
import vn.thidua.bench.figure.Run;
import vn.thidua.bench.figure.Target;
import vn.thidua.bench.note.NoteCommand.AddLine;
import vn.thidua.bench.note.Notes;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.eventstore.OnceKey;

/** What it costs that a request counts once. */
public final class OnceKeyCost implements Bench {

    private static final byte[] REQUEST =
            "POST /api/v1/notes/lines {\"text\":\"once\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @Override
    public String name() {
        return "once";
    }

    @Override
    public String words() {
        return "commands with a once-key beside commands without";
    }

    @Override
    public void measure(Run run) {
        String databases = run.databases("once");
        int notes = Math.min(3_000, run.scale().aggregates());
        try (var store = new Store(run.database(databases + Notes.CONTEXT))) {
            Store.fillWithNotes(store.engine(), notes);
        }
        try (var context =
                ContextRuntime.open(Notes.spec(Notes.CONTEXT).build(), Notes.settings(run.mongo(), databases, null))) {
            context.start();
            rate(context, notes, 64, true, run.scale().warmUp());
            rate(context, notes, 64, false, run.scale().warmUp());
            for (int clients : new int[] {64, 8, 1}) {
                Figure figure = run.figure(
                        "commands with a once-key, " + clients + (clients == 1 ? " client" : " clients"),
                        "1/s",
                        "the same without",
                        Target.atLeast(0.9, null));
                for (int round = 0; round < run.scale().rounds(); round++) {
                    double without =
                            rate(context, notes, clients, false, run.scale().slice());
                    figure.add(rate(context, notes, clients, true, run.scale().slice()), without);
                }
            }
        }
    }

    private static double rate(ContextRuntime context, int notes, int clients, boolean once, Duration slice) {
        return Load.perSecond(clients, slice, _ -> _ -> {
            @Nullable OnceKey key = once ? context.onceKeys().http("person-1", Ids.fresh(), REQUEST) : null;
            var command = new AddLine(Store.note(ThreadLocalRandom.current().nextInt(notes)));
            context.commands().send(command, Notes.act(), key, null);
        });
    }
}
