package vn.thidua.platform.view;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.platform.eventstore.EventLog;
import vn.thidua.platform.processing.Processors;
import vn.thidua.platform.processing.Start;

/**
 * The views of one context that its own events feed.
 *
 * <p>A version that is new here is filled beside the one that answers; when it has come to the log's end it takes over,
 * and the old one is dropped a little later. A rebuild is the same with the same version. The old version is fed on as
 * long as its code is registered too; else it answers as it is until it is replaced.
 */
public final class Views implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Views.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final MongoDatabase database;
    private final EventLog log;
    private final Processors processors;
    private final ViewCatalog catalog;
    private final ViewStore store;
    private final Duration grace;
    private final Clock clock;
    private final ScheduledExecutorService keeper;

    /** By name, then by version. */
    private final Map<String, Map<Integer, View>> views = new HashMap<>();

    private final Set<Filled> fed = new HashSet<>();
    /** Where the log ended when it was last looked at. */
    private final Map<Filled, Long> goals = new HashMap<>();

    private boolean started;

    /**
     * @param database of the context; its client bounds every call
     * @param log tells where the end is that a new filling must come to
     * @param grace how long a replaced filling is kept, so that queries that have begun, here and in other processes, end
     *     in peace; longer than 2 s where several processes run
     */
    public Views(MongoDatabase database, EventLog log, Processors processors, Duration grace, Clock clock) {
        this.database = database;
        this.log = log;
        this.processors = processors;
        this.catalog = new ViewCatalog(database);
        this.store = new ViewStore(database, catalog);
        this.grace = grace;
        this.clock = clock;
        this.keeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("views-" + processors.context()).factory());
    }

    /** Adds a view, before the start. Of several versions of one name the highest is wanted. */
    public synchronized void register(View view) {
        if (started) {
            throw new IllegalStateException("the views have started");
        }
        if (views.computeIfAbsent(view.name(), name -> new HashMap<>()).putIfAbsent(view.version(), view) != null) {
            throw new IllegalArgumentException("twice: " + view.name() + " version " + view.version());
        }
    }

    /** Begins to feed them; the processors are started by whoever made them. */
    public synchronized void start() {
        views.forEach((name, versions) -> {
            int wanted = versions.keySet().stream().max(Integer::compare).orElseThrow();
            catalog.fillingOf(name, wanted);
        });
        started = true;
        views.keySet().forEach(this::feed);
        long pause = LOOK_AGAIN.toMillis();
        var _ = keeper.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Where queries find the rows. */
    public ViewStore store() {
        return store;
    }

    /** Which fillings there are. */
    public ViewCatalog catalog() {
        return catalog;
    }

    /** Names of the views. */
    public synchronized Set<String> names() {
        return Set.copyOf(views.keySet());
    }

    /**
     * Begins to fill the version that answers once more, beside itself. It takes over when it has caught up.
     *
     * @return the filling that was begun, here or earlier
     */
    public synchronized Filled rebuild(String view) {
        if (!views.containsKey(view)) {
            throw new IllegalArgumentException("there is no view " + view);
        }
        Filled filled = catalog.refill(view);
        feed(view);
        return filled;
    }

    private synchronized void look() {
        try {
            views.keySet().forEach(this::feed);
            views.keySet().forEach(this::swapIfCaughtUp);
            views.keySet().forEach(this::drop);
        } catch (RuntimeException e) {
            logger.warn("The views stay as they are for now: {}", e.getClass().getName());
        }
    }

    /** Feeds what the catalogue names, and ends what it names no more; another process may have changed it. */
    private void feed(String name) {
        Map<Integer, View> versions = views.getOrDefault(name, Map.of());
        List<Filled> named = Stream.concat(catalog.active(name).stream(), catalog.filling(name).stream())
                .toList();
        for (Filled filled : named) {
            @Nullable View view = versions.get(filled.version());
            if (view != null && !fed.contains(filled)) {
                ViewTable table = ViewTable.open(database, filled.collection(), view.indexes());
                processors.register(filled.processor(), new ViewHandling(view, table), Start.TAIL, true);
                fed.add(filled);
            }
        }
        for (Filled filled : List.copyOf(fed)) {
            if (filled.view().equals(name) && !named.contains(filled)) {
                processors.stop(filled.processor());
                fed.remove(filled);
            }
        }
    }

    private void swapIfCaughtUp(String name) {
        Filled filling = catalog.filling(name).filter(fed::contains).orElse(null);
        if (filling == null || !processors.isHere(filling.processor())) {
            return;
        }
        // where the log ended a moment ago: where it ends now, a busy one would never be caught
        @Nullable Long goal = goals.put(filling, log.nextPosition() - 1);
        if (goal == null || processors.position(filling.processor()) < goal) {
            return;
        }
        goals.remove(filling);
        catalog.swap(filling).ifPresent(before -> {
            logger.info("{} answers instead of {}", filling.collection(), before.collection());
            store.forget(name);
            feed(name);
        });
    }

    private void drop(String name) {
        catalog.replaced(name).forEach((filled, at) -> {
            if (!clock.instant().isBefore(at.plus(grace)) && !fed.contains(filled)) {
                database.getCollection(filled.collection()).drop();
                processors.drop(filled.processor());
                catalog.dropped(filled);
            }
        });
    }

    /** Looks after them no more; the processors are closed by whoever made them. */
    @Override
    public void close() {
        keeper.shutdownNow();
    }
}
