package vn.thidua.platform.context;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.types.Binary;
import vn.thidua.platform.eventstore.OnceKey;

/** The once-keys that were used last in this process; the oldest are forgotten. */
final class RecentKeys {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Binary, Boolean> keys;

    /** @param bound how many are kept */
    RecentKeys(int bound) {
        this.keys = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Binary, Boolean> eldest) {
                return size() > bound;
            }
        };
    }

    void add(OnceKey key) {
        lock.lock();
        try {
            keys.put(key.key(), true);
        } finally {
            lock.unlock();
        }
    }

    boolean contains(OnceKey key) {
        lock.lock();
        try {
            return keys.containsKey(key.key());
        } finally {
            lock.unlock();
        }
    }
}
