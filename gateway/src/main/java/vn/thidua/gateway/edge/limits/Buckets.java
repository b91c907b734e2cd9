package vn.thidua.gateway.edge.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A bucket of requests for each of many callers; who was silent longest is forgotten, and begins with a full one. */
final class Buckets {

    private final int perSecond;
    private final int burst;
    private final Map<String, Bucket> buckets;

    /**
     * @param perSecond how many come back each second
     * @param burst how many there are at most
     * @param remembered callers
     */
    Buckets(int perSecond, int burst, int remembered) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.buckets = new LinkedHashMap<>(64, 0.75f, true) {

            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > remembered;
            }
        };
    }

    /** Takes one; otherwise says after how many seconds there is one again, 1 or more. */
    OptionalLong take(String caller) {
        ConsumptionProbe probe = of(caller).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
    }

    private synchronized Bucket of(String caller) {
        @Nullable Bucket known = buckets.get(caller);
        if (known == null) {
            known = Bucket.builder()
                    .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                    .build();
            buckets.put(caller, known);
        }
        return known;
    }

    synchronized int size() {
        return buckets.size();
    }
}
