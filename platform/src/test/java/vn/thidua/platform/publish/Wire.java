package vn.thidua.platform.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.thidua.platform.testing.Eventually;

/** Looks at topics from outside. */
public final class Wire {

    private Wire() {}

    /** All that stands in a topic, partition after partition. */
    public static List<ConsumerRecord<String, byte[]>> all(KafkaSettings kafka, String topic) {
        try (var consumer =
                new KafkaConsumer<>(kafka.consumer("looking"), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().mapToLong(consumer::position).sum() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            records.sort(java.util.Comparator.comparingInt(ConsumerRecord<String, byte[]>::partition)
                    .thenComparingLong(ConsumerRecord::offset));
            return records;
        }
    }

    /** Deletes a topic, and waits until nobody knows it any more. */
    public static void delete(KafkaSettings kafka, String topic) throws Exception {
        try (Admin admin = Admin.create(kafka.admin())) {
            admin.deleteTopics(List.of(topic)).all().get(10, TimeUnit.SECONDS);
            Eventually.eventually(
                    "the topic is gone", () -> !admin.listTopics().names().get().contains(topic));
        }
    }
}
