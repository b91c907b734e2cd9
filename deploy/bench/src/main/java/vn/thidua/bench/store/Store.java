package vn.thidua.bench.store;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import vn.thidua.bench.figure.Load;
import vn.thidua.bench.note.Note;
import vn.thidua.bench.note.NoteEvent.LineAdded;
import vn.thidua.bench.note.Notes;
import vn.thidua.platform.context.EventJson;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.eventstore.EventLog;
import vn.thidua.platform.eventstore.EventStoreSettings;
import vn.thidua.platform.eventstore.MongoEventStorageEngine;
import vn.thidua.platform.eventstore.NamedSerializer;
import vn.thidua.platform.eventstore.StoreIdentity;

/** An event store of notes, as a service has it. */
public final class Store implements AutoCloseable {

    /** Events of each aggregate in a filled store. */
    public static final int LENGTH = 10;

    /** So far apart that the extension's token keeps few of them: in a burst it becomes fifty times slower. */
    private static final long APART_MILLIS = 100;

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final int FILLERS = 128;

    private final EventLog log;
    private final EventStorageEngine engine;

    /** @param database empty, or that of such a store */
    public Store(MongoDatabase database) {
        NamedSerializer serializer = serializer();
        log = EventLog.open(database, new StoreIdentity(Notes.INSTALLATION, Notes.CONTEXT), EventStoreSettings.DEFAULT);
        engine = MongoEventStorageEngine.builder(log, database)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    /** What writes events, here and in the extension. */
    static NamedSerializer serializer() {
        return new NamedSerializer(Notes.names(), EventJson.serializer());
    }

    /** One event, one commit. */
    void append(String note, long sequence) {
        engine.appendEvents(List.of(event(note, sequence, Instant.now())));
    }

    static DomainEventMessage<LineAdded> event(String note, long sequence, Instant at) {
        return new GenericDomainEventMessage<>(
                Note.class.getSimpleName(),
                note,
                sequence,
                LineAdded.number(note, sequence + 1),
                MetaData.from(Notes.act().toMetadata()),
                Ids.fresh(),
                at);
    }

    /** Name of a note in a filled store. */
    public static String note(long number) {
        return "0191e1a0-0000-7000-8000-%012d".formatted(number);
    }

    /**
     * Fills it as many clients at once would have: a commit for each event, the notes interleaved.
     *
     * @param events rounded down to whole notes
     */
    public void fill(int events) {
        fill(engine, events);
    }

    static void fill(EventStorageEngine engine, int events) {
        long notes = Math.max(1, events / LENGTH);
        for (int sequence = 0; sequence < LENGTH; sequence++) {
            int now = sequence;
            Load.times(FILLERS, notes, number -> {
                Instant at = BEGINNING.plusMillis((now * notes + number) * APART_MILLIS);
                engine.appendEvents(List.of(event(note(number), now, at)));
            });
        }
    }

    /** Fills it with whole notes, a commit for each: quicker, where nothing but their number counts. */
    static void fillWithNotes(EventStorageEngine engine, int notes) {
        Load.times(FILLERS / 2, notes, number -> {
            List<DomainEventMessage<?>> events = new ArrayList<>();
            for (int sequence = 0; sequence < LENGTH; sequence++) {
                events.add(event(note(number), sequence, BEGINNING));
            }
            engine.appendEvents(events);
        });
    }

    EventStorageEngine engine() {
        return engine;
    }

    /** Events in it. */
    public long size() {
        return log.nextPosition();
    }

    /** Reads events in order, with their payloads as objects if wanted, until the time is over; how many. */
    static long replay(EventStorageEngine engine, TrackingToken start, boolean payloads, long untilNanos) {
        long read = 0;
        long sum = 0;
        try (var events = engine.readEvents(start, false)) {
            var each = events.iterator();
            while (each.hasNext()) {
                var event = each.next();
                read++;
                if (payloads) {
                    sum += ((LineAdded) event.getPayload()).number();
                }
                if ((read & 1023) == 0 && System.nanoTime() > untilNanos) {
                    break;
                }
            }
        }
        if (payloads && read > 0 && sum == 0) {
            throw new IllegalStateException("the events say nothing");
        }
        return read;
    }

    /** Loads one aggregate's events, payloads and all; how many it has. */
    static long load(EventStorageEngine engine, String note) {
        var events = engine.readEvents(note, 0);
        long found = 0;
        while (events.hasNext()) {
            events.next().getPayload();
            found++;
        }
        if (found == 0) {
            throw new IllegalStateException("there is no note " + note);
        }
        return found;
    }

    @Override
    public void close() {
        log.close();
    }
}
