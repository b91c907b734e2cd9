package vn.thidua.bench.store;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import vn.thidua.bench.note.Note;
import vn.thidua.bench.note.NoteCommand;
import vn.thidua.bench.note.Notes;

/**
 * The baseline of commands: Axon with its own extension for MongoDB, same aggregate, serializer, metadata and write
 * concern.
 */
final class Extension implements AutoCloseable {

    private final MongoEventStorageEngine engine;
    private final Configuration axon;
    private final CommandBus bus;

    /** @param cached whether aggregates are kept in memory; as it comes it keeps none */
    Extension(MongoDatabase database, boolean cached) {
        engine = engine(database);
        AggregateConfigurer<Note> note = AggregateConfigurer.defaultConfiguration(Note.class);
        if (cached) {
            note.configureCache(_ -> new StrongCache());
        }
        bus = SimpleCommandBus.builder().build();
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> Store.serializer())
                .configureEventSerializer(_ -> Store.serializer())
                .configureCommandBus(_ -> bus)
                .configureCorrelationDataProviders(_ -> java.util.List.of(new SimpleCorrelationDataProvider(
                        Notes.act().toMetadata().keySet().toArray(String[]::new))))
                .configureEventStore(
                        _ -> EmbeddedEventStore.builder().storageEngine(engine).build())
                .configureAggregate(note)
                .start();
    }

    private static MongoEventStorageEngine engine(MongoDatabase database) {
        var engine = MongoEventStorageEngine.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true)))
                        .build())
                .eventSerializer(Store.serializer())
                .snapshotSerializer(Store.serializer())
                .build();
        engine.ensureIndexes();
        return engine;
    }

    EventStorageEngine engine() {
        return engine;
    }

    void send(NoteCommand command) {
        var answer = new AtomicReference<CommandResultMessage<?>>();
        bus.dispatch(
                GenericCommandMessage.asCommandMessage(command)
                        .withMetaData(Notes.act().toMetadata()),
                (_, result) -> answer.set(result));
        CommandResultMessage<?> result = answer.get();
        if (result == null || result.isExceptional()) {
            throw new IllegalStateException(
                    "the extension did not do it", result == null ? null : result.exceptionResult());
        }
    }

    @Override
    public void close() {
        axon.shutdown();
    }

    /** Axon's weak cache, whose entries do not go with the next collection. */
    private static final class StrongCache extends WeakReferenceCache {

        private final Map<Object, Object> kept = new ConcurrentHashMap<>();

        @Override
        public void put(Object key, Object value) {
            kept.put(key, value);
            super.put(key, value);
        }

        @Override
        public boolean remove(Object key) {
            kept.remove(key);
            return super.remove(key);
        }
    }
}
