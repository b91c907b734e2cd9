package vn.thidua.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.platform.eventstore.TestEvents.IDENTITY;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.platform.testing.Backends;

/** Events through Axon's engine and our serializer, as services use them. */
class StoredNamesIT {

    record LampLit(String room, Instant at) {}

    /** The same event after somebody has moved and renamed its class. */
    record LightTurnedOn(String room, Instant at) {}

    /** Its second revision: several rooms. */
    record LampsLit(List<String> rooms, Instant at) {}

    private static final Instant AT = Instant.parse("2026-02-03T04:05:06.123456789Z");
    private static final EventNames FIRST =
            EventNames.builder().name(LampLit.class, "house.lamp-lit", 1).build();

    private MongoDatabase database;
    private EventLog log;

    @BeforeEach
    void oneStoredEvent() {
        database = Backends.freshDatabase(StoredNamesIT.class);
        log = EventLog.open(database, IDENTITY, EventStoreSettings.DEFAULT);
        engine(FIRST, NoOpEventUpcaster.INSTANCE)
                .appendEvents(new GenericDomainEventMessage<>(
                        "House", "house-1", 0, new LampLit("hall", AT), MetaData.with("actor", "somebody")));
    }

    @AfterEach
    void theLogIsClosed() {
        log.close();
    }

    @Test
    void whatIsStoredNamesNoClass() {
        Document commit = database.getCollection(Commits.COLLECTION).find().first();
        assertThat(commit).isNotNull();
        Document event = commit.getList("e", Document.class).getFirst();
        assertThat(event)
                .containsEntry("d", "house.lamp-lit")
                .containsEntry("r", "1")
                .containsEntry("p", "{\"room\":\"hall\",\"at\":\"2026-02-03T04:05:06.123456789Z\"}")
                .containsEntry("m", "{\"actor\":\"somebody\"}")
                .containsEntry("t", "House")
                .containsEntry("a", "house-1")
                .containsEntry("s", 0L);
        assertThat(commit.toJson()).doesNotContain("vn.thidua", "LampLit");
    }

    @Test
    void aStoredNameSurvivesAMovedClass() {
        EventNames moved = EventNames.builder()
                .name(LightTurnedOn.class, "house.lamp-lit", 1)
                .build();
        DomainEventMessage<?> read =
                engine(moved, NoOpEventUpcaster.INSTANCE).readEvents("house-1").next();
        assertThat(read.getPayload()).isEqualTo(new LightTurnedOn("hall", AT));
        assertThat(read.getMetaData()).isEqualTo(Map.of("actor", "somebody"));
        assertThat(read.getType()).isEqualTo("House");
    }

    @Test
    void anOldRevisionIsReadThroughAnUpcaster() {
        EventNames second =
                EventNames.builder().name(LampsLit.class, "house.lamp-lit", 2).build();
        DomainEventMessage<?> read =
                engine(second, new ManyRooms()).readEvents("house-1").next();
        assertThat(read.getPayload()).isEqualTo(new LampsLit(List.of("hall"), AT));
        // and in the log as a whole
        try (Stream<?> events = engine(second, new ManyRooms()).readEvents(null, false)) {
            assertThat(events).hasSize(1);
        }
    }

    @Test
    void anOldRevisionWithoutAnUpcasterIsAnErrorAndNotHalfRead() {
        EventNames second =
                EventNames.builder().name(LampsLit.class, "house.lamp-lit", 2).build();
        assertThatThrownBy(() -> engine(second, NoOpEventUpcaster.INSTANCE)
                        .readEvents("house-1")
                        .next()
                        .getPayload())
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("house.lamp-lit revision 1 has no upcaster to revision 2");
    }

    @Test
    void anEventWithoutANameIsNotStored() {
        assertThatThrownBy(() -> engine(FIRST, NoOpEventUpcaster.INSTANCE)
                        .appendEvents(
                                new GenericDomainEventMessage<>("House", "house-1", 1, new LightTurnedOn("x", AT))))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("has no stored name");
        assertThat(log.nextPosition()).isEqualTo(1);
    }

    @Test
    void aNameThatNobodyKnowsAnyMoreIsUnknownAndNotLost() {
        DomainEventMessage<?> read = engine(EventNames.builder().build(), NoOpEventUpcaster.INSTANCE)
                .readEvents("house-1")
                .next();
        assertThat(read.getPayload()).isInstanceOf(UnknownSerializedType.class);
    }

    @Test
    void aConflictIsAxonsConcurrencyExceptionAndASecondBeginningItsCreationException() {
        var engine = engine(FIRST, NoOpEventUpcaster.INSTANCE);
        engine.appendEvents(lampLit(1));
        assertThatThrownBy(() -> engine.appendEvents(lampLit(1))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> engine.appendEvents(lampLit(0))).isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void theOnceKeyOfAUnitOfWorkMarksItsCommitAndTheReceiptIsLeftThere() {
        var engine = engine(FIRST, NoOpEventUpcaster.INSTANCE);
        OnceKey key = TestEvents.once("k", "POST /lamps");
        var unitOfWork = DefaultUnitOfWork.startAndGet(lampLit(1));
        key.attachTo(unitOfWork);
        engine.appendEvents(lampLit(1), lampLit(2));
        assertThat(AppendReceipt.of(unitOfWork)).contains(new AppendReceipt(1, 2, "house-1", 2));
        assertThat(log.earlier(key)).isEqualTo(AppendReceipt.of(unitOfWork));
        unitOfWork.rollback();
    }

    @Test
    void namesAreChecked() {
        assertThatThrownBy(() -> EventNames.builder().name(LampLit.class, "LampLit", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventNames.builder()
                        .name(LampLit.class, "house.lamp-lit", 1)
                        .name(LampsLit.class, "house.lamp-lit", 2))
                .hasMessageContaining("declared twice");
        assertThatThrownBy(() -> EventNames.builder()
                        .name(LampLit.class, "house.lamp-lit", 1)
                        .name(LampLit.class, "house.light", 1))
                .hasMessageContaining("two names");
    }

    private static DomainEventMessage<?> lampLit(long sequence) {
        return new GenericDomainEventMessage<>("House", "house-1", sequence, new LampLit("hall", AT));
    }

    private MongoEventStorageEngine engine(EventNames names, EventUpcaster upcaster) {
        var serializer = new NamedSerializer(names, Jackson3Serializer.builder().build());
        return MongoEventStorageEngine.builder(log, database)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(upcaster)
                .build();
    }

    /** From revision 1, one room, to revision 2, a list of rooms. */
    private static final class ManyRooms extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation representation) {
            return representation.getType().equals(new SimpleSerializedType("house.lamp-lit", "1"));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation representation) {
            return representation.upcastPayload(
                    new SimpleSerializedType("house.lamp-lit", "2"), JsonNode.class, payload -> {
                        ObjectNode object = (ObjectNode) payload;
                        object.putArray("rooms").add(object.remove("room"));
                        return object;
                    });
        }
    }
}
