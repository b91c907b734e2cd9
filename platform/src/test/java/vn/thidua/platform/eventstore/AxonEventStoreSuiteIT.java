package vn.thidua.platform.eventstore;

import com.mongodb.client.MongoDatabase;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.utils.TestSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import vn.thidua.platform.testing.Backends;

/** Axon's own suite for the event store, on our engine. Every case applies. */
class AxonEventStoreSuiteIT extends EmbeddedEventStoreTest {

    private @Nullable EventLog log;

    @Override
    public EventStorageEngine createStorageEngine() {
        MongoDatabase database = Backends.freshDatabase(AxonEventStoreSuiteIT.class);
        log = EventLog.open(database, new StoreIdentity("test-installation", "suite"), EventStoreSettings.DEFAULT);
        var serializer = TestSerializer.xStreamSerializer();
        return MongoEventStorageEngine.builder(log, database)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    @AfterEach
    void theLogIsClosed() {
        if (log != null) {
            log.close();
        }
    }
}
