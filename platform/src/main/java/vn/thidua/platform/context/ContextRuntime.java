package vn.thidua.platform.context;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.platform.backup.RestoreMark;
import vn.thidua.platform.consume.FeedStatus;
import vn.thidua.platform.consume.ListenerFeed;
import vn.thidua.platform.consume.ViewFeed;
import vn.thidua.platform.eventstore.ChainHeads;
import vn.thidua.platform.eventstore.EventLog;
import vn.thidua.platform.eventstore.LogTail;
import vn.thidua.platform.eventstore.MongoEventStorageEngine;
import vn.thidua.platform.eventstore.NamedSerializer;
import vn.thidua.platform.eventstore.OnceKeys;
import vn.thidua.platform.eventstore.StoreIdentity;
import vn.thidua.platform.eventstore.Verification;
import vn.thidua.platform.processing.Processors;
import vn.thidua.platform.view.Positions;
import vn.thidua.platform.view.Views;

/**
 * A context at work: its store, its aggregates, and all that follows its events. Several can run in one process; they
 * share nothing but the server.
 */
public final class ContextRuntime implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(ContextRuntime.class);
    private static final int KEPT_EVENTS = 10_000;

    private final ContextSpec spec;
    private final ContextSettings settings;
    private final MongoClient client;
    private final MongoClient waitingClient;
    private final EventLog log;
    private final LogTail tail;
    private final NamedSerializer serializer;
    private final LiveAggregates live;
    private final Configuration axon;
    private final Commands commands;
    private final OnceKeys onceKeys;
    private final ChainHeads heads;
    private final MeterRegistry meters;
    private final Processors processors;
    private final Views views;
    private final List<ContextPart> parts = new ArrayList<>();
    private boolean started;
    private boolean closed;

    private ContextRuntime(
            ContextSpec spec,
            ContextSettings settings,
            MeterRegistry meters,
            MongoClient client,
            MongoClient waitingClient) {
        this.spec = spec;
        this.settings = settings;
        this.client = client;
        this.waitingClient = waitingClient;
        new RestoreMark(client.getDatabase(settings.databases() + RestoreMark.DATABASE)).requireNone();
        String name = settings.databases() + spec.name();
        MongoDatabase database = client.getDatabase(name);
        this.log = EventLog.open(database, new StoreIdentity(settings.installation(), spec.name()), settings.store());
        this.serializer = new NamedSerializer(spec.names(), EventJson.serializer());
        var engine = MongoEventStorageEngine.builder(log, database)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(new EventUpcasterChain(spec.upcasters()))
                .build();
        this.tail = new LogTail(engine, log, waitingClient.getDatabase(name), KEPT_EVENTS);
        this.live = new LiveAggregates(settings.liveAggregates());
        this.axon = AxonSetup.configure(spec, engine, serializer, live);
        this.commands = new SentCommands(axon.commandBus(), log);
        this.onceKeys = new OnceKeys(settings.onceSecret());
        this.heads = new ChainHeads(
                log, client.getDatabase(settings.databases() + "heads"), settings.clock(), settings.headEvery());
        this.meters = meters;
        this.processors =
                new Processors(spec.name(), database, log, tail, settings.processing(), meters, settings.clock());
        this.views = new Views(database, log, processors, settings.viewGrace(), settings.clock());
        parts.add(new CacheWatch(tail, live));
    }

    /**
     * Opens the store and makes the parts. Commands can be sent; nothing follows the events before {@link #start}.
     *
     * @throws vn.thidua.platform.eventstore.StandaloneServerException if the server belongs to no replica set
     */
    public static ContextRuntime open(ContextSpec spec, ContextSettings settings) {
        return open(spec, settings, new SimpleMeterRegistry());
    }

    /** The same, with a place for its figures. */
    public static ContextRuntime open(ContextSpec spec, ContextSettings settings, MeterRegistry meters) {
        // a hung server must not hold a caller longer than 5 s
        MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(settings.mongo()))
                .timeout(4, TimeUnit.SECONDS)
                .build());
        // a change stream waits, and has a client of its own for that
        MongoClient waiting = MongoClients.create(settings.mongo());
        try {
            var runtime = new ContextRuntime(spec, settings, meters, client, waiting);
            try {
                ContextParts.addTo(runtime);
            } catch (RuntimeException e) {
                runtime.close();
                throw e;
            }
            return runtime;
        } catch (RuntimeException e) {
            waiting.close();
            client.close();
            throw e;
        }
    }

    /** Adds a part; it is started behind those before it, and ended before them. */
    public void add(ContextPart part) {
        if (started) {
            throw new IllegalStateException("the context runs already");
        }
        parts.add(part);
    }

    /** Starts all parts, in order. */
    public void start() {
        started = true;
        heads.start();
        parts.forEach(ContextPart::start);
    }

    /** What it was declared as. */
    public ContextSpec spec() {
        return spec;
    }

    /** Where it runs. */
    public ContextSettings settings() {
        return settings;
    }

    /** Sends commands. */
    public Commands commands() {
        return commands;
    }

    /** Makes once-keys. */
    public OnceKeys onceKeys() {
        return onceKeys;
    }

    /** The log. */
    public EventLog log() {
        return log;
    }

    /** What all processors read. */
    public LogTail tail() {
        return tail;
    }

    /** The context's database, through the client whose calls end after 4 s. */
    public MongoDatabase database() {
        return client.getDatabase(settings.databases() + spec.name());
    }

    /** Another context's name makes another database; this is for what an installation has once, as {@code keys}. */
    public MongoDatabase database(String name) {
        return client.getDatabase(settings.databases() + name);
    }

    /** The context's database, through the client that waits without end. */
    public MongoDatabase waitingDatabase() {
        return waitingClient.getDatabase(settings.databases() + spec.name());
    }

    /** Writes and reads events under their stored names. */
    public NamedSerializer serializer() {
        return serializer;
    }

    /** Axon's own. */
    public Configuration axon() {
        return axon;
    }

    /** All that follows the events, and how it is doing. */
    public Processors processors() {
        return processors;
    }

    /** The views; {@code views().store()} is where queries find their rows. */
    public Views views() {
        return views;
    }

    /** Waits for the views, for queries that ask for a position. */
    public Positions positions() {
        return new Positions(log, processors, views.store());
    }

    /** The views of other contexts' events; none without Kafka. */
    public List<ViewFeed> viewFeeds() {
        return partsOf(ViewFeed.class);
    }

    /** The listeners to other contexts' events; none without Kafka. */
    public List<ListenerFeed> listenerFeeds() {
        return partsOf(ListenerFeed.class);
    }

    /** How all of them are doing; no database is asked. */
    public List<FeedStatus> feeds() {
        List<FeedStatus> all = new ArrayList<>();
        viewFeeds().forEach(feed -> all.addAll(feed.statuses()));
        listenerFeeds().forEach(feed -> all.add(feed.status()));
        return all;
    }

    private <T> List<T> partsOf(Class<T> type) {
        return parts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Where the figures go. */
    public MeterRegistry meters() {
        return meters;
    }

    /** Walks the chain, and compares it with the furthest head that was published. */
    public Verification verify() {
        return log.verify(heads.newest().orElse(null));
    }

    ChainHeads heads() {
        return heads;
    }

    LiveAggregates live() {
        return live;
    }

    /** Ends the parts, the last one first, then the store. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        // those that never started hold threads too
        for (ContextPart part : parts.reversed()) {
            quietly(part.name(), part);
        }
        quietly("axon", axon::shutdown);
        quietly("heads", heads);
        quietly("tail", tail);
        quietly("log", log);
        quietly("waiting client", waitingClient);
        quietly("client", client);
    }

    private void quietly(String part, AutoCloseable closing) {
        try {
            closing.close();
        } catch (Exception e) {
            logger.warn("{} of {} did not end cleanly", part, spec.name(), e);
        }
    }
}
