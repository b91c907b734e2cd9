package vn.thidua.platform.consume;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that a feed could not deal with, or that stands behind one with the same key. The topic keeps what it says.
 *
 * @param feed as {@code units-v1}, or the purpose of a listener
 * @param key of the record: the id of what it is about
 * @param eventId the envelope's id
 * @param cause class of the failure; null if it only stands behind another
 */
public record ParkedRecord(
        String feed,
        String key,
        String topic,
        int partition,
        long offset,
        String eventId,
        @Nullable String cause,
        Instant at) {}
