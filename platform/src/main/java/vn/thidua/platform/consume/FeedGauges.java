package vn.thidua.platform.consume;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** How far the feeds of a context are behind, as figures: of a view that is being filled anew the slower filling counts. */
public final class FeedGauges {

    private FeedGauges() {}

    /**
     * Registers them for one feed.
     *
     * @param feed the view or the listener's purpose
     * @param statuses no database is asked
     */
    public static void register(
            MeterRegistry meters, String context, String feed, Supplier<List<FeedStatus>> statuses) {
        Tags tags = Tags.of("context", context, "feed", feed);
        gauge(meters, "thidua_feed_lag_records", "Records behind in the topics", tags, statuses, FeedStatus::lag);
        gauge(
                meters,
                "thidua_feed_age_seconds",
                "Time without progress while records wait",
                tags,
                statuses,
                status -> status.age().toMillis() / 1000.0);
        gauge(
                meters,
                "thidua_feed_parked_records",
                "Records that wait for an operator",
                tags,
                statuses,
                FeedStatus::parked);
    }

    private static void gauge(
            MeterRegistry meters,
            String name,
            String words,
            Tags tags,
            Supplier<List<FeedStatus>> statuses,
            ToDoubleFunction<FeedStatus> value) {
        Gauge.builder(
                        name,
                        () -> statuses.get().stream().mapToDouble(value).max().orElse(0))
                .tags(tags)
                .description(words)
                .register(meters);
    }
}
