package vn.thidua.platform.context;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventsourcing.EventSourcedAggregate;

/**
 * The aggregates that were used last, as they stood after their last commit, so that a command need not read the stream.
 *
 * <p>A unit of work takes an aggregate out and gives it back after its commit is durable. So whatever goes wrong in
 * between (a refusal after half the work, a conflict, an outcome that nobody knows) leaves nothing behind. What another
 * process appends throws an aggregate out as soon as the tail has seen it. Until then it is stale, and nobody may be
 * refused because of it.
 */
final class LiveAggregates {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, EventSourcedAggregate<?>> kept;

    /** Those in use, with the newest sequence that the tail has told of since. */
    private final Map<String, Long> out = new HashMap<>();

    /**
     * @param bound how many are kept; the one that was not used for longest goes first. 0 keeps none
     */
    LiveAggregates(int bound) {
        this.kept = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, EventSourcedAggregate<?>> eldest) {
                return size() > bound;
            }
        };
    }

    /** Takes it out. Whoever does holds the aggregate's lock, and ends with {@link #giveBack} or {@link #drop}. */
    Optional<EventSourcedAggregate<?>> take(String id) {
        lock.lock();
        try {
            out.put(id, -1L);
            return Optional.ofNullable(kept.remove(id));
        } finally {
            lock.unlock();
        }
    }

    /** What it is after a commit; unless the tail has seen something newer meanwhile. */
    void giveBack(String id, EventSourcedAggregate<?> aggregate) {
        lock.lock();
        try {
            Long seen = out.remove(id);
            Long version = aggregate.version();
            if (version != null && !aggregate.isDeleted() && (seen == null || seen <= version)) {
                kept.put(id, aggregate);
            }
        } finally {
            lock.unlock();
        }
    }

    /** It is not given back. */
    void drop(String id) {
        lock.lock();
        try {
            out.remove(id);
        } finally {
            lock.unlock();
        }
    }

    /** An event of that aggregate stands in the log, whoever has appended it. */
    void seen(String id, long sequence) {
        lock.lock();
        try {
            EventSourcedAggregate<?> aggregate = kept.get(id);
            if (aggregate != null) {
                Long version = aggregate.version();
                if (version == null || version < sequence) {
                    kept.remove(id);
                }
            }
            out.computeIfPresent(id, (_, seen) -> Math.max(seen, sequence));
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all of them: nobody knows what has happened to them. */
    void clear() {
        lock.lock();
        try {
            kept.clear();
            // those in use may be stale as well
            out.replaceAll((_, _) -> Long.MAX_VALUE);
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return kept.size();
        } finally {
            lock.unlock();
        }
    }
}
