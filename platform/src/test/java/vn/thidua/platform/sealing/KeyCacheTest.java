package vn.thidua.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyCacheTest {

    private final AtomicLong time = new AtomicLong(TimeUnit.DAYS.toNanos(3));
    private final KeyCache cache = new KeyCache(3, 5000, time::get);
    private final Optional<SubjectKey> key = Optional.of(new SubjectKey("s", "k", Aes.newKey()));

    @Test
    void aKeyIsForgottenFiveSecondsAfterItWasAskedFor() {
        long askedAt = cache.now();
        pass(3000);
        cache.put("s", key, askedAt);
        pass(1999);
        assertThat(cache.get("s")).isEqualTo(key);
        pass(1);
        assertThat(cache.get("s")).isNull();
    }

    @Test
    void anAnswerFromBeforeTheDestructionDoesNotBringTheKeyBack() {
        long askedAt = cache.now();
        pass(10);
        cache.destroyed("s");
        assertThat(cache.put("s", key, askedAt)).isEmpty();
        assertThat(cache.get("s")).isEmpty();
        // much later, when the destruction itself is forgotten here, the answer is too old
        pass(20_000);
        cache.destroyed("other");
        cache.put("s", key, askedAt);
        assertThat(cache.get("s")).isNull();
    }

    @Test
    void theLeastUsedGoFirst() {
        for (String subject : new String[] {"a", "b", "c"}) {
            cache.put(subject, key, cache.now());
        }
        assertThat(cache.get("a")).isEqualTo(key);
        cache.put("d", key, cache.now());
        assertThat(cache.get("b")).isNull();
        assertThat(cache.get("a")).isEqualTo(key);
        assertThat(cache.get("d")).isEqualTo(key);
    }

    private void pass(long millis) {
        time.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
