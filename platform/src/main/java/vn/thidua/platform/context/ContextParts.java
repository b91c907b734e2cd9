package vn.thidua.platform.context;

import java.util.List;
import vn.thidua.platform.consume.ContractReader;
import vn.thidua.platform.consume.FeedGauges;
import vn.thidua.platform.consume.Feeding;
import vn.thidua.platform.consume.ListenerFeed;
import vn.thidua.platform.consume.ViewFeed;
import vn.thidua.platform.processing.Processors;
import vn.thidua.platform.processing.Start;
import vn.thidua.platform.publish.KafkaRelay;
import vn.thidua.platform.publish.KafkaSettings;
import vn.thidua.platform.publish.Publication;
import vn.thidua.platform.react.OnceCommands;
import vn.thidua.platform.react.Policy;
import vn.thidua.platform.react.PolicyHandling;
import vn.thidua.platform.view.ForeignView;
import vn.thidua.platform.view.View;
import vn.thidua.platform.view.Views;

/** What follows the events of a context, made from its declaration. */
final class ContextParts {

    /** Name of the processor that sends to Kafka. */
    static final String RELAY = "relay";

    private ContextParts() {}

    static void addTo(ContextRuntime runtime) {
        Processors processors = runtime.processors();
        Views views = runtime.views();
        for (View view : runtime.spec().views()) {
            views.register(view);
        }
        var once = new OnceCommands(runtime.commands(), runtime.onceKeys());
        for (var factory : runtime.spec().policies()) {
            Policy policy = factory.apply(runtime);
            // from the first event: one that came before the first start must not be passed over
            processors.register("react-" + policy.name(), new PolicyHandling(policy, once), Start.TAIL, true);
        }
        KafkaSettings kafka = runtime.settings().kafka();
        Publication publication = runtime.spec().publication();
        if (kafka != null && publication != null) {
            addRelay(runtime, kafka, publication);
        }
        runtime.add(new Started("processors", processors::start, processors::close));
        runtime.add(new Started("views", views::start, views::close));
        if (kafka != null) {
            addFeeds(runtime, kafka, once);
        }
    }

    private static void addFeeds(ContextRuntime runtime, KafkaSettings kafka, OnceCommands once) {
        var feeding = new Feeding(
                kafka,
                runtime.spec().name(),
                runtime.database(),
                new ContractReader(runtime.spec().contractTypes(), runtime.meters()),
                runtime.settings().feeds());
        for (ForeignView view : runtime.spec().foreignViews()) {
            var feed = new ViewFeed(feeding, view, runtime.settings().clock());
            runtime.add(feed);
            FeedGauges.register(runtime.meters(), runtime.spec().name(), view.name(), feed::statuses);
        }
        for (var factory : runtime.spec().listeners()) {
            var listener = factory.apply(runtime);
            var feed =
                    new ListenerFeed(feeding, listener, once, runtime.settings().clock());
            runtime.add(feed);
            FeedGauges.register(
                    runtime.meters(), runtime.spec().name(), listener.purpose(), () -> List.of(feed.status()));
        }
    }

    private static void addRelay(ContextRuntime runtime, KafkaSettings kafka, Publication publication) {
        var relay = new KafkaRelay(
                kafka,
                runtime.settings().installation(),
                runtime.spec().name(),
                runtime.spec().contractTypes(),
                publication,
                runtime.database());
        // nothing is parked: what follows would overtake it
        runtime.processors().register(RELAY, relay, Start.TAIL, false);
        // ended behind the processors that feed it
        runtime.add(new Started(RELAY, () -> {}, relay::close));
    }

    private record Started(String name, Runnable starting, Runnable closing) implements ContextPart {

        @Override
        public void start() {
            starting.run();
        }

        @Override
        public void close() {
            closing.run();
        }
    }
}
