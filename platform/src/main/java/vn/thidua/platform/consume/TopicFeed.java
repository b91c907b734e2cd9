package vn.thidua.platform.consume;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.contracts.Topics;
import vn.thidua.platform.processing.Failures;

/**
 * One thread that reads the topics of some contexts and hands their events on. Where it is stands in MongoDB, stored after
 * the handling has flushed; Kafka only divides the partitions among processes. What a backend causes is waited out; a
 * record that fails by its own fault is parked with all later ones of its key.
 */
final class TopicFeed implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(TopicFeed.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long COUNT_NANOS = Duration.ofSeconds(2).toNanos();

    private final Feeding feeding;
    private final String name;
    private final List<String> contexts;
    private final RecordHandling handling;
    private final FeedPlace place;
    private final RecordBatch batch;
    /** One at a time: a batch, or an operator's retry. */
    private final ReentrantLock working = new ReentrantLock();

    private final FeedPulse pulse = new FeedPulse(System::nanoTime);
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean caughtUp;
    private volatile boolean lost;
    private volatile @Nullable Throwable failure;
    private volatile Set<TopicPartition> assigned = Set.of();
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile long lastRecord = System.nanoTime();
    private volatile long lag;
    private volatile int parked;
    private long countedAt = System.nanoTime() - COUNT_NANOS;

    /**
     * @param name names its offsets, for ever; with the context it names the consumer group
     */
    TopicFeed(Feeding feeding, String name, List<String> contexts, RecordHandling handling, Clock clock) {
        this.feeding = feeding;
        this.name = name;
        this.contexts = List.copyOf(contexts);
        this.handling = handling;
        this.place = new FeedPlace(feeding, name);
        this.batch = new RecordBatch(feeding, name, handling, place, clock);
        this.thread = Thread.ofPlatform()
                .daemon()
                .name(feeding.context() + "-feed-" + name)
                .unstarted(this::run);
    }

    static String keyOf(ConsumerRecord<String, byte[]> record) {
        // without a key it stands for itself
        return record.key() == null ? record.topic() + "/" + record.partition() + "/" + record.offset() : record.key();
    }

    void start() {
        thread.start();
    }

    private void run() {
        int failures = 0;
        while (!closing && !lost) {
            try (var open = new KafkaConsumer<>(
                    feeding.kafka().consumer(feeding.context() + "." + name),
                    new StringDeserializer(),
                    new ByteArrayDeserializer())) {
                consumer = open;
                place.load();
                open.subscribe(pattern(), new Assignment(open));
                while (!closing && !lost) {
                    round(open);
                    failures = 0;
                    failure = null;
                }
            } catch (WakeupException e) {
                // to close
            } catch (RuntimeException | Error e) {
                failure = e;
                caughtUp = false;
                Duration pause = feeding.settings().backOff(failures++);
                logger.warn(
                        "Feed {} tries again in {} ms: {}",
                        name,
                        pause.toMillis(),
                        e.getClass().getName());
                sleep(pause);
            } finally {
                working.lock();
                try {
                    handling.discard();
                    place.discard();
                } finally {
                    working.unlock();
                }
                assigned = Set.of();
                consumer = null;
            }
        }
    }

    private Pattern pattern() {
        return Pattern.compile(contexts.stream()
                .map(context -> Topics.followed(context).pattern())
                .collect(Collectors.joining("|")));
    }

    private void round(KafkaConsumer<String, byte[]> open) {
        ConsumerRecords<String, byte[]> records = open.poll(POLL);
        if (lost) {
            return;
        }
        if (!records.isEmpty()) {
            pulse.recordsWait();
            working.lock();
            try {
                batch.process(records);
            } finally {
                working.unlock();
            }
            lastRecord = System.nanoTime();
            pulse.moved();
        }
        if (place.isToBeChecked() && place.isLost(topicsOf(assigned))) {
            atLoss(open, assigned);
        }
        lag = knownLag(open);
        caughtUp = isAtTheEnd(open);
        if (caughtUp) {
            pulse.nothingWaits();
        } else if (lag > 0) {
            pulse.recordsWait();
        }
        countParked();
    }

    /** Here and not where somebody asks: who looks at a process whose database hangs must not hang with it. */
    private void countParked() {
        if (System.nanoTime() - countedAt >= COUNT_NANOS) {
            try {
                parked = place.parked().count();
            } catch (MongoException e) {
                logger.debug("Feed {}: what is parked is counted later", name, e);
            }
            countedAt = System.nanoTime();
        }
    }

    private static long knownLag(KafkaConsumer<String, byte[]> open) {
        return open.assignment().stream()
                .mapToLong(partition -> open.currentLag(partition).orElse(0))
                .sum();
    }

    /** At the end of every topic it follows, as far as this process is the one that reads it. */
    private static boolean isAtTheEnd(KafkaConsumer<String, byte[]> open) {
        Set<TopicPartition> partitions = open.assignment();
        if (partitions.isEmpty()) {
            return false;
        }
        for (TopicPartition partition : partitions) {
            var lag = open.currentLag(partition);
            if (lag.isEmpty() || lag.getAsLong() > 0) {
                return false;
            }
        }
        return true;
    }

    private void atLoss(KafkaConsumer<String, byte[]> open, Collection<TopicPartition> partitions) {
        logger.warn("Feed {}: its topics were lost and made anew", name);
        caughtUp = false;
        if (handling.goesOnAfterLoss()) {
            handling.discard();
            place.beginAnew(topicsOf(partitions));
            seek(open, partitions);
        } else {
            lost = true;
        }
    }

    private void seek(KafkaConsumer<String, byte[]> open, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            long next = place.nextOf(partition);
            if (next < 0) {
                open.seekToBeginning(List.of(partition));
            } else {
                open.seek(partition, next);
            }
        }
    }

    private static Set<String> topicsOf(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet());
    }

    private void sleep(Duration pause) {
        try {
            // a little apart from the other feeds, which failed at the same moment
            Thread.sleep(pause.plusMillis(ThreadLocalRandom.current().nextLong(50)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
        }
    }

    FeedPlace place() {
        return place;
    }

    /** Whether it has read everything that its topics held a moment ago. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    /** For how long nothing has come. */
    Duration quietFor() {
        return Duration.ofNanos(System.nanoTime() - lastRecord);
    }

    /** Whether it ended because its topics were lost. */
    boolean isLost() {
        return lost;
    }

    FeedStatus status() {
        Throwable failed = failure;
        return new FeedStatus(
                name,
                caughtUp,
                lag,
                pulse.age(),
                !assigned.isEmpty(),
                failed == null ? null : failed.getClass().getName(),
                failed != null && !Failures.isBackend(failed),
                place.progress().all(),
                parked);
    }

    /**
     * Tries what is parked of one key again, in order; stops at the first that fails again.
     *
     * @return how many went well
     * @throws IllegalStateException if another process reads that partition: ask that one
     */
    int retry(String key) {
        working.lock();
        try {
            List<ParkedRecord> waiting = place.parked().list().stream()
                    .filter(record -> record.key().equals(key))
                    .toList();
            for (ParkedRecord record : waiting) {
                if (!assigned.contains(new TopicPartition(record.topic(), record.partition()))) {
                    throw new IllegalStateException("another process reads the partition of this record");
                }
            }
            return batch.retry(key, waiting);
        } finally {
            working.unlock();
        }
    }

    /** Takes one parked record away for good: this feed will never have seen it. */
    void drop(ParkedRecord record) {
        working.lock();
        try {
            batch.drop(record);
        } finally {
            working.unlock();
        }
    }

    @Override
    public void close() {
        closing = true;
        KafkaConsumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            if (!thread.join(Duration.ofSeconds(5))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalThreadStateException e) {
            // it was never started
        }
    }

    private final class Assignment implements ConsumerRebalanceListener {

        private final KafkaConsumer<String, byte[]> open;

        Assignment(KafkaConsumer<String, byte[]> open) {
            this.open = open;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // another process may have read on in the meantime
            place.load();
            batch.partitionsChanged();
            assigned = Set.copyOf(open.assignment());
            if (assigned.isEmpty()) {
                // other processes read all of it
                lag = 0;
                pulse.nothingWaits();
            }
            if (place.isLost(topicsOf(partitions))) {
                atLoss(open, partitions);
            } else {
                seek(open, partitions);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            assigned = Set.of();
            caughtUp = false;
        }
    }
}
