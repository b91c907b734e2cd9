package vn.thidua.platform.consume;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.platform.context.ConflictException;
import vn.thidua.platform.processing.Failures;
import vn.thidua.platform.publish.Envelope;

/** Hands records on, a batch at a time; after a failure by a record's own fault one at a time, to find it and park it. */
final class RecordBatch {

    private static final Logger logger = LoggerFactory.getLogger(RecordBatch.class);

    private final Feeding feeding;
    private final String feed;
    private final RecordHandling handling;
    private final FeedPlace place;
    private final UnreadableRecords unreadable;
    private final Clock clock;

    /** Null until they are read, and when another process may have parked some. */
    private volatile @Nullable Set<String> parkedKeys;

    RecordBatch(Feeding feeding, String feed, RecordHandling handling, FeedPlace place, Clock clock) {
        this.feeding = feeding;
        this.feed = feed;
        this.handling = handling;
        this.place = place;
        this.unreadable = new UnreadableRecords(feeding.database());
        this.clock = clock;
    }

    /** Thrown when records fail by their own fault. */
    private static final class PoisonException extends RuntimeException {

        private static final long serialVersionUID = 1;

        PoisonException(Throwable failure) {
            super(failure);
        }
    }

    /** @throws RuntimeException if a backend failed: nothing counts as done, all of it comes again */
    void process(Iterable<ConsumerRecord<String, byte[]>> records) {
        Set<String> known = parkedKeys;
        if (known == null || !known.isEmpty()) {
            // an operator may have dropped some, in another process too
            parkedKeys = place.parked().keys();
        }
        try {
            for (ConsumerRecord<String, byte[]> record : records) {
                handOn(record);
            }
            finish();
        } catch (PoisonException e) {
            forget();
            logger.warn("Feed {} cannot deal with one of its records; now one at a time", feed);
            for (ConsumerRecord<String, byte[]> record : records) {
                alone(record);
            }
        }
    }

    /** Another process may have had these partitions, and parked some of their records. */
    void partitionsChanged() {
        parkedKeys = null;
    }

    private void alone(ConsumerRecord<String, byte[]> record) {
        for (int attempt = 1; ; attempt++) {
            try {
                handOn(record);
                finish();
                return;
            } catch (PoisonException e) {
                forget();
                if (attempt >= feeding.settings().attempts()) {
                    park(record, e.getCause() == null ? e : e.getCause());
                    return;
                }
                pause(feeding.settings().backOff(attempt - 1));
            }
        }
    }

    private void handOn(ConsumerRecord<String, byte[]> record) {
        var envelope = feeding.reader().envelope(record);
        if (envelope.isEmpty()) {
            logger.error(
                    "Feed {} passes over a record that is not ours: {}/{}/{}",
                    feed,
                    record.topic(),
                    record.partition(),
                    record.offset());
            unreadable.keep(feed, record, clock.instant());
            place.passed(record, null);
            return;
        }
        Set<String> known = parkedKeys;
        if (known != null && known.contains(TopicFeed.keyOf(record))) {
            place.parked().park(record, envelope.get(), null, clock.instant());
        } else {
            guarded(() -> {
                ContractRecord read = feeding.reader().read(envelope.get(), record);
                if (read.event() != null) {
                    handling.on(read);
                }
            });
        }
        place.passed(record, envelope.get());
    }

    private void finish() {
        guarded(handling::flush);
        place.store();
    }

    private void forget() {
        handling.discard();
        place.discard();
    }

    private void park(ConsumerRecord<String, byte[]> record, Throwable failure) {
        Envelope envelope = feeding.reader().envelope(record).orElseThrow();
        String key = TopicFeed.keyOf(record);
        logger.error(
                "Feed {} parks the records of key {} from {}/{}/{} on: {}",
                feed,
                key,
                record.topic(),
                record.partition(),
                record.offset(),
                failure.getClass().getName());
        place.parked().park(record, envelope, failure, clock.instant());
        Set<String> more = place.parked().keys();
        more.add(key);
        parkedKeys = more;
        handling.parked(key);
        place.passed(record, envelope);
        place.store();
    }

    int retry(String key, List<ParkedRecord> waiting) {
        int done = 0;
        try (var fetch = new RecordFetch(feeding.kafka())) {
            for (ParkedRecord each : waiting) {
                ConsumerRecord<String, byte[]> record = fetch.at(each);
                Envelope envelope = feeding.reader().envelope(record).orElseThrow();
                try {
                    guarded(() -> {
                        ContractRecord read = feeding.reader().read(envelope, record);
                        if (read.event() != null) {
                            handling.late(read);
                        }
                        handling.flush();
                    });
                } catch (PoisonException e) {
                    handling.discard();
                    place.parked().park(record, envelope, e.getCause() == null ? e : e.getCause(), clock.instant());
                    return done;
                }
                place.parked().remove(each);
                done++;
            }
        }
        if (!place.parked().keys().contains(key)) {
            handling.unparked(key);
        }
        return done;
    }

    void drop(ParkedRecord record) {
        place.parked().remove(record);
        if (!place.parked().keys().contains(record.key())) {
            handling.unparked(record.key());
        }
    }

    /** A conflict is nobody's fault: another command was faster, and will be done some time. */
    private static void guarded(Runnable act) {
        try {
            act.run();
        } catch (ConflictException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Failures.isBackend(e)) {
                throw e;
            }
            throw new PoisonException(e);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
