package vn.thidua.platform.processing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A domain event as it stands in the log.
 *
 * @param sequence in its aggregate, from 0
 * @param position in the log, from 0; no two events share one
 */
public record LoggedEvent(
        String id,
        Object payload,
        @Nullable String aggregateType,
        @Nullable String aggregateId,
        long sequence,
        long position,
        Instant at,
        Map<String, Object> metadata) {

    public LoggedEvent {
        metadata = Map.copyOf(metadata);
    }

    /**
     * What Axon's message says.
     *
     * @throws RuntimeException if its payload cannot be read
     */
    static LoggedEvent of(TrackedEventMessage<?> message) {
        DomainEventMessage<?> domain = message instanceof DomainEventMessage<?> event ? event : null;
        Map<String, Object> metadata = new HashMap<>(message.getMetaData());
        metadata.values().removeIf(Objects::isNull);
        return new LoggedEvent(
                message.getIdentifier(),
                message.getPayload(),
                domain == null ? null : domain.getType(),
                domain == null ? null : domain.getAggregateIdentifier(),
                domain == null ? 0 : domain.getSequenceNumber(),
                positionOf(message),
                message.getTimestamp(),
                metadata);
    }

    static long positionOf(TrackedEventMessage<?> message) {
        if (message.trackingToken() instanceof GlobalSequenceTrackingToken token) {
            return token.getGlobalIndex();
        }
        throw new IllegalStateException("an event of the log has a position");
    }
}
