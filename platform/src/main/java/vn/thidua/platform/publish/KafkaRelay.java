package vn.thidua.platform.publish;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.contracts.ContractTypes;
import vn.thidua.platform.processing.EventHandling;
import vn.thidua.platform.processing.LoggedEvent;

/**
 * Sends what a context publishes, in the order of the log. The event store is the outbox: a batch counts as sent when
 * Kafka has acknowledged all of it, and only then the processor's token moves.
 *
 * <p>Consumers tell repeated records by their positions, so no record may get into a partition before an earlier one. As
 * soon as one fails, the producer is therefore closed at once, with all that it still holds: the broker takes nothing
 * behind a gap from the old producer, and the batch is sent again, in order and under the same ids, by a new one.
 *
 * <p>One thread at a time feeds it. Another may close it: what is then on its way counts as not sent.
 */
public final class KafkaRelay implements EventHandling, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KafkaRelay.class);

    private final ContractRecords records;
    private final RelayTopic topic;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Duration checkEvery;

    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private volatile @Nullable Sending sending;
    private volatile boolean closed;
    private long checkedAt;

    /**
     * @param installation id of the installation; stands in each record's source
     * @param context whose store is sent; its topic is made when first needed
     * @param database the context's, for the topic's id
     */
    public KafkaRelay(
            KafkaSettings kafka,
            String installation,
            String context,
            ContractTypes types,
            Publication publication,
            MongoDatabase database) {
        this(
                new ContractRecords(installation, context, types, publication),
                new RelayTopic(context, new TopicSetup(kafka), database),
                () -> new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer()),
                Duration.ofMinutes(1));
    }

    KafkaRelay(
            ContractRecords records,
            RelayTopic topic,
            Supplier<Producer<String, byte[]>> producers,
            Duration checkEvery) {
        this.records = records;
        this.topic = topic;
        this.producers = producers;
        this.checkEvery = checkEvery;
    }

    /**
     * Whether the processor has to be fed from position 0: nothing was ever sent to this topic. Asked before it starts, and
     * after a {@link TopicChangedException}. It stays true until the event of position 0 has come.
     *
     * @throws KafkaUnavailableException if Kafka gives no answer
     */
    public boolean startsAnew() {
        String current = topic.current();
        return !topic.remembered().map(current::equals).orElse(false);
    }

    /**
     * @throws TopicChangedException if the topic is new and this is not the event of position 0
     * @throws KafkaUnavailableException if Kafka takes nothing; the batch is to be repeated from its first event
     */
    @Override
    public void on(LoggedEvent event) {
        List<ProducerRecord<String, byte[]>> wanted = records.of(event);
        Sending open = sending;
        Sending to = open == null ? open(event.position()) : open;
        for (ProducerRecord<String, byte[]> each : wanted) {
            try {
                sent.add(to.send(each));
            } catch (RuntimeException e) {
                throw abandon(e);
            }
        }
    }

    /**
     * Waits for all acknowledgements.
     *
     * @throws KafkaUnavailableException if one of them did not come; the batch is to be repeated from its first event
     */
    @Override
    public void flush() {
        if (closed) {
            throw abandon(new IllegalStateException("the relay is closed"));
        }
        Sending to = sending;
        if (to == null) {
            return;
        }
        try {
            to.producer.flush();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw abandon(e);
        } catch (ExecutionException | RuntimeException e) {
            throw abandon(e);
        }
        sent.clear();
        if (System.nanoTime() - checkedAt > checkEvery.toNanos()) {
            check(to);
        }
    }

    private Sending open(long position) {
        String current = topic.current();
        if (!topic.remembered().map(current::equals).orElse(false)) {
            if (position != 0) {
                throw new TopicChangedException(topic.name());
            }
            topic.remember(current);
        }
        checkedAt = System.nanoTime();
        Sending opened = new Sending(producers.get(), current);
        sending = opened;
        // in this order: either this sees that it was closed, or who closes it sees the producer
        if (closed) {
            throw abandon(new IllegalStateException("the relay is closed"));
        }
        return opened;
    }

    private void check(Sending to) {
        if (!topic.current().equals(to.topicId)) {
            end();
            throw new TopicChangedException(topic.name());
        }
        checkedAt = System.nanoTime();
    }

    private KafkaUnavailableException abandon(Exception cause) {
        end();
        if (cause instanceof InterruptException) {
            // the client has cleared it
            Thread.currentThread().interrupt();
        }
        return new KafkaUnavailableException("records of " + topic.name() + " were not acknowledged", cause);
    }

    /** Ends the sending; what was not acknowledged will be sent again. */
    private void end() {
        sent.clear();
        Sending open = sending;
        if (open != null) {
            open.end();
            sending = null;
        }
    }

    /**
     * Ends the sending for good; what was not acknowledged will be sent again, by another. The batch in the hands of the
     * feeding thread is left to it, for only it knows what it still waits for.
     */
    @Override
    public void close() {
        closed = true;
        Sending open = sending;
        if (open != null) {
            open.end();
        }
    }

    /** One producer, until its first failure. */
    private static final class Sending {

        private final Producer<String, byte[]> producer;
        private final String topicId;
        private volatile @Nullable Exception failure;

        Sending(Producer<String, byte[]> producer, String topicId) {
            this.producer = producer;
            this.topicId = topicId;
        }

        Future<RecordMetadata> send(ProducerRecord<String, byte[]> each) {
            Exception failed = failure;
            if (failed != null) {
                throw new IllegalStateException("an earlier record was not sent", failed);
            }
            return producer.send(each, (metadata, exception) -> {
                if (exception != null && failure == null) {
                    failure = exception;
                    // on the producer's own thread, before it turns to the next records: they must not pass this one
                    end();
                }
            });
        }

        void end() {
            try {
                producer.close(Duration.ZERO);
            } catch (RuntimeException e) {
                log.debug("the producer was not closed cleanly", e);
            }
        }
    }
}
