package vn.thidua.platform.consume;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.thidua.platform.publish.KafkaSettings;
import vn.thidua.platform.publish.KafkaUnavailableException;

/** Reads single records again, by their places. */
final class RecordFetch implements AutoCloseable {

    private static final int LOOKS = 25;
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;

    RecordFetch(KafkaSettings kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.consumer("fetch"));
        // it belongs to no group
        settings.remove("group.id");
        settings.put("max.poll.records", 1);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** @throws KafkaUnavailableException if it does not come in time */
    ConsumerRecord<String, byte[]> at(ParkedRecord place) {
        var partition = new TopicPartition(place.topic(), place.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, place.offset());
        for (int look = 0; look < LOOKS; look++) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.offset() == place.offset()) {
                    return record;
                }
                throw new IllegalStateException("the topic does not hold this record any more");
            }
        }
        throw new KafkaUnavailableException("the record did not come", null);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
