package vn.thidua.platform.consume;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a feed is doing, as this process knows it; no database is asked.
 *
 * @param name as {@code units-v1}, or the purpose of a listener
 * @param caughtUp whether it has read everything that its topics held a moment ago
 * @param lag records behind in the partitions that this process reads, as far as is known
 * @param age how long it has done none though records wait here; zero if none is known to wait
 * @param here whether this process reads some of its partitions
 * @param failure class of what it waits for to go away; null if all is well
 * @param broken whether that is no failure of a backend, so that waiting will not help
 * @param reached how far it has come, per source
 * @param parked how many records are parked; a few seconds old
 */
public record FeedStatus(
        String name,
        boolean caughtUp,
        long lag,
        Duration age,
        boolean here,
        @Nullable String failure,
        boolean broken,
        List<AsOf> reached,
        int parked) {

    public FeedStatus {
        reached = List.copyOf(reached);
    }
}
