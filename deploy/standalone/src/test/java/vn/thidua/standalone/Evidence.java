package vn.thidua.standalone;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;

/** What log, view and topic say of the units that were made, read past the services. */
final class Evidence {

    private static final String FIRST = "#0000000000";

    private Evidence() {}

    /** Ids of all aggregates that have begun, with how many commits say so. */
    static Map<String, Integer> begun(String mongodb, String context) {
        Map<String, Integer> found = new HashMap<>();
        try (MongoClient client = RunningDatabase.client(mongodb)) {
            for (Document commit : client.getDatabase("thidua_" + context)
                    .getCollection("commits")
                    .find()) {
                for (String key : commit.getList("ks", String.class)) {
                    if (key.endsWith(FIRST)) {
                        found.merge(key.substring(0, key.length() - FIRST.length()), 1, Integer::sum);
                    }
                }
            }
        }
        return found;
    }

    /** How many events there are of each stored name. */
    static Map<String, Integer> kinds(String mongodb, String context) {
        return counted(mongodb, context, "d");
    }

    /** How many events each aggregate has. */
    static Map<String, Integer> events(String mongodb, String context) {
        return counted(mongodb, context, "a");
    }

    private static Map<String, Integer> counted(String mongodb, String context, String field) {
        Map<String, Integer> found = new HashMap<>();
        try (MongoClient client = RunningDatabase.client(mongodb)) {
            for (Document commit : client.getDatabase("thidua_" + context)
                    .getCollection("commits")
                    .find()) {
                for (Document event : commit.getList("e", Document.class)) {
                    found.merge(event.getString(field), 1, Integer::sum);
                }
            }
        }
        return found;
    }

    /** Rows of a view by id. */
    static Map<String, Document> rows(String mongodb, String context, String view) {
        Map<String, Document> rows = new HashMap<>();
        try (MongoClient client = RunningDatabase.client(mongodb)) {
            MongoDatabase database = client.getDatabase("thidua_" + context);
            for (Document row : database.getCollection(view).find()) {
                rows.put(row.getString("_id"), row);
            }
        }
        return rows;
    }

    /** Ids of the records of one type, by subject: a record may come again, but only with the same id. */
    static Map<String, Set<String>> records(String kafka, String topic, String type) {
        Map<String, Set<String>> found = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(500))) {
                    if (header(record, "ce_type").endsWith(type)) {
                        found.computeIfAbsent(header(record, "ce_subject"), _ -> new HashSet<>())
                                .add(header(record, "ce_id"));
                    }
                }
            }
        }
        return found;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
