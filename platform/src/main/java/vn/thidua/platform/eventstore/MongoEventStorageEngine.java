package vn.thidua.platform.eventstore;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * The log as Axon's event storage. What one unit of work publishes is one commit; its {@link OnceKey} is attached to the
 * unit of work, and its {@link AppendReceipt} is found there afterwards.
 */
public class MongoEventStorageEngine extends BatchingEventStorageEngine {

    private static final String SNAPSHOTS = "snapshots";
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private final EventLog log;
    private final MongoCollection<BsonDocument> snapshots;
    private final String noMetaData;
    private final String noSnapshotMetaData;

    /** Called by the builder. */
    protected MongoEventStorageEngine(Builder builder) {
        super(builder);
        this.log = Objects.requireNonNull(builder.log, "the engine needs an event log");
        MongoDatabase database = Objects.requireNonNull(builder.database, "the engine needs a database for snapshots");
        this.snapshots = database.getCollection(SNAPSHOTS, BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                // a snapshot must not hold what the log has lost
                .withReadConcern(ReadConcern.MAJORITY);
        this.noMetaData = emptyMetaData(getEventSerializer());
        this.noSnapshotMetaData = emptyMetaData(getSnapshotSerializer());
    }

    private static String emptyMetaData(Serializer serializer) {
        return serializer.serialize(MetaData.emptyInstance(), String.class).getData();
    }

    /**
     * A builder.
     *
     * @param database where snapshots go, beside the log
     */
    public static Builder builder(EventLog log, MongoDatabase database) {
        return new Builder(log, database);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<BsonDocument> encoded = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            encoded.add(StoredEvent.encode(event, serializer));
        }
        Optional<UnitOfWork<?>> unitOfWork =
                CurrentUnitOfWork.isStarted() ? Optional.of(CurrentUnitOfWork.get()) : Optional.empty();
        @Nullable OnceKey once = unitOfWork.flatMap(OnceKey::takeFrom).orElse(null);
        try {
            AppendReceipt receipt = log.append(encoded, once);
            unitOfWork.ifPresent(receipt::leaveIn);
        } catch (DuplicateEventException e) {
            handlePersistenceException(e, events.get(e.event()));
        }
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        long next = lastToken == null ? 0 : positionOf(lastToken) + 1;
        return dataOf(log.reader().from(next, batchSize), next);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken lastToken, boolean mayBlock) {
        long next = lastToken == null ? 0 : positionOf(lastToken) + 1;
        int atOnce = Math.max(batchSize(), log.queries().atOnce());
        var batches = new ReadAhead(position -> log.reader().from(position, atOnce), atOnce, next);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(batches, Spliterator.ORDERED), false)
                .flatMap(commits -> dataOf(commits, next).stream());
    }

    private List<TrackedEventData<?>> dataOf(List<RawBsonDocument> commits, long from) {
        List<TrackedEventData<?>> events = new ArrayList<>(commits.size());
        for (RawBsonDocument commit : commits) {
            long position = Commits.positionOf(commit);
            for (var event : commit.decode(CODEC).getArray(Commits.EVENTS)) {
                if (position >= from) {
                    events.add(StoredEvent.tracked(event.asDocument(), noMetaData, position));
                }
                position++;
            }
        }
        return events;
    }

    /** The next commits of the log from a position on; none at its end and before a hole. */
    List<RawBsonDocument> commitsFrom(long position) {
        return log.reader().from(position, log.queries().atOnce());
    }

    /** The events of commits as a reader of the log sees them, from a position on. */
    List<TrackedEventMessage<?>> eventsOf(List<RawBsonDocument> commits, long from) {
        List<TrackedEventMessage<?>> events = new ArrayList<>(commits.size());
        EventUtils.upcastAndDeserializeTrackedEvents(
                        dataOf(commits, from).stream(), getEventSerializer(), upcasterChain)
                .forEach(events::add);
        return events;
    }

    private static long positionOf(TrackingToken token) {
        if (token instanceof GlobalSequenceTrackingToken global) {
            return global.getGlobalIndex();
        }
        throw new IllegalArgumentException("not a token of this store: " + token.getClass());
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return log.reader().ofAggregate(aggregateIdentifier, firstSequenceNumber, batchSize).stream()
                .map(event -> StoredEvent.inAggregate(event, noMetaData))
                .toList();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        BsonDocument document = StoredEvent.encode(snapshot, serializer);
        var id = document.getString(Commits.AGGREGATE);
        var older = and(eq("_id", id), lte(Commits.SEQUENCE, document.getInt64(Commits.SEQUENCE)));
        try {
            snapshots.replaceOne(older, document.append("_id", id), new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            // a newer one is there and stays
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.ofNullable(snapshots.find(eq("_id", aggregateIdentifier)).first())
                .map(snapshot -> StoredEvent.inAggregate(snapshot, noSnapshotMetaData));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.nextPosition() - 1);
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return log.queries()
                .firstNotBefore(StoredEvent.timestamp(dateTime))
                .<TrackingToken>map(position -> new GlobalSequenceTrackingToken(position - 1))
                .orElseGet(this::createHeadToken);
    }

    /** As Axon's builders; a conflict becomes a {@link ConcurrencyException} unless another resolver is set. */
    public static class Builder extends BatchingEventStorageEngine.Builder {

        private final EventLog log;
        private final MongoDatabase database;

        /** See {@link MongoEventStorageEngine#builder}. */
        protected Builder(EventLog log, MongoDatabase database) {
            this.log = log;
            this.database = database;
            persistenceExceptionResolver(DuplicateEventException.class::isInstance);
        }

        @Override
        public Builder eventSerializer(Serializer eventSerializer) {
            super.eventSerializer(eventSerializer);
            return this;
        }

        @Override
        public Builder snapshotSerializer(Serializer snapshotSerializer) {
            super.snapshotSerializer(snapshotSerializer);
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasterChain) {
            super.upcasterChain(upcasterChain);
            return this;
        }

        @Override
        public Builder persistenceExceptionResolver(PersistenceExceptionResolver resolver) {
            super.persistenceExceptionResolver(resolver);
            return this;
        }

        @Override
        public Builder snapshotFilter(SnapshotFilter snapshotFilter) {
            super.snapshotFilter(snapshotFilter);
            return this;
        }

        @Override
        public Builder batchSize(int batchSize) {
            super.batchSize(batchSize);
            return this;
        }

        /** The engine. */
        public MongoEventStorageEngine build() {
            return new MongoEventStorageEngine(this);
        }
    }
}
