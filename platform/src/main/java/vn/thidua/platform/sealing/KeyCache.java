package vn.thidua.platform.sealing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Unwrapped keys for a few seconds, the least used ones given up first. A key that this process destroyed is refused at
 * once, even if a reader who asked before puts it in afterwards.
 */
final class KeyCache {

    private record Held(@Nullable SubjectKey key, long readAt) {}

    private final long maxAgeNanos;
    private final LongSupplier nanos;
    private final Map<String, Held> entries;
    private final Map<String, Long> destroyed = new LinkedHashMap<>();

    KeyCache(int size, long maxAgeMillis, LongSupplier nanos) {
        this.maxAgeNanos = TimeUnit.MILLISECONDS.toNanos(maxAgeMillis);
        this.nanos = nanos;
        this.entries = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
                return size() > size;
            }
        };
    }

    long now() {
        return nanos.getAsLong();
    }

    /** Null if it has to be read; empty if it is known to be destroyed. */
    @SuppressWarnings("NullableOptional") // three answers
    synchronized @Nullable Optional<SubjectKey> get(String subject) {
        if (destroyed.containsKey(subject)) {
            return Optional.empty();
        }
        Held entry = entries.get(subject);
        if (entry == null) {
            return null;
        }
        if (isOld(entry.readAt)) {
            entries.remove(subject);
            return null;
        }
        return Optional.ofNullable(entry.key);
    }

    /**
     * Keeps what was read.
     *
     * @param askedAt {@link #now} before the question was sent: the age counts from there
     * @return what holds: nothing, if this process destroyed the key meanwhile
     */
    synchronized Optional<SubjectKey> put(String subject, Optional<SubjectKey> read, long askedAt) {
        if (destroyed.containsKey(subject)) {
            return Optional.empty();
        }
        entries.put(subject, new Held(read.orElse(null), askedAt));
        return read;
    }

    synchronized void destroyed(String subject) {
        entries.remove(subject);
        destroyed.put(subject, now());
        // a reader who asked before the key went and answers after that age finds his answer too old
        destroyed.values().removeIf(at -> now() - at > 2 * maxAgeNanos);
    }

    synchronized void clear() {
        entries.clear();
    }

    private boolean isOld(long readAt) {
        return now() - readAt >= maxAgeNanos;
    }
}
