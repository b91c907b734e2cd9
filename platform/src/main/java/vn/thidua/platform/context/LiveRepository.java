package vn.thidua.platform.context;

import java.util.concurrent.Callable;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.LockAwareAggregate;
import org.jspecify.annotations.Nullable;

/**
 * Loads aggregates from the cache where the attempt allows it. Axon's own caching repository puts an aggregate back
 * before it is stored, and forgets to throw one out that came by {@code loadOrCreate} and failed.
 */
final class LiveRepository<T> extends EventSourcingRepository<T> {

    private final LiveAggregates live;

    LiveRepository(EventSourcingRepository.Builder<T> builder, LiveAggregates live) {
        super(builder);
        this.live = live;
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String id, @Nullable Long expectedVersion) {
        Attempt attempt = Attempt.current().orElse(null);
        if (attempt == null) {
            return super.doLoadWithLock(id, expectedVersion);
        }
        attempt.begins();
        EventSourcedAggregate<T> cached = ofThisKind(live.take(id).orElse(null));
        try {
            if (attempt.wantsFresh(id)) {
                cached = null;
            }
            EventSourcedAggregate<T> aggregate = cached == null ? super.doLoadWithLock(id, expectedVersion) : cached;
            attempt.loaded(id, aggregate, cached != null);
            giveBackAfterCommit(id, aggregate);
            return aggregate;
        } catch (IncompatibleAggregateException e) {
            // ids are global, and clients send them: under this one stands an aggregate of another kind
            live.drop(id);
            throw new AggregateNotFoundException(id, "what has this id is of another kind", e);
        } catch (RuntimeException e) {
            live.drop(id);
            throw e;
        }
    }

    @Override
    protected void validateOnLoad(Aggregate<T> aggregate, @Nullable Long expectedVersion) {
        // not while it is loaded: Axon would log what is no fault
        Attempt.current().ifPresent(attempt -> attempt.check(aggregate.identifierAsString()));
        super.validateOnLoad(aggregate, expectedVersion);
    }

    @Override
    protected LockAwareAggregate<T, EventSourcedAggregate<T>> doLoadOrCreate(String id, Callable<T> factoryMethod)
            throws Exception {
        var aggregate = super.doLoadOrCreate(id, factoryMethod);
        Attempt.current().ifPresent(attempt -> attempt.check(id));
        return aggregate;
    }

    @Override
    protected EventSourcedAggregate<T> doCreateNewForLock(Callable<T> factoryMethod) throws Exception {
        EventSourcedAggregate<T> aggregate = super.doCreateNewForLock(factoryMethod);
        if (Attempt.current().isPresent()) {
            CurrentUnitOfWork.get().root().afterCommit(_ -> {
                String id = aggregate.identifierAsString();
                if (id != null) {
                    live.giveBack(id, aggregate);
                }
            });
        }
        return aggregate;
    }

    private void giveBackAfterCommit(String id, EventSourcedAggregate<T> aggregate) {
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        // the lock is held until the clean-up, which comes later
        root.afterCommit(_ -> live.giveBack(id, aggregate));
        root.onRollback(_ -> live.drop(id));
    }

    @SuppressWarnings("unchecked") // ids are global: another type under this id was no aggregate of ours
    private @Nullable EventSourcedAggregate<T> ofThisKind(@Nullable EventSourcedAggregate<?> aggregate) {
        return aggregate != null && getAggregateType().isAssignableFrom(aggregate.rootType())
                ? (EventSourcedAggregate<T>) aggregate
                : null;
    }
}
