package vn.thidua.platform.context;

import java.time.Duration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.platform.eventstore.LogTail;

/** Throws out of the cache what another process has appended. */
final class CacheWatch implements ContextPart {

    private static final Logger logger = LoggerFactory.getLogger(CacheWatch.class);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final LogTail tail;
    private final LiveAggregates live;
    private volatile boolean closed;
    private @Nullable Thread watcher;

    CacheWatch(LogTail tail, LiveAggregates live) {
        this.tail = tail;
        this.live = live;
    }

    @Override
    public String name() {
        return "cache";
    }

    @Override
    public void start() {
        // before anything is cached: so nothing is missed
        var stream = tail.openStream(tail.createHeadToken());
        watcher = Thread.ofVirtual().name("live-aggregates").start(() -> watch(stream));
    }

    private void watch(BlockingStream<TrackedEventMessage<?>> first) {
        BlockingStream<TrackedEventMessage<?>> stream = first;
        while (!closed) {
            try {
                follow(stream);
            } catch (InterruptedException e) {
                break;
            } catch (RuntimeException e) {
                if (!closed) {
                    logger.warn("The cache of aggregates does not see the log now: {}", e.toString());
                }
            }
            // nobody knows what was missed
            live.clear();
            try {
                Thread.sleep(AFTER_FAILURE);
                if (!closed) {
                    stream.close();
                    stream = tail.openStream(tail.createHeadToken());
                    live.clear();
                }
            } catch (InterruptedException e) {
                break;
            } catch (RuntimeException e) {
                logger.debug("The log cannot be followed yet", e);
            }
        }
        stream.close();
    }

    private void follow(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        while (!closed) {
            if (stream.hasNextAvailable(1, java.util.concurrent.TimeUnit.SECONDS)
                    && stream.nextAvailable() instanceof DomainEventMessage<?> event
                    && event.getAggregateIdentifier() != null) {
                live.seen(event.getAggregateIdentifier(), event.getSequenceNumber());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        if (watcher == null) {
            return;
        }
        watcher.interrupt();
        try {
            watcher.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
