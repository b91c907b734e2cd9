package vn.thidua.platform.consume;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import vn.thidua.contracts.ContractEvent;
import vn.thidua.contracts.ContractTypes;
import vn.thidua.platform.publish.ContractJson;
import vn.thidua.platform.publish.Envelope;
import vn.thidua.platform.publish.EnvelopeCodec;

/** Reads what came over Kafka. */
public final class ContractReader {

    /** Counter of records whose type this version does not know. */
    public static final String UNKNOWN_TYPES = "thidua_unknown_types_total";

    private final ContractTypes types;
    private final MeterRegistry meters;

    public ContractReader(ContractTypes types, MeterRegistry meters) {
        this.types = types;
        this.meters = meters;
    }

    /** The envelope; empty if the record is not one of ours. */
    public Optional<Envelope> envelope(ConsumerRecord<String, byte[]> record) {
        return EnvelopeCodec.read(record.headers());
    }

    /**
     * The event behind an envelope; null inside the answer if this version does not know its type, which is counted.
     *
     * @throws RuntimeException if the value is not what its type says
     */
    public ContractRecord read(Envelope envelope, ConsumerRecord<String, byte[]> record) {
        Optional<Class<? extends ContractEvent>> type = types.recordOf(envelope.type());
        if (type.isEmpty()) {
            meters.counter(UNKNOWN_TYPES, "type", envelope.type()).increment();
        }
        return new ContractRecord(
                envelope,
                type.isEmpty() ? null : event(record.value(), type.get()),
                record.topic(),
                record.partition(),
                record.offset());
    }

    private static ContractEvent event(byte @Nullable [] value, Class<? extends ContractEvent> type) {
        if (value == null) {
            throw new IllegalArgumentException("a record of type " + type.getSimpleName() + " has no value");
        }
        return ContractJson.read(value, type);
    }
}
