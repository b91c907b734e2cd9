package vn.thidua.platform.consume;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.platform.context.ContextPart;
import vn.thidua.platform.view.Filled;
import vn.thidua.platform.view.ForeignView;
import vn.thidua.platform.view.Mark;
import vn.thidua.platform.view.ViewCatalog;
import vn.thidua.platform.view.ViewTable;

/**
 * Keeps a view of other contexts' events filled. A new version, a rebuild, and a view whose topics were lost are filled
 * beside the one that answers, from the topics' beginnings, and swapped when they have come as far.
 */
public final class ViewFeed implements ContextPart {

    private static final Logger logger = LoggerFactory.getLogger(ViewFeed.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Feeding feeding;
    private final ForeignView view;
    private final Clock clock;
    private final ViewCatalog catalog;
    private final Map<Filled, Filling> fillings = new ConcurrentHashMap<>();
    private final Thread supervisor;
    private volatile Optional<Filled> answering = Optional.empty();
    private volatile boolean closing;

    public ViewFeed(Feeding feeding, ForeignView view, Clock clock) {
        this.feeding = feeding;
        this.view = view;
        this.clock = clock;
        this.catalog = new ViewCatalog(feeding.database());
        this.supervisor = Thread.ofPlatform()
                .daemon()
                .name(feeding.context() + "-feeds-" + view.name())
                .unstarted(this::supervise);
    }

    @Override
    public String name() {
        return "feed of " + view.name();
    }

    @Override
    public void start() {
        supervisor.start();
    }

    /** Fills the view once more, beside the one that answers. */
    public void rebuild() {
        catalog.refill(view.name());
    }

    /** How its fillings are doing, the one that answers first. */
    public List<FeedStatus> statuses() {
        Optional<Filled> active = answering;
        return fillings.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        entry -> active.filter(entry.getKey()::equals).isPresent() ? 0 : 1))
                .map(entry -> entry.getValue().feed.status())
                .toList();
    }

    /** How far the view that answers has come, per source; as stored, so any process can tell. */
    public List<AsOf> asOf() {
        return catalog.active(view.name())
                .map(active -> FeedProgress.of(feeding.database(), active.processor()))
                .orElse(List.of());
    }

    /** Whether the view that answers has read all that its topics held a moment ago. */
    public boolean isCaughtUp() {
        return answering(filling -> filling.feed.isCaughtUp() && !filling.feed.isLost())
                .orElse(false);
    }

    /** What is parked of the view that answers. */
    public List<ParkedRecord> parked() {
        return answering(filling -> filling.feed.place().parked().list()).orElse(List.of());
    }

    /**
     * Tries what is parked of one key again, in order; stops at the first that fails again.
     *
     * @return how many went well
     * @throws IllegalStateException if another process reads the partition: ask that one
     */
    public int retry(String key) {
        return answering(filling -> filling.feed.retry(key)).orElse(0);
    }

    /** Takes one parked record away for good: the view will never have seen it. */
    public void drop(ParkedRecord record) {
        answering(filling -> {
            filling.feed.drop(record);
            return true;
        });
    }

    private <T> Optional<T> answering(Function<Filling, T> question) {
        return catalog.active(view.name()).flatMap(active -> {
            @Nullable Filling filling = fillings.get(active);
            return filling == null ? Optional.empty() : Optional.ofNullable(question.apply(filling));
        });
    }

    /** Looks after the fillings; whatever fails is tried again at the next look. */
    private void supervise() {
        while (!closing) {
            try {
                look();
            } catch (RuntimeException e) {
                if (!closing) {
                    logger.warn(
                            "The fillings of {} are looked after later: {}",
                            view.name(),
                            e.getClass().getName());
                }
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() {
        Filled wanted = catalog.fillingOf(view.name(), view.version());
        Optional<Filled> active = catalog.active(view.name());
        answering = active;
        if (fillings.computeIfAbsent(wanted, this::begin).feed.isLost()
                && active.filter(wanted::equals).isPresent()) {
            // it goes on answering, with what it knew
            catalog.refill(view.name());
        }
        Optional<Filled> beside = catalog.filling(view.name()).filter(filled -> filled.version() == view.version());
        beside.ifPresent(filled -> lookAfter(filled, fillings.computeIfAbsent(filled, this::begin)));
        for (Filled filled : List.copyOf(fillings.keySet())) {
            if (!active.filter(filled::equals).isPresent()
                    && !beside.filter(filled::equals).isPresent()) {
                end(filled);
            }
        }
        dropReplaced();
    }

    private void lookAfter(Filled filled, Filling filling) {
        if (filling.feed.isLost()) {
            // its topics were lost while it was filled: once more, from nothing
            end(filled);
            dropRows(filled);
        } else if (filling.feed.isCaughtUp() && hasComeAsFar(filling)) {
            catalog.swap(filled).ifPresent(before -> logger.info("{} is filled and answers", filled.collection()));
        }
    }

    private void end(Filled filled) {
        @Nullable Filling gone = fillings.remove(filled);
        if (gone != null) {
            gone.close();
        }
    }

    private void dropReplaced() {
        catalog.replaced(view.name()).forEach((filled, at) -> {
            boolean over = !clock.instant().isBefore(at.plus(feeding.settings().grace()));
            if (over && !fillings.containsKey(filled)) {
                dropRows(filled);
                catalog.dropped(filled);
            }
        });
    }

    /**
     * Whether it has seen of each source what the answering one has seen. A source that was restored to an earlier state
     * never comes as far; then it is enough that it came, and that nothing more comes.
     */
    private boolean hasComeAsFar(Filling filling) {
        Map<String, Long> reached =
                filling.feed.place().progress().all().stream().collect(Collectors.toMap(AsOf::source, AsOf::position));
        boolean settled = filling.feed.quietFor().compareTo(feeding.settings().settle()) > 0;
        return asOf().stream().allMatch(before -> {
            @Nullable Long now = reached.get(before.source());
            return now != null && (now >= before.position() || settled);
        });
    }

    private Filling begin(Filled filled) {
        var filling = new Filling(filled);
        filling.feed.start();
        return filling;
    }

    private void dropRows(Filled filled) {
        feeding.database().getCollection(filled.collection()).drop();
        new FeedPlace(feeding, filled.processor()).drop();
    }

    @Override
    public void close() {
        closing = true;
        supervisor.interrupt();
        try {
            supervisor.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalThreadStateException e) {
            // it was never started
        }
        fillings.values().forEach(Filling::close);
    }

    /** One filling and the thread that feeds it. */
    private final class Filling implements RecordHandling, AutoCloseable {

        private final ViewTable table;
        private final TopicFeed feed;

        /** A batch is projected as a whole, so that its rows can be read together. */
        private final List<ContractRecord> batch = new ArrayList<>();

        Filling(Filled filled) {
            this.table = ViewTable.open(feeding.database(), filled.collection(), view.indexes());
            this.feed = new TopicFeed(feeding, filled.processor(), view.contexts(), this, clock);
        }

        @Override
        public void on(ContractRecord event) {
            batch.add(event);
        }

        @Override
        public void late(ContractRecord event) {
            // rows may have seen later events of other keys; they take this one all the same
            view.project(
                    event,
                    table.rows(mark(
                            event, partitionOf(event) + "/" + event.envelope().subject())));
        }

        /** Events of one source come in order inside a partition. */
        private static String partitionOf(ContractRecord event) {
            return event.envelope().source() + "/" + event.partition();
        }

        private static Mark mark(ContractRecord event, String order) {
            return new Mark.OfSource(
                    order, event.envelope().position(), event.envelope().n());
        }

        @Override
        public void flush() {
            if (batch.size() > 1) {
                table.prefetch(batch.stream()
                        .flatMap(event -> view.expects(event).stream())
                        .toList());
            }
            for (ContractRecord event : batch) {
                view.project(event, table.rows(mark(event, partitionOf(event))));
            }
            table.flush();
            batch.clear();
        }

        @Override
        public void discard() {
            batch.clear();
            table.discard();
        }

        /** The key is the id of what the records are about: the row of that id, if there is one, is behind. */
        @Override
        public void parked(String key) {
            table.markStale(key, true);
        }

        @Override
        public void unparked(String key) {
            table.markStale(key, false);
        }

        @Override
        public boolean goesOnAfterLoss() {
            return false;
        }

        @Override
        public void close() {
            feed.close();
        }
    }
}
