package vn.thidua.gateway.signin;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Remembers what was read, for a few seconds: what was taken away takes effect within that time. */
public final class Brief<K, V> {

    private static final int REMEMBERED = 10_000;

    private final ConcurrentHashMap<K, Read<V>> all = new ConcurrentHashMap<>();
    private final Function<K, V> reading;
    private final long nanos;

    private record Read<V>(V value, long at) {}

    /**
     * @param time zero: it remembers nothing
     */
    public Brief(Duration time, Function<K, V> reading) {
        this.nanos = time.toNanos();
        this.reading = reading;
    }

    /** What stands behind the key, as it was a few seconds ago at the most. */
    public V get(K key) {
        @Nullable Read<V> known = all.get(key);
        if (known != null && System.nanoTime() - known.at() < nanos) {
            return known.value();
        }
        // as old as the question, not as the answer
        long asked = System.nanoTime();
        V value = reading.apply(key);
        if (all.size() >= REMEMBERED) {
            all.clear();
        }
        all.put(key, new Read<>(value, asked));
        return value;
    }

    /** Reads it anew at the next question. */
    public void forget(K key) {
        all.remove(key);
    }
}
