package vn.thidua.bench.flow;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.bench.note.NoteEvent.LineAdded;
import vn.thidua.bench.note.NoteLines;

/**
 * The baseline of what goes through Kafka: one insert, one record that all replicas have, one upsert behind it, nothing
 * else. A crash between any two of them would lose or double something.
 */
final class RawFlow implements AutoCloseable {

    private static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);

    private final String topic;
    private final MongoCollection<Document> events;
    private final MongoCollection<Document> rows;
    private final KafkaProducer<String, String> producer;
    private final Thread reader;
    private final KafkaConsumer<String, String> consumer;
    private volatile boolean closing;
    private volatile @Nullable Throwable failure;

    RawFlow(MongoDatabase database, String kafka, String topic, int partitions)
            throws InterruptedException, ExecutionException {
        this.topic = topic;
        this.events = database.getCollection("raw_events").withWriteConcern(DURABLE);
        this.rows = database.getCollection("raw_rows").withWriteConcern(DURABLE);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
                    .all()
                    .get();
        }
        // a lingering producer would make the baseline slower than it need be
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new StringSerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "group.id", "raw-" + topic, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        this.reader = Thread.ofPlatform().daemon().name("raw-reader").start(this::read);
    }

    private void read() {
        try (consumer) {
            consumer.subscribe(List.of(topic));
            while (!closing) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    Document row = Document.parse(record.value());
                    rows.replaceOne(Filters.eq("_id", row.get("_id")), row, new ReplaceOptions().upsert(true));
                });
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** From the caller's point of view: the event is stored and sent. */
    void send(String note, long number) throws InterruptedException, ExecutionException {
        LineAdded line = LineAdded.number(note, number);
        Document row =
                NoteLines.row(new Document("_id", NoteLines.id(note, number)), note, line.unit(), number, line.text());
        events.insertOne(new Document(row));
        producer.send(new ProducerRecord<>(topic, note, row.toJson())).get();
        Throwable failed = failure;
        if (failed != null) {
            throw new IllegalStateException("the raw reader failed", failed);
        }
    }

    MongoCollection<Document> rows() {
        return rows;
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        reader.join(Duration.ofSeconds(10));
        producer.close(Duration.ofSeconds(5));
    }
}
