package vn.thidua.platform.context;

import java.time.Clock;
import java.time.Duration;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.consume.FeedSettings;
import vn.thidua.platform.eventstore.EventStoreSettings;
import vn.thidua.platform.processing.ProcessingSettings;
import vn.thidua.platform.publish.KafkaSettings;

/**
 * Where a context runs, and within which bounds.
 *
 * @param installation id of the installation
 * @param mongo address of the MongoDB
 * @param databases what the names of its databases begin with: {@code thidua_}
 * @param kafka how to reach Kafka; null without it: then nothing is published, and nobody is listened to
 * @param onceSecret the installation's secret behind once-keys; never changes
 * @param clock of the context
 * @param liveAggregates how many aggregates are kept in memory; 0 keeps none
 * @param headEvery how often the head of the chain is published
 * @param viewGrace how long a replaced filling of a view is kept; longer than 2 s where several processes run
 * @param store bounds of the event store
 * @param processing how processors work
 * @param feeds how other contexts' topics are read
 */
public record ContextSettings(
        String installation,
        String mongo,
        String databases,
        @Nullable KafkaSettings kafka,
        SecretKey onceSecret,
        Clock clock,
        int liveAggregates,
        Duration headEvery,
        Duration viewGrace,
        EventStoreSettings store,
        ProcessingSettings processing,
        FeedSettings feeds) {

    /** What a service uses, where nothing else is said. */
    public static ContextSettings of(
            String installation, String mongo, @Nullable KafkaSettings kafka, SecretKey onceSecret) {
        return new ContextSettings(
                installation,
                mongo,
                "thidua_",
                kafka,
                onceSecret,
                Clock.systemUTC(),
                10_000,
                Duration.ofMinutes(1),
                Duration.ofSeconds(10),
                EventStoreSettings.DEFAULT,
                ProcessingSettings.DEFAULT,
                FeedSettings.DEFAULT);
    }

    /** The same with other databases. */
    public ContextSettings withDatabases(String other) {
        return new ContextSettings(
                installation,
                mongo,
                other,
                kafka,
                onceSecret,
                clock,
                liveAggregates,
                headEvery,
                viewGrace,
                store,
                processing,
                feeds);
    }

    /** The same with Kafka, or without. */
    public ContextSettings withKafka(@Nullable KafkaSettings other) {
        return new ContextSettings(
                installation,
                mongo,
                databases,
                other,
                onceSecret,
                clock,
                liveAggregates,
                headEvery,
                viewGrace,
                store,
                processing,
                feeds);
    }

    /** The same with another clock. */
    public ContextSettings withClock(Clock other) {
        return new ContextSettings(
                installation,
                mongo,
                databases,
                kafka,
                onceSecret,
                other,
                liveAggregates,
                headEvery,
                viewGrace,
                store,
                processing,
                feeds);
    }

    /** The same with another cache. */
    public ContextSettings withLiveAggregates(int other) {
        return new ContextSettings(
                installation,
                mongo,
                databases,
                kafka,
                onceSecret,
                clock,
                other,
                headEvery,
                viewGrace,
                store,
                processing,
                feeds);
    }

    /** The same with other processors. */
    public ContextSettings withProcessing(ProcessingSettings other) {
        return new ContextSettings(
                installation,
                mongo,
                databases,
                kafka,
                onceSecret,
                clock,
                liveAggregates,
                headEvery,
                viewGrace,
                store,
                other,
                feeds);
    }

    /** The same with other feeds. */
    public ContextSettings withFeeds(FeedSettings other) {
        return new ContextSettings(
                installation,
                mongo,
                databases,
                kafka,
                onceSecret,
                clock,
                liveAggregates,
                headEvery,
                viewGrace,
                store,
                processing,
                other);
    }
}
