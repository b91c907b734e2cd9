package vn.thidua.platform.processing;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One processor: gets Axon's batches, waits out what a backend causes, and parks what fails by its own fault.
 *
 * <p>It waits here, with the batch in its hands, and asks for its claim before each further try. Axon's pooled processor
 * would give the batch back and wait 1 s, then twice as long each time up to 60 s, which cannot be changed.
 */
final class Processor implements EventHandlerInvoker {

    private static final Logger logger = LoggerFactory.getLogger(Processor.class);

    /**
     * Whether the token comes behind the work. A test of this package turns it round, to show that what is skipped then is
     * noticed; nothing else reaches it.
     */
    static volatile boolean tokenLast = true;

    private final String name;
    private final EventHandling handling;
    private final boolean park;
    private final ProcessingSettings settings;
    private final TokenTable tokens;
    private final Letters letters;
    private final Clock clock;
    private final Progress progress;
    private final Runnable again;

    /** One at a time: a batch, or an operator's retry. */
    private final ReentrantLock working = new ReentrantLock();

    private final ReentrantLock pause = new ReentrantLock();
    private final Condition ended = pause.newCondition();
    private volatile boolean closing;

    private final List<TrackedEventMessage<?>> batch = new ArrayList<>();
    /** Aggregates with letters; null until they are read, and after another process may have changed them. */
    private volatile @Nullable Set<String> parked;

    /** @param again what sends this processor back to the first event; it may not wait for it to end */
    Processor(
            String name,
            EventHandling handling,
            boolean park,
            ProcessingSettings settings,
            TokenTable tokens,
            Letters letters,
            Clock clock,
            Runnable again) {
        this.again = again;
        this.name = name;
        this.handling = handling;
        this.park = park;
        this.settings = settings;
        this.tokens = tokens;
        this.letters = letters;
        this.clock = clock;
        this.progress = new Progress(clock);
    }

    Progress progress() {
        return progress;
    }

    @Override
    public boolean canHandle(EventMessage<?> eventMessage, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) throws InterruptedException {
        var unit = (BatchingUnitOfWork<?>) CurrentUnitOfWork.get();
        if (unit.isFirstMessage()) {
            batch.clear();
        }
        batch.add((TrackedEventMessage<?>) message);
        if (unit.isLastMessage()) {
            // not in onPrepareCommit: Axon stores the token there, before us
            working.lockInterruptibly();
            try {
                if (!tokenLast) {
                    tokens.storeToken(batch.getLast().trackingToken(), name, TokenTable.SEGMENT);
                }
                process(batch);
                progress.reached(LoggedEvent.positionOf(batch.getLast()));
            } finally {
                working.unlock();
                batch.clear();
            }
        }
    }

    @Override
    public void segmentReleased(Segment segment) {
        parked = null;
        progress.leftHere();
    }

    private void process(List<TrackedEventMessage<?>> events) throws InterruptedException {
        Set<String> known = parked;
        if (known == null || !known.isEmpty()) {
            // an operator may have dropped some, in another process too
            persistently(() -> parked = letters.aggregates(name));
        }
        try {
            persistently(() -> {
                events.forEach(this::handleOrPark);
                handling.flush();
            });
        } catch (PoisonException e) {
            logger.warn(
                    "Processor {} cannot deal with one of {} events from position {}: {}. Now one at a time.",
                    name,
                    events.size(),
                    LoggedEvent.positionOf(events.getFirst()),
                    e.failure().getClass().getName());
            for (TrackedEventMessage<?> event : events) {
                alone(event);
            }
        }
    }

    private void handleOrPark(TrackedEventMessage<?> event) {
        String aggregate = aggregateOf(event);
        Set<String> known = parked;
        if (known != null && known.contains(aggregate)) {
            letters.put(name, aggregate, LoggedEvent.positionOf(event), event.getIdentifier(), null, clock.instant());
        } else {
            handling.on(LoggedEvent.of(event));
        }
    }

    private void alone(TrackedEventMessage<?> event) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                persistently(() -> {
                    handleOrPark(event);
                    handling.flush();
                });
                return;
            } catch (PoisonException e) {
                if (attempt >= settings.attempts()) {
                    parkAt(event, e.failure());
                    return;
                }
                await(settings.backOff(attempt - 1));
            }
        }
    }

    private void parkAt(TrackedEventMessage<?> event, Throwable failure) throws InterruptedException {
        String aggregate = aggregateOf(event);
        long position = LoggedEvent.positionOf(event);
        logger.error(
                "Processor {} parks the events of aggregate {} from position {} on: {}",
                name,
                aggregate,
                position,
                failure.getClass().getName());
        persistently(() -> {
            letters.put(name, aggregate, position, event.getIdentifier(), failure, clock.instant());
            Set<String> more = letters.aggregates(name);
            more.add(aggregate);
            parked = more;
            handling.parked(aggregate);
        });
    }

    /** An event without an aggregate stands for itself. */
    private static String aggregateOf(TrackedEventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : event.getIdentifier();
    }

    /** Thrown when an act fails by the fault of its events. */
    private static final class PoisonException extends RuntimeException {

        private static final long serialVersionUID = 1;

        PoisonException(Throwable failure) {
            super(failure);
        }

        Throwable failure() {
            Throwable cause = getCause();
            return cause == null ? this : cause;
        }
    }

    /** Repeats an act for as long as it fails by the fault of a backend. */
    private void persistently(Runnable act) throws InterruptedException {
        for (int failures = 0; ; failures++) {
            try {
                if (failures > 0) {
                    // another process may have taken over while this one waited
                    tokens.extendClaim(name, TokenTable.SEGMENT);
                }
                act.run();
                progress.wentWell();
                return;
            } catch (UnableToClaimTokenException e) {
                handling.discard();
                throw e;
            } catch (StartAgainException e) {
                handling.discard();
                again.run();
                throw e;
            } catch (RuntimeException | Error e) {
                handling.discard();
                if (park && !Failures.isBackend(e)) {
                    throw new PoisonException(e);
                }
                progress.failed(e);
                Duration backOff = settings.backOff(failures);
                logger.warn("Processor {} tries again in {} ms: {}", name, backOff.toMillis(), namesOf(e));
                await(backOff);
            }
        }
    }

    private static String namesOf(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        return cause == null
                ? failure.getClass().getName()
                : failure.getClass().getName() + " < " + cause.getClass().getName();
    }

    private void await(Duration time) throws InterruptedException {
        pause.lockInterruptibly();
        try {
            long nanos = time.toNanos();
            while (nanos > 0 && !closing) {
                nanos = ended.awaitNanos(nanos);
            }
            if (closing) {
                throw new UnableToClaimTokenException("the processor is being closed: " + name);
            }
        } finally {
            pause.unlock();
        }
    }

    /** Ends whatever waits. */
    void close() {
        pause.lock();
        try {
            closing = true;
            ended.signalAll();
        } finally {
            pause.unlock();
        }
    }

    /** Where the event of a letter is read again. */
    interface EventAt {
        TrackedEventMessage<?> read(long position) throws InterruptedException;
    }

    /**
     * Tries the letters of one aggregate again, in order, up to the first that fails.
     *
     * @return how many went well
     * @throws UnableToClaimTokenException if another process does the work of this processor
     */
    int retry(String aggregate, EventAt log) throws InterruptedException {
        working.lockInterruptibly();
        try {
            tokens.extendClaim(name, TokenTable.SEGMENT);
            int done = 0;
            for (ParkedEvent letter : letters.of(name)) {
                if (!letter.aggregateId().equals(aggregate)) {
                    continue;
                }
                TrackedEventMessage<?> event = log.read(letter.position());
                try {
                    handling.late(LoggedEvent.of(event));
                    handling.flush();
                } catch (RuntimeException e) {
                    handling.discard();
                    if (Failures.isBackend(e)) {
                        throw e;
                    }
                    letters.put(name, aggregate, letter.position(), letter.eventId(), e, clock.instant());
                    return done;
                }
                letters.remove(name, letter.position());
                done++;
            }
            freed(aggregate);
            return done;
        } finally {
            working.unlock();
        }
    }

    /** A letter was taken away by an operator. */
    void dropped(String aggregate) throws InterruptedException {
        working.lockInterruptibly();
        try {
            if (!letters.has(name, aggregate)) {
                freed(aggregate);
            }
        } finally {
            working.unlock();
        }
    }

    private void freed(String aggregate) {
        handling.unparked(aggregate);
        parked = null;
    }
}
