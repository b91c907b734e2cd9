package vn.thidua.platform.eventstore;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.eventsourcing.utils.TestSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.thidua.platform.testing.Backends;

/** Axon's own suite for event storage engines: the general, the abstract and the batching one. Every case applies. */
class AxonEngineSuiteIT
        extends BatchingEventStorageEngineTest<MongoEventStorageEngine, MongoEventStorageEngine.Builder> {

    private static final StoreIdentity IDENTITY = new StoreIdentity("test-installation", "suite");

    private final MongoDatabase database = Backends.freshDatabase(AxonEngineSuiteIT.class);
    private final List<EventLog> logs = new ArrayList<>();

    @BeforeEach
    void anEngineOnAnEmptyDatabase() {
        setTestSubject(createEngine(UnaryOperator.identity()));
    }

    @AfterEach
    void theLogsAreClosed() {
        logs.forEach(EventLog::close);
    }

    @Override
    protected MongoEventStorageEngine createEngine(UnaryOperator<MongoEventStorageEngine.Builder> customization) {
        EventLog log = EventLog.open(database, IDENTITY, EventStoreSettings.DEFAULT);
        logs.add(log);
        var serializer = TestSerializer.xStreamSerializer();
        return customization
                .apply(MongoEventStorageEngine.builder(log, database)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer))
                .build();
    }
}
