package vn.thidua.platform.context;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.eventstore.AppendReceipt;
import vn.thidua.platform.eventstore.OnceKey;
import vn.thidua.platform.eventstore.StoreUnavailableException;

/** One try to carry out a command: what it was sent with, and what was seen on the way. One thread uses it. */
final class Attempt {

    private static final String RESOURCE = Attempt.class.getName();

    private final Act act;
    private final @Nullable OnceKey once;
    private final @Nullable Long expectedVersion;

    /** All aggregates are read from the log. */
    private final boolean fresh;

    /** Whether the store left others without an answer while this one waited for its turn. */
    private final BooleanSupplier hopeless;

    private final Set<String> freshIds = new HashSet<>();

    /** Id of the aggregate that the command is for: the one it names, else the first one that is used. */
    private @Nullable String target;

    private long version = -1;
    private boolean compared;

    /** What came from the cache, with its version then. */
    private final List<Cached> fromCache = new ArrayList<>();

    private record Cached(EventSourcedAggregate<?> aggregate, long version) {

        boolean isUnchanged() {
            Long now = aggregate.version();
            return now != null && now == version;
        }
    }

    private @Nullable UnitOfWork<?> unitOfWork;

    Attempt(
            Act act,
            @Nullable OnceKey once,
            @Nullable Long expectedVersion,
            @Nullable String target,
            boolean fresh,
            BooleanSupplier hopeless) {
        this.act = act;
        this.once = once;
        this.expectedVersion = expectedVersion;
        this.target = target;
        this.fresh = fresh;
        this.hopeless = hopeless;
    }

    /** The one that the current unit of work belongs to. */
    static Optional<Attempt> current() {
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable(
                        (Attempt) CurrentUnitOfWork.get().root().resources().get(RESOURCE))
                : Optional.empty();
    }

    /** Around the handling of the command. */
    Object handle(UnitOfWork<? extends CommandMessage<?>> current, InterceptorChain chain) throws Exception {
        unitOfWork = current;
        current.root().resources().put(RESOURCE, this);
        var metadata = act.toMetadata();
        current.registerCorrelationDataProvider(_ -> metadata);
        if (once != null) {
            once.attachTo(current);
        }
        Object result = chain.proceed();
        if (expectedVersion != null && !compared) {
            // nothing was there that could have a version
            throw new VersionMismatchException(-1);
        }
        if (fromCache.stream().anyMatch(Cached::isUnchanged)) {
            // no event of its own would conflict if it was stale, yet what was decided may rest on it
            throw new ReadFromCacheException();
        }
        return result;
    }

    /** From now on that aggregate is read from the log, not taken from the cache. */
    void freshly(String id) {
        freshIds.add(id);
    }

    /**
     * The lock of an aggregate was obtained.
     *
     * @throws StoreUnavailableException if whoever had it before has just learned that nothing answers: asking as well
     *     would add up to more time than a caller is to wait
     */
    void begins() {
        if (hopeless.getAsBoolean()) {
            throw StoreUnavailableException.notStored(null);
        }
    }

    boolean wantsFresh(String id) {
        return fresh || freshIds.contains(id);
    }

    /** An aggregate is used. */
    void loaded(String id, EventSourcedAggregate<?> aggregate, boolean cached) {
        Long found = aggregate.version();
        if (cached && found != null) {
            fromCache.add(new Cached(aggregate, found));
        }
        if (target == null) {
            target = id;
        }
        if (id.equals(target)) {
            version = found == null ? -1 : found;
            compared = true;
        }
    }

    /**
     * Asked before the aggregate is handed out.
     *
     * @throws VersionMismatchException if the caller insists on another version of it
     */
    void check(String id) {
        if (id.equals(target) && compared && expectedVersion != null && expectedVersion != version) {
            throw new VersionMismatchException(version);
        }
    }

    /** What it was decided on may have been stale. */
    boolean mayBeStale() {
        return !fromCache.isEmpty();
    }

    /** What was appended; empty if nothing was. */
    Optional<AppendReceipt> receipt() {
        return Optional.ofNullable(unitOfWork).flatMap(AppendReceipt::of);
    }

    /** The answer where nothing has happened. */
    Accepted nothingHappened() {
        return new Accepted(version < 0 ? null : target, version, -1, false);
    }

    /** To be decided again on fresh aggregates. */
    static final class ReadFromCacheException extends RuntimeException {

        private static final long serialVersionUID = 1;

        ReadFromCacheException() {
            super("decided on a cached aggregate", null, false, false);
        }
    }
}
