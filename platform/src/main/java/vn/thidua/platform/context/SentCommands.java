package vn.thidua.platform.context;

import com.mongodb.MongoException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.context.Attempt.ReadFromCacheException;
import vn.thidua.platform.eventstore.AppendReceipt;
import vn.thidua.platform.eventstore.EventLog;
import vn.thidua.platform.eventstore.OnceKey;
import vn.thidua.platform.eventstore.OnceKeyReusedException;
import vn.thidua.platform.eventstore.OnceKeyTakenException;
import vn.thidua.platform.eventstore.StoreUnavailableException;
import vn.thidua.platform.values.RejectedException;

/**
 * Sends commands through Axon's command bus, on the caller's own thread.
 *
 * <p>That a once-key was used before is learned where it costs nothing: by the unique index, when the commit is appended; and
 * by a question before anything but a success is answered. To ask before each command would cost a round trip for what hardly
 * ever happens. Only a key that this process has seen is asked for first: whoever repeats quickly shall not
 * break up the writer's batches.
 */
final class SentCommands implements Commands {

    /** Key under which the bus's interceptor finds the attempt; the metadata of a command never reach its events. */
    static final String ATTEMPT = "attempt";

    private static final int TRIES = 5;

    /** Who has waited for less may still ask for himself within 5 s. */
    private static final long A_WHILE = TimeUnit.SECONDS.toNanos(1);

    private final CommandBus bus;
    private final EventLog log;
    private final CommandTargetResolver targets =
            AnnotationCommandTargetResolver.builder().build();

    private final RecentKeys recent = new RecentKeys(10_000);

    private volatile long unavailableAt = System.nanoTime();

    SentCommands(CommandBus bus, EventLog log) {
        this.bus = bus;
        this.log = log;
    }

    @Override
    public Accepted send(Object command, Act act, @Nullable OnceKey once, @Nullable Long expectedVersion) {
        if (CurrentUnitOfWork.isStarted()) {
            // Axon would nest it: what it appends would be stored with the outer one, or lost with it
            throw new IllegalStateException("a command is sent on a thread that has a unit of work already");
        }
        try {
            if (once != null && recent.contains(once)) {
                Optional<Accepted> before = inLog(once);
                if (before.isPresent()) {
                    return before.get();
                }
            }
            Accepted accepted = decide(command, act, once, expectedVersion);
            if (once != null && accepted.position() >= 0) {
                recent.add(once);
            }
            return accepted;
        } catch (MongoException e) {
            unavailableAt = System.nanoTime();
            // the append has errors of its own: this was a question
            throw StoreUnavailableException.notStored(e);
        } catch (StoreUnavailableException e) {
            unavailableAt = System.nanoTime();
            if (once != null && e.outcome() == StoreUnavailableException.Outcome.UNKNOWN) {
                // it will be repeated, and may be there
                recent.add(once);
            }
            throw e;
        }
    }

    @Override
    public Optional<Accepted> earlier(@Nullable OnceKey once) {
        try {
            return inLog(once);
        } catch (MongoException e) {
            throw StoreUnavailableException.notStored(e);
        }
    }

    private Accepted decide(Object command, Act act, @Nullable OnceKey once, @Nullable Long expectedVersion) {
        long began = System.nanoTime();
        BooleanSupplier hopeless = () -> System.nanoTime() - began > A_WHILE && unavailableAt - began > 0;
        boolean fresh = false;
        int tries = 0;
        while (true) {
            var attempt = new Attempt(act, once, expectedVersion, targetOf(command), fresh, hopeless);
            Throwable failure = dispatch(command, attempt);
            if (failure == null && attempt.receipt().isPresent()) {
                return answer(attempt.receipt().get(), false);
            }
            if (failure instanceof OnceKeyTakenException taken) {
                return answer(taken.earlier(), true);
            }
            if (isConflict(failure)) {
                tries++;
                if (tries < TRIES) {
                    fresh = true;
                    pause(tries);
                    continue;
                }
            } else if (failure instanceof ReadFromCacheException || isAnswer(failure) && attempt.mayBeStale()) {
                fresh = true;
                continue;
            }
            if (mayBeDone(failure)) {
                // it was done before, or a twin has done it meanwhile, and that is why it cannot be done
                Optional<Accepted> before = inLog(once);
                if (before.isPresent()) {
                    return before.get();
                }
            }
            if (failure == null) {
                return attempt.nothingHappened();
            }
            throw asThrown(failure);
        }
    }

    private @Nullable Throwable dispatch(Object command, Attempt attempt) {
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command).withMetaData(java.util.Map.of(ATTEMPT, attempt));
        AtomicReference<CommandResultMessage<?>> result = new AtomicReference<>();
        bus.dispatch(message, (_, answer) -> result.set(answer));
        CommandResultMessage<?> answer = result.get();
        if (answer == null) {
            throw new IllegalStateException("the command bus has not answered on this thread");
        }
        return answer.isExceptional() ? known(answer.exceptionResult()) : null;
    }

    /** What lies behind the wrappings of Axon and of reflection. */
    private static Throwable known(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof StoreUnavailableException
                    || at instanceof OnceKeyTakenException
                    || at instanceof OnceKeyReusedException
                    || at instanceof ReadFromCacheException
                    || isAnswer(at)
                    || isConflict(at)) {
                return at;
            }
        }
        return thrown;
    }

    /** No fault: what was found, or that there was nothing to do. On stale aggregates it may be wrong. */
    private static boolean isAnswer(@Nullable Throwable failure) {
        return failure == null
                || failure instanceof RejectedException
                || failure instanceof VersionMismatchException
                || failure instanceof AggregateNotFoundException;
    }

    /**
     * Whether the store is worth asking if this is a repetition. It is not where the store gives no answer, and not behind a
     * lock that nobody gave free: both would add up to more time than a caller is to wait.
     */
    private static boolean mayBeDone(@Nullable Throwable failure) {
        return !(failure instanceof StoreUnavailableException
                || failure instanceof MongoException
                || failure instanceof OnceKeyReusedException
                || failure instanceof LockAcquisitionFailedException
                || failure instanceof Error);
    }

    private static boolean isConflict(@Nullable Throwable failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException
                || failure instanceof DeadlockException;
    }

    private static RuntimeException asThrown(Throwable failure) {
        if (isConflict(failure)) {
            return new ConflictException(failure);
        }
        if (failure instanceof LockAcquisitionFailedException) {
            // those before it hang, and it must not hang as long as all of them together
            return StoreUnavailableException.notStored(failure);
        }
        if (failure instanceof AggregateNotFoundException) {
            return new RejectedException(new UnknownAggregate());
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException("a command handler threw what is neither", failure);
    }

    private Optional<Accepted> inLog(@Nullable OnceKey once) {
        return once == null ? Optional.empty() : log.earlier(once).map(receipt -> answer(receipt, true));
    }

    private static Accepted answer(AppendReceipt receipt, boolean repeated) {
        return new Accepted(receipt.aggregateId(), receipt.sequence(), receipt.lastPosition(), repeated);
    }

    private @Nullable String targetOf(Object command) {
        try {
            return targets.resolveTarget(GenericCommandMessage.asCommandMessage(command))
                    .getIdentifier();
        } catch (IllegalArgumentException e) {
            // it names none: then it is for the first one that its handler uses
            return null;
        }
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(2, 10L * tries + 3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
