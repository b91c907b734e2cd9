package vn.thidua.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** The broker that other tests rely on is a real one. */
class KafkaBrokerIT {

    @Test
    void whatIsSentIsReceivedByAGroup() throws Exception {
        String address = Backends.kafka();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address));
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", address, "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer());
                var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", address, "group.id", "test", "auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            admin.createTopics(List.of(new NewTopic("words.events.v1", 1, (short) 1)))
                    .all()
                    .get(10, TimeUnit.SECONDS);
            producer.send(new ProducerRecord<>("words.events.v1", "key", "thi đua"))
                    .get(10, TimeUnit.SECONDS);
            consumer.subscribe(List.of("words.events.v1"));
            var received = new java.util.ArrayList<String>();
            Eventually.eventually("the record has come", () -> {
                for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofMillis(200))) {
                    received.add(each.value());
                }
                return !received.isEmpty();
            });
            assertThat(received).containsExactly("thi đua");
        }
    }
}
