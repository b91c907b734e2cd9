package vn.thidua.platform.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import vn.thidua.contracts.ContractEvent;
import vn.thidua.contracts.ContractTypes;
import vn.thidua.contracts.Topics;
import vn.thidua.platform.processing.LoggedEvent;

/** Makes the records of a domain event: the same, byte for byte, whenever it is asked. */
final class ContractRecords {

    private static final String NOBODY = "system";

    private final String source;
    private final String topic;
    private final ContractTypes types;
    private final Publication publication;

    ContractRecords(String installation, String context, ContractTypes types, Publication publication) {
        this.source = "/" + installation + "/" + context;
        this.topic = Topics.nameOf(context);
        this.types = types;
        this.publication = publication;
    }

    String topic() {
        return topic;
    }

    List<ProducerRecord<String, byte[]>> of(LoggedEvent event) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (ContractEvent each : publication.publish(event)) {
            Envelope envelope = envelope(event, each, records.size());
            records.add(new ProducerRecord<>(
                    topic,
                    null,
                    event.at().toEpochMilli(),
                    keyOf(each),
                    ContractJson.write(each),
                    EnvelopeCodec.write(envelope)));
        }
        return records;
    }

    /** The id of what it is about: {@code <kind>/<id>}, and an id may have slashes of its own. */
    private static String keyOf(ContractEvent contract) {
        String subject = contract.subject();
        return subject.substring(subject.indexOf('/') + 1);
    }

    private Envelope envelope(LoggedEvent event, ContractEvent contract, int n) {
        @Nullable String actor = text(event.metadata(), "actor");
        return new Envelope(
                event.id() + "/" + n,
                source,
                types.typeOf(contract),
                event.at(),
                contract.subject(),
                event.sequence(),
                event.position(),
                n,
                contract.unit(),
                actor == null ? NOBODY : actor,
                text(event.metadata(), "correlation"),
                text(event.metadata(), "causation"));
    }

    private static @Nullable String text(Map<String, Object> metadata, String key) {
        return metadata.get(key) instanceof String text ? text : null;
    }
}
