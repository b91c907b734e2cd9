package vn.thidua.platform.observe;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import vn.thidua.platform.consume.FeedStatus;

/**
 * Down as soon as a feed has done nothing for too long though records wait, and says which. One that waits out a backend
 * or has parked records is named, but does not turn health down.
 */
public final class FeedHealth implements HealthIndicator {

    private final Supplier<? extends Iterable<FeedStatus>> statuses;
    private final Duration stall;

    /**
     * @param statuses of all feeds of one context
     * @param stall without progress for longer than this, with records waiting, a feed counts as stalled
     */
    public FeedHealth(Supplier<? extends Iterable<FeedStatus>> statuses, Duration stall) {
        this.statuses = statuses;
        this.stall = stall;
    }

    @Override
    public Health health() {
        Map<String, String> details = new LinkedHashMap<>();
        boolean stalled = false;
        for (FeedStatus status : statuses.get()) {
            if (status.age().compareTo(stall) > 0) {
                stalled = true;
                details.put(
                        status.name(),
                        "stalled for " + status.age().toSeconds() + " s"
                                + (status.failure() == null ? "" : ": " + status.failure()));
            } else if (status.failure() != null) {
                details.put(status.name(), "waits: " + status.failure());
            } else if (status.parked() > 0) {
                details.put(status.name(), status.parked() + " parked");
            }
        }
        return (stalled ? Health.down() : Health.up()).withDetails(details).build();
    }
}
