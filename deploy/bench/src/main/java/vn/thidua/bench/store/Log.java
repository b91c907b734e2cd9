package vn.thidua.bench.store;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import vn.thidua.platform.eventstore.EventLog;
import vn.thidua.platform.eventstore.EventNames;
import vn.thidua.platform.eventstore.EventStoreSettings;
import vn.thidua.platform.eventstore.MongoEventStorageEngine;
import vn.thidua.platform.eventstore.NamedSerializer;
import vn.thidua.platform.eventstore.StoreIdentity;

/** The event store as a service has it. */
final class Log implements AutoCloseable {

    private final EventLog log;
    private final MongoEventStorageEngine engine;

    Log(MongoDatabase database) {
        var names =
                EventNames.builder().name(Happened.class, "bench.happened", 1).build();
        var serializer = new NamedSerializer(names, Jackson3Serializer.builder().build());
        log = EventLog.open(database, new StoreIdentity("bench", "bench"), EventStoreSettings.DEFAULT);
        engine = MongoEventStorageEngine.builder(log, database)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    void append(String aggregate, long sequence) {
        DomainEventMessage<Happened> event =
                new GenericDomainEventMessage<>("Bench", aggregate, sequence, Happened.number(sequence));
        engine.appendEvents(List.of(event));
    }

    long size() {
        return log.nextPosition();
    }

    /** Reads all events, in order; with their payloads as objects, if wanted. */
    long replay(boolean payloads) {
        long[] read = new long[2];
        engine.readEvents(new GlobalSequenceTrackingToken(-1), false).forEach(event -> {
            read[0]++;
            if (payloads) {
                read[1] += ((Happened) event.getPayload()).number();
            }
        });
        return read[0];
    }

    /** Loads one aggregate; how many events it has. */
    long load(String aggregate) {
        return engine.readEvents(aggregate, 0).asStream().count();
    }

    @Override
    public void close() {
        log.close();
    }
}
