package vn.thidua.platform.processing;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.platform.eventstore.EventLog;
import vn.thidua.platform.eventstore.LogTail;

/**
 * The processors of one context. Each goes through the log in order, in this process or in another one on the same
 * database: the first to claim it, and whoever finds its claim given up or run out.
 *
 * <p>They are Axon's pooled processors with one segment each. Their batches are dealt with by {@link Processor}; a
 * housekeeper looks after their figures, and wakes those that Axon would let wait although the database answers.
 */
public final class Processors implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Processors.class);

    private final String context;
    private final EventLog log;
    private final LogTail tail;
    private final ProcessingSettings settings;
    private final @Nullable MeterRegistry meters;
    private final Clock clock;
    private final TokenTable tokens;
    private final Letters letters;
    private final Parking parking;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor coordinators;
    private final ScheduledThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor housekeeper;

    private volatile long head = -1;
    private volatile Map<String, Long> parkedCounts = Map.of();
    private volatile boolean started;
    private volatile boolean closed;

    private record Running(
            Processor processor,
            PooledStreamingEventProcessor axon,
            List<Gauge> gauges,
            EventHandling handling,
            boolean park) {}

    /**
     * @param context its name, as {@code organization}
     * @param database of the context; its client bounds every call
     * @param log tells how far there is to go
     * @param tail the source of events
     * @param meters where the gauges go, if anywhere
     * @param clock for claims and ages
     */
    public Processors(
            String context,
            MongoDatabase database,
            EventLog log,
            LogTail tail,
            ProcessingSettings settings,
            @Nullable MeterRegistry meters,
            Clock clock) {
        this.context = context;
        this.log = log;
        this.tail = tail;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        String process = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        this.tokens = new TokenTable(database, process, settings.claimTimeout(), clock);
        this.letters = new Letters(database);
        this.parking = new Parking(this, letters, clock);
        // a worker may wait out a backend for hours; there is one for each processor
        this.coordinators = pool("processors-" + context, 2);
        this.workers = pool("processor-" + context, 1);
        this.housekeeper = pool("processors-housekeeper-" + context, 1);
    }

    private static ScheduledThreadPoolExecutor pool(String name, int threads) {
        var pool = new ScheduledThreadPoolExecutor(
                threads, Thread.ofVirtual().name(name + "-", 0).factory());
        pool.setRemoveOnCancelPolicy(true);
        return pool;
    }

    /**
     * Adds a processor; it works once {@link #start} was called, or at once if it was.
     *
     * @param name unique in the context; its token is stored under it
     * @param park whether an event that fails by its own fault is parked; if not, it is tried again for ever
     */
    public synchronized void register(String name, EventHandling handling, Start start, boolean park) {
        if (closed) {
            throw new IllegalStateException("the processors are closed");
        }
        if (running.containsKey(name)) {
            throw new IllegalArgumentException("there is a processor " + name + " already");
        }
        var processor = new Processor(name, handling, park, settings, tokens, letters, clock, () -> beginAgain(name));
        workers.setCorePoolSize(running.size() + 1);
        var axon = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(processor)
                .messageSource(tail)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .coordinatorExecutor(coordinators)
                .workerExecutor(workers)
                .initialSegmentCount(1)
                .initialToken(source -> initial(source, start))
                .batchSize(settings.batchSize())
                .tokenClaimInterval(settings.claimInterval().toMillis())
                .claimExtensionThreshold(settings.claimTimeout().toMillis() / 4)
                // a worker that waits out a backend keeps its claim
                .enableCoordinatorClaimExtension()
                .build();
        running.put(name, new Running(processor, axon, gauges(name), handling, park));
        if (started) {
            try {
                axon.start();
            } catch (RuntimeException e) {
                // it can be registered again
                running.remove(name);
                throw e;
            }
        }
    }

    private static TrackingToken initial(StreamableMessageSource<TrackedEventMessage<?>> source, Start start) {
        @Nullable TrackingToken token = start == Start.HEAD ? source.createHeadToken() : null;
        return token == null ? new GlobalSequenceTrackingToken(-1) : token;
    }

    private List<Gauge> gauges(String name) {
        if (meters == null) {
            return List.of();
        }
        Tags tags = Tags.of("context", context, "processor", name);
        return List.of(
                Gauge.builder("thidua_processor_lag_events", () -> status(name).lag())
                        .tags(tags)
                        .description("Events in the log behind the processor's position")
                        .register(meters),
                Gauge.builder(
                                "thidua_processor_age_seconds",
                                () -> status(name).age().toMillis() / 1000.0)
                        .tags(tags)
                        .description("Time without progress while events wait")
                        .register(meters),
                Gauge.builder("thidua_processor_parked_events", () -> status(name)
                                .parked())
                        .tags(tags)
                        .description("Events that wait for an operator")
                        .register(meters));
    }

    /** Begins to work. */
    public synchronized void start() {
        if (started) {
            return;
        }
        started = true;
        running.values().forEach(each -> each.axon().start());
        // it ends with its pool
        var _ = housekeeper.scheduleWithFixedDelay(
                this::keepHouse, 0, settings.claimInterval().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void keepHouse() {
        try {
            Map<String, TokenTable.Stored> stored = tokens.all();
            running.forEach((name, each) -> {
                TokenTable.Stored token = stored.get(name);
                if (token != null) {
                    each.processor().progress().stored(token.position(), token.here());
                }
            });
            parkedCounts = letters.counts();
            long last = log.nextPosition() - 1;
            // in this order: who has reached an older head is not behind
            running.values().forEach(each -> each.processor().progress().compare(head));
            head = last;
        } catch (RuntimeException e) {
            logger.debug("The figures of the processors stay as they were", e);
            return;
        }
        // the database answers: who has no work here because of a failure need not wait any longer
        running.values().stream()
                .filter(each ->
                        each.axon().isError() || each.axon().processingStatus().isEmpty())
                .forEach(each -> {
                    // Axon would wait up to 60 s; a release that is over already wakes it and changes nothing else
                    each.axon().releaseSegment(TokenTable.SEGMENT, -1, TimeUnit.MILLISECONDS);
                });
    }

    /** How each is doing, by name; what stands in the database may be an interval old. */
    public List<ProcessorStatus> statuses() {
        return running.keySet().stream()
                .sorted(Comparator.naturalOrder())
                .map(this::status)
                .toList();
    }

    /**
     * How one is doing.
     *
     * @throws IllegalArgumentException if there is no such processor
     */
    public ProcessorStatus status(String name) {
        return processor(name).progress().status(name, head, parkedCounts.getOrDefault(name, 0L), settings.stall());
    }

    /** Name of the context. */
    public String context() {
        return context;
    }

    /** Whether there is such a processor in this process. */
    public boolean has(String name) {
        return running.containsKey(name);
    }

    /** What operators do with parked events. */
    public Parking parking() {
        return parking;
    }

    /** Position of the last event it has dealt with here, or as far as its stored token says; -1 if none. */
    public long position(String name) {
        @Nullable Running found = running.get(name);
        if (found != null) {
            return found.processor().progress().position();
        }
        // a filling that nothing here feeds any more answers until it is replaced
        return tokens.position(name).orElseThrow(() -> new IllegalArgumentException("there is no processor " + name));
    }

    /** Whether the work of this processor is done in this process. */
    public boolean isHere(String name) {
        return processor(name).progress().isHere();
    }

    /**
     * Waits until a processor has dealt with the event at a position: at once where it works here; where another process
     * does its work, as soon as the stored token says so.
     *
     * @return whether it has
     */
    public boolean await(String name, long position, Duration timeout) throws InterruptedException {
        if (!has(name)) {
            return position(name) >= position;
        }
        Progress progress = processor(name).progress();
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            Duration step = left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN;
            if (progress.await(position, step)) {
                return true;
            }
            if (System.nanoTime() >= end) {
                return false;
            }
            if (!progress.isHere()) {
                tokens.position(name).ifPresent(stored -> progress.stored(stored, false));
            }
        }
    }

    /** Only where another process does the work. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    Processor processor(String name) {
        @Nullable Running found = running.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no processor " + name);
        }
        return found.processor();
    }

    TrackedEventMessage<?> eventAt(long position) throws InterruptedException {
        try (var stream = tail.openStream(new GlobalSequenceTrackingToken(position - 1))) {
            if (stream.hasNextAvailable(10, TimeUnit.SECONDS)) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                if (LoggedEvent.positionOf(event) == position) {
                    return event;
                }
            }
        }
        throw new IllegalStateException("there is no event at position " + position);
    }

    /** Ends one processor in this process; another process may go on. */
    public void stop(String name) {
        ended(List.of(ending(name)));
    }

    private synchronized CompletableFuture<Void> ending(String name) {
        @Nullable Running gone = running.remove(name);
        if (gone == null) {
            return CompletableFuture.completedFuture(null);
        }
        if (meters != null) {
            gone.gauges().forEach(meters::remove);
        }
        gone.processor().close();
        return gone.axon().shutdownAsync();
    }

    /** All at once, for each may wait for a database that does not answer. */
    private static void ended(List<CompletableFuture<Void>> endings) {
        try {
            CompletableFuture.allOf(endings.toArray(CompletableFuture<?>[]::new))
                    .get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            logger.warn("Not all processors ended in time; their claims run out");
        }
    }

    /** Sends a processor back to the log's first event, soon. What it has parked comes again with the rest. */
    public void beginAgain(String name) {
        // apart: the processor itself may ask for it, and must end first
        housekeeper.execute(() -> {
            @Nullable Running gone = running.get(name);
            if (gone == null || closed) {
                return;
            }
            logger.warn("Processor {} begins again at the log's first event", name);
            stop(name);
            untilStored(() -> {
                tokens.rewind(name);
                letters.drop(name);
            });
            // a start asks the database too: left out after one failure, the processor would be missed by nobody
            untilStored(() -> register(name, gone.handling(), Start.TAIL, gone.park()));
        });
    }

    private void untilStored(Runnable act) {
        for (int failures = 0; ; failures++) {
            try {
                act.run();
                return;
            } catch (MongoException e) {
                if (closed) {
                    throw e;
                }
                LockSupport.parkNanos(settings.backOff(failures).toNanos());
            }
        }
    }

    /** Ends one processor and forgets its token and what it had parked. */
    public void drop(String name) {
        stop(name);
        tokens.drop(name);
        letters.drop(name);
    }

    /** Ends all, and gives their claims up: another process goes on at once. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        housekeeper.shutdownNow();
        ended(List.copyOf(running.keySet()).stream().map(this::ending).toList());
        workers.shutdown();
        coordinators.shutdown();
    }
}
