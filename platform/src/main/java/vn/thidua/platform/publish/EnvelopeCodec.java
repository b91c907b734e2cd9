package vn.thidua.platform.publish;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in the Kafka binary binding: the envelope as headers, each value in UTF-8. */
public final class EnvelopeCodec {

    private static final String VERSION = "1.0";

    private EnvelopeCodec() {}

    /** The headers of a record. */
    public static Headers write(Envelope envelope) {
        Headers headers = new RecordHeaders();
        put(headers, "ce_specversion", VERSION);
        put(headers, "ce_id", envelope.id());
        put(headers, "ce_source", envelope.source());
        put(headers, "ce_type", envelope.type());
        put(headers, "ce_time", envelope.time().toString());
        put(headers, "ce_subject", envelope.subject());
        put(headers, "ce_sequence", Long.toString(envelope.sequence()));
        put(headers, "ce_position", Long.toString(envelope.position()));
        put(headers, "ce_unit", envelope.unit());
        put(headers, "ce_actor", envelope.actor());
        put(headers, "ce_correlationid", envelope.correlationId());
        put(headers, "ce_causationid", envelope.causationId());
        put(headers, "content-type", "application/json");
        return headers;
    }

    /** The envelope of a record; empty if the record is not one of ours. */
    public static Optional<Envelope> read(Headers headers) {
        String version = get(headers, "ce_specversion");
        String id = get(headers, "ce_id");
        String source = get(headers, "ce_source");
        String type = get(headers, "ce_type");
        String time = get(headers, "ce_time");
        String subject = get(headers, "ce_subject");
        String sequence = get(headers, "ce_sequence");
        String position = get(headers, "ce_position");
        String unit = get(headers, "ce_unit");
        String actor = get(headers, "ce_actor");
        if (!VERSION.equals(version)
                || id == null
                || source == null
                || type == null
                || time == null
                || subject == null
                || sequence == null
                || position == null
                || unit == null
                || actor == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Envelope(
                    id,
                    source,
                    type,
                    Instant.parse(time),
                    subject,
                    Long.parseLong(sequence),
                    Long.parseLong(position),
                    // "<event id>/<n>"
                    Integer.parseInt(id.substring(id.lastIndexOf('/') + 1)),
                    unit,
                    actor,
                    get(headers, "ce_correlationid"),
                    get(headers, "ce_causationid")));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static @Nullable String get(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
