package vn.thidua.platform.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.contracts.Topics;
import vn.thidua.platform.embedded.KafkaBroker;
import vn.thidua.platform.ledger.AccountEvent;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;

/** The relay on a real broker: everything, in order, under the same ids, whatever fails. */
class KafkaRelayIT {

    /** Fails soon, so that the tests do not wait long. */
    private static final Map<String, String> HASTY = Map.of(
            "request.timeout.ms", "1000",
            "delivery.timeout.ms", "2000",
            "default.api.timeout.ms", "2000",
            "max.block.ms", "2000");

    /** Several limits of a client follow one another, and a busy machine stretches each. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String context = Backends.freshName(KafkaRelayIT.class).replace('_', '-');
    private final LedgerLog log = new LedgerLog();
    private final List<KafkaRelay> opened = new ArrayList<>();
    private MongoDatabase database;
    private KafkaSettings kafka;

    @BeforeEach
    void backends() {
        database = Backends.freshDatabase(KafkaRelayIT.class);
        kafka = KafkaSettings.plain(Backends.kafka());
    }

    @AfterEach
    void close() {
        opened.forEach(KafkaRelay::close);
    }

    @Test
    void whatWasSentButNotRememberedIsSentAgainUnderTheSameIds() {
        log.fill(120);
        KafkaRelay first = relay();
        feed(first, 0, 50);
        // the acknowledgement has come, the token was not stored: the process is gone
        feed(first, 50, 40);
        KafkaRelay second = relay();
        feed(second, 50, 70);

        List<ConsumerRecord<String, byte[]>> records = Wire.all(kafka, Topics.nameOf(context));
        assertThat(records).hasSize(contractEvents(log) + contractEvents(log.from(50, 40)));
        assertComplete(records);
    }

    @Test
    void nothingPassesARecordThatFailed() {
        log.fill(10);
        log.append(new AccountEvent.AccountOpened("a1", "x".repeat(200_000), java.time.LocalDate.EPOCH));
        log.fill(10);
        kafka = new KafkaSettings(kafka.bootstrap(), Map.of("max.request.size", "100000"));
        KafkaRelay relay = relay();
        assertThatThrownBy(() -> feed(relay, 0, 21)).isInstanceOf(KafkaUnavailableException.class);
        assertThatThrownBy(() -> feed(relay, 0, 21)).isInstanceOf(KafkaUnavailableException.class);
        // nothing behind position 10 is there, in any partition
        assertThat(Wire.all(kafka, Topics.nameOf(context)))
                .allSatisfy(record -> assertThat(envelope(record).position()).isLessThan(10));

        kafka = KafkaSettings.plain(kafka.bootstrap());
        feed(relay(), 0, 21);
        assertComplete(Wire.all(kafka, Topics.nameOf(context)));
    }

    @Test
    void whileKafkaIsDownTheLogGrowsAndThenTheBacklogDrainsInOrder() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start()) {
            kafka = new KafkaSettings(broker.bootstrap(), HASTY);
            log.fill(30);
            var processor = new Processor(relay());
            Thread thread = Thread.ofVirtual().start(processor);
            try {
                Eventually.eventually("the first events are sent", () -> processor.token.get() == 30);
                broker.stop();
                log.fill(200);
                Eventually.within(PATIENCE, "the relay has noticed", () -> processor.failures.get() > 0);
                log.fill(200);
                assertThat(processor.token).hasValue(30);
                broker.restart();
                Eventually.within(PATIENCE, "the backlog is sent", () -> processor.token.get() == 430);
            } finally {
                thread.interrupt();
                thread.join(TimeUnit.SECONDS.toMillis(10));
            }
            assertComplete(Wire.all(kafka, Topics.nameOf(context)));
        }
    }

    @Test
    void whatIsOnItsWayWhenTheRelayIsClosedCountsAsNotSent() {
        log.fill(10);
        var unanswered = new UnansweredProducer();
        var relay = new KafkaRelay(
                new ContractRecords("i", context, LedgerPublication.types(context), new LedgerPublication()),
                new RelayTopic(context, new TopicSetup(kafka), database),
                unanswered::producer,
                Duration.ofMinutes(1));
        log.from(0, 10).forEach(relay::on);
        var flushed = new CompletableFuture<Void>();
        Thread.ofPlatform()
                .start(() -> flushed.completeAsync(
                        () -> {
                            relay.flush();
                            return null;
                        },
                        Runnable::run));
        assertThat(unanswered.waitedFor).succeedsWithin(Duration.ofSeconds(30));
        relay.close();
        assertThat(flushed)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(KafkaUnavailableException.class);
        assertThatThrownBy(relay::flush).isInstanceOf(KafkaUnavailableException.class);
    }

    @Test
    void aTopicThatWasLostIsFilledAnewFromTheBeginning() throws Exception {
        log.fill(40);
        KafkaRelay relay = relay();
        assertThat(relay.startsAnew()).isTrue();
        feed(relay, 0, 30);
        assertThat(relay.startsAnew()).isFalse();

        Wire.delete(kafka, Topics.nameOf(context));
        relay.close();
        KafkaRelay restarted = relay();
        assertThat(restarted.startsAnew()).isTrue();
        assertThatThrownBy(() -> feed(restarted, 30, 10)).isInstanceOf(TopicChangedException.class);
        feed(restarted, 0, 40);
        assertThat(restarted.startsAnew()).isFalse();
        assertComplete(Wire.all(kafka, Topics.nameOf(context)));
    }

    @Test
    void aTopicThatIsReplacedUnderARunningRelayIsNoticed() throws Exception {
        log.fill(40);
        var running = new KafkaRelay(
                new ContractRecords("i", context, LedgerPublication.types(context), new LedgerPublication()),
                new RelayTopic(context, new TopicSetup(kafka), database),
                () -> new org.apache.kafka.clients.producer.KafkaProducer<>(
                        kafka.producer(),
                        new org.apache.kafka.common.serialization.StringSerializer(),
                        new org.apache.kafka.common.serialization.ByteArraySerializer()),
                java.time.Duration.ZERO);
        opened.add(running);
        feed(running, 0, 20);
        Wire.delete(kafka, Topics.nameOf(context));
        new TopicSetup(kafka).ensure(context);
        assertThatThrownBy(() -> feed(running, 20, 10)).isInstanceOf(TopicChangedException.class);
        feed(running, 0, 40);
        assertThat(Wire.all(kafka, Topics.nameOf(context)).stream()
                        .map(record -> envelope(record).id())
                        .distinct())
                .hasSize(contractEvents(log));
    }

    @Test
    void anotherPartitionCountIsAnError() throws Exception {
        try (Admin admin = Admin.create(kafka.admin())) {
            admin.createTopics(List.of(new NewTopic(Topics.nameOf(context), 5, (short) 1)))
                    .all()
                    .get(10, TimeUnit.SECONDS);
        }
        KafkaRelay relay = relay();
        assertThatThrownBy(relay::startsAnew)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has 5 partitions instead of 12");
    }

    @Test
    void aTopicKeepsEverything() throws Exception {
        var setup = new TopicSetup(kafka);
        String id = setup.ensure(context);
        assertThat(setup.ensure(context)).isEqualTo(id);
        assertThat(setup.idsOf(List.of(Topics.nameOf(context), "nothing")))
                .isEqualTo(Map.of(Topics.nameOf(context), id));
        try (Admin admin = Admin.create(kafka.admin())) {
            var resource = new org.apache.kafka.common.config.ConfigResource(
                    org.apache.kafka.common.config.ConfigResource.Type.TOPIC, Topics.nameOf(context));
            var config = java.util.Objects.requireNonNull(
                    admin.describeConfigs(List.of(resource)).all().get().get(resource));
            Topics.settings()
                    .forEach((name, value) ->
                            assertThat(config.get(name).value()).as(name).isEqualTo(value));
        }
    }

    private KafkaRelay relay() {
        var relay = new KafkaRelay(
                kafka, "i", context, LedgerPublication.types(context), new LedgerPublication(), database);
        opened.add(relay);
        return relay;
    }

    private void feed(KafkaRelay relay, long from, int count) {
        log.from(from, count).forEach(relay::on);
        relay.flush();
    }

    private static int contractEvents(LedgerLog log) {
        return contractEvents(log.from(0, log.size()));
    }

    private static int contractEvents(List<LoggedEvent> events) {
        return events.stream()
                .mapToInt(event -> new LedgerPublication().publish(event).size())
                .sum();
    }

    private static Envelope envelope(ConsumerRecord<String, byte[]> record) {
        return EnvelopeCodec.read(record.headers()).orElseThrow();
    }

    /** Nothing is missing; the first of each comes in order; what comes again is the same, byte for byte. */
    private void assertComplete(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, ConsumerRecord<String, byte[]>> firsts = new HashMap<>();
        Map<Integer, Long> reached = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Envelope envelope = envelope(record);
            Optional<ConsumerRecord<String, byte[]>> earlier =
                    Optional.ofNullable(firsts.putIfAbsent(envelope.id(), record));
            if (earlier.isPresent()) {
                assertThat(record.value()).isEqualTo(earlier.get().value());
                assertThat(record.headers()).isEqualTo(earlier.get().headers());
                assertThat(record.partition()).isEqualTo(earlier.get().partition());
            } else {
                long place = envelope.position() * 10 + envelope.n();
                assertThat(place).isGreaterThan(reached.getOrDefault(record.partition(), -1L));
                reached.put(record.partition(), place);
            }
        }
        assertThat(firsts).hasSize(contractEvents(log));
    }

    /** Behaves as a producer whose broker is away: it waits for answers until it is closed, and then has none. */
    private static final class UnansweredProducer {

        private final CompletableFuture<Void> waitedFor = new CompletableFuture<>();
        private final CompletableFuture<RecordMetadata> answers = new CompletableFuture<>();

        @SuppressWarnings("unchecked")
        private Producer<String, byte[]> producer() {
            return (Producer<String, byte[]>) Proxy.newProxyInstance(
                    Producer.class.getClassLoader(),
                    new Class<?>[] {Producer.class},
                    (_, method, _) -> switch (method.getName()) {
                        case "send" -> answers;
                        case "flush" -> {
                            waitedFor.complete(null);
                            answers.handle((_, _) -> null).join();
                            yield null;
                        }
                        case "close" -> {
                            answers.completeExceptionally(new KafkaException("closed"));
                            yield null;
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    });
        }
    }

    /** What the processor of a context does: batches from its token, and patience. */
    private final class Processor implements Runnable {

        private final KafkaRelay relay;
        private final AtomicLong token = new AtomicLong();
        private final AtomicLong failures = new AtomicLong();

        Processor(KafkaRelay relay) {
            this.relay = relay;
        }

        @Override
        public void run() {
            while (!Thread.currentThread().isInterrupted()) {
                List<LoggedEvent> batch = log.from(token.get(), 25);
                try {
                    if (batch.isEmpty()) {
                        Thread.sleep(10);
                        continue;
                    }
                    batch.forEach(relay::on);
                    relay.flush();
                    token.addAndGet(batch.size());
                } catch (InterruptedException e) {
                    return;
                } catch (KafkaUnavailableException e) {
                    failures.incrementAndGet();
                }
            }
        }
    }
}
