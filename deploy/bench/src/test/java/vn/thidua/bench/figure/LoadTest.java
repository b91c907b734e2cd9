package vn.thidua.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void everyNumberComesOnce() {
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        var calls = new AtomicLong();
        Load.times(7, 1_000, number -> {
            seen.add(number);
            calls.incrementAndGet();
        });
        assertThat(seen).hasSize(1_000);
        assertThat(calls).hasValue(1_000);
    }

    @Test
    void whatComesThroughIsCountedPerSecond() {
        var calls = new AtomicLong();
        double rate = Load.perSecond(2, Duration.ofMillis(50), _ -> _ -> {
            calls.incrementAndGet();
            Thread.sleep(5);
        });
        // however slow the machine: never more than were made, in no less than the time
        assertThat(rate).isPositive().isLessThanOrEqualTo(calls.get() / 0.05);
    }

    @Test
    void aClientThatFailsBreaksTheMeasurement() {
        assertThatThrownBy(() -> Load.perSecond(2, Duration.ofMillis(20), _ -> _ -> {
                    throw new IllegalArgumentException("broken");
                }))
                .hasRootCauseMessage("broken");
    }
}
