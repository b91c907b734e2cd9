package vn.thidua.platform.boot;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import vn.thidua.platform.audit.AuditApi;
import vn.thidua.platform.audit.Refusals;
import vn.thidua.platform.audit.RefusedRequests;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.ContextSettings;
import vn.thidua.platform.context.ContextSpec;
import vn.thidua.platform.hosting.ContextPositions;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.observe.FeedHealth;
import vn.thidua.platform.observe.ProcessorHealth;
import vn.thidua.platform.operations.OperationsApi;
import vn.thidua.platform.publish.KafkaSettings;
import vn.thidua.platform.scope.LiveUnitTree;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.scope.UnitTreeView;
import vn.thidua.platform.sealing.KeyEncryptionKey;
import vn.thidua.platform.sealing.KeyKeeper;
import vn.thidua.platform.sealing.KeyPlaces;
import vn.thidua.platform.sealing.MongoKeyRing;
import vn.thidua.platform.view.Filled;
import vn.thidua.platform.view.ViewCatalog;
import vn.thidua.platform.web.read.PositionWaiter;

/** Runs a context for each {@link ContextSpec} that the service declares, with all that belongs to it. */
@AutoConfiguration(after = WebAutoConfiguration.class)
@ConditionalOnBean(ContextSpec.class)
public class ContextAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ContextSettings contextSettings(ThiduaProperties properties, Clock clock) {
        String kafka = properties.kafka().bootstrap();
        return ContextSettings.of(
                        properties.installation(),
                        properties.mongodb().uri(),
                        kafka.isBlank() ? null : KafkaSettings.plain(kafka),
                        WebAutoConfiguration.secret(properties))
                .withDatabases(properties.mongodb().databases())
                .withClock(clock);
    }

    /** Ended by {@link #running}, before the beans that it stands on. */
    @Bean(destroyMethod = "")
    Contexts contexts(List<ContextSpec> specs, ContextSettings settings, ObjectProvider<MeterRegistry> meters) {
        MeterRegistry registry = meters.getIfAvailable(SimpleMeterRegistry::new);
        return new Contexts(specs, List.of(new UnitTreeView()), spec -> ContextRuntime.open(spec, settings, registry));
    }

    @Bean
    RefusedRequests refusedRequests(Contexts contexts, Clock clock) {
        Map<String, Refusals> refusals = new LinkedHashMap<>();
        for (ContextRuntime runtime : contexts.all()) {
            var kept = new Refusals(runtime.database(), clock, Refusals.Bounds.USUAL);
            runtime.add(kept);
            refusals.put(runtime.spec().name(), kept);
        }
        return new RefusedRequests(refusals, clock);
    }

    @Bean
    AuditApi auditApi(Contexts contexts, RefusedRequests refused) {
        return new AuditApi(contexts, refused);
    }

    @Bean
    OperationsApi operationsApi(Contexts contexts) {
        return new OperationsApi(contexts);
    }

    @Bean
    @ConditionalOnMissingBean
    PositionWaiter positionWaiter(Contexts contexts) {
        return new ContextPositions(contexts);
    }

    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean(UnitTree.class)
    LiveUnitTree unitTree(Contexts contexts) {
        String name = new UnitTreeView().name();
        ContextRuntime holder = contexts.holderOf(name).orElseThrow();
        MongoDatabase database = holder.database();
        var catalog = new ViewCatalog(database);
        return new LiveUnitTree(() -> database.getCollection(catalog.active(name)
                .map(Filled::collection)
                // nothing has been read from the topic yet
                .orElse(name + "_v1")));
    }

    /** Starts before the server takes requests, ends after it has answered the last one. */
    @Bean
    SmartLifecycle running(Contexts contexts, ObjectProvider<LiveUnitTree> tree) {
        return new SmartLifecycle() {

            private volatile boolean running;

            @Override
            public void start() {
                contexts.start();
                tree.ifAvailable(LiveUnitTree::start);
                running = true;
            }

            @Override
            public void stop() {
                tree.ifAvailable(LiveUnitTree::close);
                contexts.close();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }

            @Override
            public int getPhase() {
                return 0;
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("thidua.keys.key-encryption-key")
    MongoKeyRing keyRing(ThiduaProperties properties, Contexts contexts, Clock clock) {
        var keys = properties.keys();
        return MongoKeyRing.open(
                contexts.all().getFirst().database("keys"),
                KeyEncryptionKey.of(keys.keyEncryptionKeyId(), keys.keyEncryptionKey()),
                List.of(),
                clock);
    }

    /** Backups of the keys follow each erasure. */
    @Bean(destroyMethod = "")
    @ConditionalOnBean(MongoKeyRing.class)
    KeyKeeper keyKeeper(MongoKeyRing keys, Contexts contexts, Clock clock, ObjectProvider<MeterRegistry> meters) {
        ContextRuntime first = contexts.all().getFirst();
        var keeper = new KeyKeeper(keys, new KeyPlaces(first.database("keys")), clock);
        first.add(keeper);
        meters.ifAvailable(registry -> Gauge.builder("thidua_key_places_behind", keeper, KeyKeeper::failing)
                .description("places whose file of keys is older than an erasure and cannot be reached")
                .register(registry));
        return keeper;
    }

    @Bean
    HealthIndicator mongoHealthIndicator(Contexts contexts) {
        return new MongoHealth(contexts.all().getFirst().database());
    }

    /** One per context: a stalled processor turns it down and is named. */
    @Bean
    CompositeHealthContributor processorsHealthContributor(Contexts contexts) {
        Map<String, ProcessorHealth> health = new LinkedHashMap<>();
        for (ContextRuntime runtime : contexts.all()) {
            health.put(runtime.spec().name(), new ProcessorHealth(runtime.processors()::statuses));
        }
        return CompositeHealthContributor.fromMap(health);
    }

    /** One per context: a feed that is stalled turns it down and is named. */
    @Bean
    CompositeHealthContributor feedsHealthContributor(Contexts contexts) {
        Map<String, FeedHealth> health = new LinkedHashMap<>();
        for (ContextRuntime runtime : contexts.all()) {
            health.put(
                    runtime.spec().name(),
                    new FeedHealth(
                            runtime::feeds, runtime.settings().processing().stall()));
        }
        return CompositeHealthContributor.fromMap(health);
    }
}
