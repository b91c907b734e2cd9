package vn.thidua.gateway.signin.token;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something made of the keys as they stand, made anew when they have changed. They are looked at again at most every so
 * often; while the store does not answer, the last ones go on being used.
 */
public final class LiveKeys<T> {

    private static final Logger LOG = LoggerFactory.getLogger(LiveKeys.class);

    private final Supplier<JWKSet> keys;
    private final Function<JWKSet, T> making;
    private final long refreshNanos;
    private final ReentrantLock one = new ReentrantLock();
    private volatile @Nullable Made<T> made;

    private record Made<T>(JWKSet keys, T value, long at) {}

    public LiveKeys(Supplier<JWKSet> keys, Duration refresh, Function<JWKSet, T> making) {
        this.keys = keys;
        this.making = making;
        this.refreshNanos = refresh.toNanos();
    }

    /** What was made of them. */
    public T get() {
        @Nullable Made<T> standing = made;
        if (standing != null && System.nanoTime() - standing.at() < refreshNanos) {
            return standing.value();
        }
        if (standing != null) {
            // one looks, the others go on with what there is
            if (one.tryLock()) {
                try {
                    return refreshed(standing);
                } finally {
                    one.unlock();
                }
            }
            return standing.value();
        }
        one.lock();
        try {
            @Nullable Made<T> meanwhile = made;
            return meanwhile == null ? make(keys.get()) : meanwhile.value();
        } finally {
            one.unlock();
        }
    }

    private T refreshed(Made<T> standing) {
        JWKSet now;
        try {
            now = keys.get();
        } catch (RuntimeException e) {
            LOG.warn(
                    "the signing keys could not be read, the last ones go on: {}",
                    e.getClass().getSimpleName());
            now = standing.keys();
        }
        if (now.toString(false).equals(standing.keys().toString(false))) {
            made = new Made<>(standing.keys(), standing.value(), System.nanoTime());
            return standing.value();
        }
        return make(now);
    }

    private T make(JWKSet set) {
        T value = making.apply(set);
        made = new Made<>(set, value, System.nanoTime());
        return value;
    }
}
