package vn.thidua.platform.processing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import vn.thidua.platform.eventstore.EventLog;
import vn.thidua.platform.eventstore.EventNames;
import vn.thidua.platform.eventstore.EventStoreSettings;
import vn.thidua.platform.eventstore.LogTail;
import vn.thidua.platform.eventstore.MongoEventStorageEngine;
import vn.thidua.platform.eventstore.NamedSerializer;
import vn.thidua.platform.eventstore.StoreIdentity;

/** A log to which a test appends, and its tail; another one on the same database is another process. */
public final class TestLog implements AutoCloseable {

    /** What happens in tests. */
    public record Noted(String text) {}

    private final MongoDatabase database;
    private final MongoClient waiting;
    private final EventLog log;
    private final MongoEventStorageEngine engine;
    private final LogTail tail;
    private final Map<String, Long> sequences = new HashMap<>();

    public TestLog(MongoDatabase database, String uri) {
        this.database = database;
        this.waiting = MongoClients.create(uri);
        this.log = EventLog.open(database, new StoreIdentity("0191e1a0-test", "test"), EventStoreSettings.DEFAULT);
        var serializer = new NamedSerializer(
                EventNames.builder().name(Noted.class, "test.noted", 1).build(),
                Jackson3Serializer.builder().build());
        this.engine = MongoEventStorageEngine.builder(log, database)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        this.tail = new LogTail(engine, log, waiting.getDatabase(database.getName()), 1000);
    }

    public MongoDatabase database() {
        return database;
    }

    public EventLog log() {
        return log;
    }

    /** One commit with one event for each text; its last position. */
    public long note(String aggregateId, String... texts) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (String text : texts) {
            long sequence = sequences.merge(aggregateId, 1L, Long::sum) - 1;
            events.add(new GenericDomainEventMessage<>("Note", aggregateId, sequence, new Noted(text)));
        }
        engine.appendEvents(events);
        return log.nextPosition() - 1;
    }

    /** Short pauses and short claims. */
    public static ProcessingSettings quick() {
        return ProcessingSettings.DEFAULT
                .withBackOff(java.time.Duration.ofMillis(20), java.time.Duration.ofMillis(200))
                .withClaims(java.time.Duration.ofSeconds(2), java.time.Duration.ofMillis(200));
    }

    public Processors processors(ProcessingSettings settings) {
        return new Processors("test", database, log, tail, settings, null, Clock.systemUTC());
    }

    public Processors processors() {
        return processors(quick());
    }

    LogTail tail() {
        return tail;
    }

    @Override
    public void close() {
        tail.close();
        log.close();
        waiting.close();
    }
}
