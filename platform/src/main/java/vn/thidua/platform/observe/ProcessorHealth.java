package vn.thidua.platform.observe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import vn.thidua.platform.processing.ProcessorStatus;

/**
 * Down as soon as a processor has stalled, and says which. One that waits out a backend or has parked events is named,
 * but does not turn health down: the others go on.
 */
public final class ProcessorHealth implements HealthIndicator {

    private final Supplier<? extends Iterable<ProcessorStatus>> statuses;

    /** @param statuses of all processors of one context, as {@code processors::statuses} */
    public ProcessorHealth(Supplier<? extends Iterable<ProcessorStatus>> statuses) {
        this.statuses = statuses;
    }

    @Override
    public Health health() {
        Map<String, String> details = new LinkedHashMap<>();
        boolean stalled = false;
        for (ProcessorStatus status : statuses.get()) {
            switch (status.state()) {
                case STALLED -> {
                    stalled = true;
                    details.put(
                            status.name(),
                            "stalled for " + status.age().toSeconds() + " s at " + status.position() + ", "
                                    + status.lag() + " behind"
                                    + (status.failure() == null ? "" : ": " + status.failure()));
                }
                case BACKING_OFF -> details.put(status.name(), "waits: " + status.failure());
                case RUNNING -> {
                    if (status.parked() > 0) {
                        details.put(status.name(), status.parked() + " parked");
                    }
                }
            }
        }
        return (stalled ? Health.down() : Health.up()).withDetails(details).build();
    }
}
