package vn.thidua.platform.processing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a processor could not deal with, or that stands behind one in the same aggregate. The event itself stays
 * in the log; nothing of what it says is kept here.
 *
 * @param position of the event in the log: names the letter
 * @param cause class of the failure, and its deepest cause; null if it only stands behind another
 * @param place where it failed, as {@code Class.method:line}
 */
public record ParkedEvent(
        String processor,
        String aggregateId,
        long position,
        String eventId,
        @Nullable String cause,
        @Nullable String place,
        Instant at) {}
