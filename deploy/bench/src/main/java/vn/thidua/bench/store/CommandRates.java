package vn.thidua.bench.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import vn.thidua.bench.figure.Bench;
import vn.thidua.bench.figure.Figure;
import vn.thidua.bench.figure.Load;
import vn.thidua.bench.figure.Run;
import vn.thidua.bench.figure.Target;
import vn.thidua.bench.note.NoteCommand;
import vn.thidua.bench.note.NoteCommand.AddLine;
import vn.thidua.bench.note.Notes;
import vn.thidua.platform.context.ContextRuntime;

/** Commands, from the bus to the durable event, beside Axon's own extension for MongoDB. */
public final class CommandRates implements Bench {

    private static final int CLIENTS = 64;

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public String words() {
        return "commands at 64 clients beside Axon's extension-mongo";
    }

    @Override
    public void measure(Run run) {
        compare(run, "commands, no cache", false, false, false, "the same", Target.atLeast(2, 3.0));
        compare(run, "commands, both cached", true, true, false, "the same, cached", Target.atLeast(2.5, 4.0));
        compare(run, "commands, as shipped", true, false, true, "as it comes", Target.atLeast(6, 12.0));
    }

    /**
     * @param shipped whether ours does all that a service does beside it: it reads its own tail, and publishes its head
     */
    private static void compare(
            Run run,
            String what,
            boolean cached,
            boolean theirsCached,
            boolean shipped,
            String baseline,
            Target target) {
        Figure figure = run.figure(what + ", 64 clients", "1/s", "extension-mongo, " + baseline, target);
        String databases = run.databases("commands" + run.figures().size());
        // fewer where all are kept: as many as a service keeps
        int notes =
                cached ? Math.min(3_000, run.scale().aggregates()) : run.scale().aggregates();
        try (var store = new Store(run.database(databases + Notes.CONTEXT))) {
            Store.fillWithNotes(store.engine(), notes);
        }
        var settings = Notes.settings(run.mongo(), databases, null).withLiveAggregates(cached ? 10_000 : 0);
        try (var extension = new Extension(run.database(databases + "extension"), theirsCached);
                var ours = ContextRuntime.open(Notes.spec(Notes.CONTEXT).build(), settings)) {
            Store.fillWithNotes(extension.engine(), notes);
            if (shipped) {
                ours.start();
            }
            if (cached) {
                Load.times(CLIENTS, notes, number -> send(ours, new AddLine(Store.note(number))));
            }
            if (theirsCached) {
                Load.times(CLIENTS, notes, number -> extension.send(new AddLine(Store.note(number))));
            }
            ours(ours, notes, run.scale().warmUp());
            theirs(extension, notes, run.scale().warmUp());
            for (int round = 0; round < run.scale().rounds(); round++) {
                double theirs = theirs(extension, notes, run.scale().slice());
                figure.add(ours(ours, notes, run.scale().slice()), theirs);
            }
        }
    }

    private static double ours(ContextRuntime context, int notes, Duration slice) {
        return Load.perSecond(CLIENTS, slice, _ -> _ -> send(context, any(notes)));
    }

    private static double theirs(Extension extension, int notes, Duration slice) {
        return Load.perSecond(CLIENTS, slice, _ -> _ -> extension.send(any(notes)));
    }

    private static NoteCommand any(int notes) {
        return new AddLine(Store.note(ThreadLocalRandom.current().nextInt(notes)));
    }

    private static void send(ContextRuntime context, NoteCommand command) {
        context.commands().send(command, Notes.act());
    }
}
