package vn.thidua.platform.context;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * For acts over several aggregates: their handler asks for it with {@code
 * configuration.getComponent(Aggregates.class)}. What the handler does is one unit of work, and so one commit.
 */
public final class Aggregates {

    private final LockFactory locks;
    private final Function<Class<?>, Repository<?>> repositories;

    Aggregates(LockFactory locks, Function<Class<?>, Repository<?>> repositories) {
        this.locks = locks;
        this.repositories = repositories;
    }

    /** The repository of a type. */
    @SuppressWarnings("unchecked") // the configuration has it under this type
    public <T> Repository<T> of(Class<T> type) {
        return (Repository<T>) repositories.apply(type);
    }

    /**
     * Locks all of them in order of id, whatever their types, until the unit of work ends. So two acts over the same
     * aggregates wait for each other instead of one failing.
     */
    public void lock(Collection<String> ids) {
        for (String id : new TreeSet<>(ids)) {
            Lock lock = locks.obtainLock(id);
            CurrentUnitOfWork.get().root().onCleanup(_ -> lock.release());
        }
    }

    /**
     * Loads all of them, locked in order of id.
     *
     * @return by id, in order of id
     * @throws org.axonframework.modelling.command.AggregateNotFoundException if one is not there
     */
    public <T> Map<String, Aggregate<T>> load(Class<T> type, Collection<String> ids) {
        lock(ids);
        Map<String, Aggregate<T>> loaded = new LinkedHashMap<>();
        for (String id : new TreeSet<>(ids)) {
            loaded.put(id, of(type).load(id));
        }
        return loaded;
    }

    /**
     * Loads one that the act only reads, from the log. If its state must still hold at the commit, it needs an event of
     * its own: reading alone makes no conflict.
     */
    public <T> Aggregate<T> loadFresh(Class<T> type, String id) {
        Attempt.current().ifPresent(attempt -> attempt.freshly(id));
        return of(type).load(id);
    }
}
