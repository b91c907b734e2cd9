package vn.thidua.torture.referee;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What stands in a topic, read past the services. */
public final class Topic {

    /**
     * A record.
     *
     * @param id {@code <event id>/<n>}
     * @param type with its version, {@code UnitEstablishedV1} for example
     * @param subject {@code <aggregate>/<id>}
     * @param position of its event in the store; -1 if it does not say
     */
    public record Sent(String id, String type, String subject, long position) {

        /** Of the event that it tells of. */
        public String eventId() {
            int end = id.lastIndexOf('/');
            return end < 0 ? id : id.substring(0, end);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Topic() {}

    /** All records, in the order of each partition. */
    public static List<Sent> read(String bootstrap, String topic) {
        List<Sent> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("the end of " + topic + " was not reached");
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    found.add(new Sent(
                            header(record, "ce_id"),
                            header(record, "ce_type"),
                            header(record, "ce_subject"),
                            position(header(record, "ce_position"))));
                }
            }
        }
        return found;
    }

    private static long position(String text) {
        return text.isEmpty() ? -1 : Long.parseLong(text);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
