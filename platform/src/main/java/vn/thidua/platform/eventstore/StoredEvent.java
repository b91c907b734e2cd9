package vn.thidua.platform.eventstore;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** One event between its BSON form and Axon's. */
class StoredEvent implements EventData<String> {

    /** Nine digits always: the texts sort as the instants do. */
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss.")
            .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 9, 9, false)
            .appendLiteral('Z')
            .toFormatter(java.util.Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    final BsonDocument event;
    private final String noMetaData;

    private StoredEvent(BsonDocument event, String noMetaData) {
        this.event = event;
        this.noMetaData = noMetaData;
    }

    static String timestamp(Instant instant) {
        return TIMESTAMP.format(instant);
    }

    static BsonDocument encode(EventMessage<?> message, Serializer serializer) {
        SerializedObject<String> payload = message.serializePayload(serializer, String.class);
        var event = new BsonDocument(Commits.EVENT_ID, new BsonString(message.getIdentifier()))
                .append(Commits.TIMESTAMP, new BsonString(timestamp(message.getTimestamp())))
                .append(Commits.NAME, new BsonString(payload.getType().getName()));
        @Nullable String revision = payload.getType().getRevision();
        if (revision != null) {
            event.append(Commits.REVISION, new BsonString(revision));
        }
        event.append(Commits.PAYLOAD, new BsonString(payload.getData()));
        if (!message.getMetaData().isEmpty()) {
            event.append(
                    Commits.METADATA,
                    new BsonString(
                            message.serializeMetaData(serializer, String.class).getData()));
        }
        if (message instanceof DomainEventMessage<?> domain) {
            @Nullable String type = domain.getType();
            if (type != null) {
                event.append(Commits.TYPE, new BsonString(type));
            }
            event.append(Commits.AGGREGATE, new BsonString(domain.getAggregateIdentifier()))
                    .append(Commits.SEQUENCE, new BsonInt64(domain.getSequenceNumber()));
        }
        return event;
    }

    /** As a reader of the whole log sees it. */
    static TrackedEventData<String> tracked(BsonDocument event, String noMetaData, long position) {
        var token = new GlobalSequenceTrackingToken(position);
        return event.containsKey(Commits.AGGREGATE)
                ? new TrackedInAggregate(event, noMetaData, token)
                : new Tracked(event, noMetaData, token);
    }

    /** As its aggregate sees it. */
    static DomainEventData<String> inAggregate(BsonDocument event, String noMetaData) {
        return new InAggregate(event, noMetaData);
    }

    @Nullable
    String text(String field) {
        BsonValue value = event.get(field);
        return value == null ? null : value.asString().getValue();
    }

    @Override
    public String getEventIdentifier() {
        return event.getString(Commits.EVENT_ID).getValue();
    }

    @Override
    public Instant getTimestamp() {
        return Instant.parse(event.getString(Commits.TIMESTAMP).getValue());
    }

    @Override
    public SerializedObject<String> getMetaData() {
        String stored = text(Commits.METADATA);
        return new SerializedMetaData<>(stored == null ? noMetaData : stored, String.class);
    }

    @Override
    @SuppressWarnings("NullAway") // Axon means "no revision" by null
    public SerializedObject<String> getPayload() {
        return new SimpleSerializedObject<>(
                event.getString(Commits.PAYLOAD).getValue(),
                String.class,
                event.getString(Commits.NAME).getValue(),
                text(Commits.REVISION));
    }

    private static class InAggregate extends StoredEvent implements DomainEventData<String> {

        InAggregate(BsonDocument event, String noMetaData) {
            super(event, noMetaData);
        }

        @Override
        @SuppressWarnings("NullAway") // Axon means "no type" by null
        public String getType() {
            return text(Commits.TYPE);
        }

        @Override
        public String getAggregateIdentifier() {
            return event.getString(Commits.AGGREGATE).getValue();
        }

        @Override
        public long getSequenceNumber() {
            return event.getInt64(Commits.SEQUENCE).getValue();
        }
    }

    private static final class TrackedInAggregate extends InAggregate implements TrackedEventData<String> {

        private final TrackingToken token;

        TrackedInAggregate(BsonDocument event, String noMetaData, TrackingToken token) {
            super(event, noMetaData);
            this.token = token;
        }

        @Override
        public TrackingToken trackingToken() {
            return token;
        }
    }

    private static final class Tracked extends StoredEvent implements TrackedEventData<String> {

        private final TrackingToken token;

        Tracked(BsonDocument event, String noMetaData, TrackingToken token) {
            super(event, noMetaData);
            this.token = token;
        }

        @Override
        public TrackingToken trackingToken() {
            return token;
        }
    }
}
