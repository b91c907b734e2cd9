package vn.thidua.platform.audit;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.platform.context.ContextPart;

/**
 * Keeps what was refused in one context, within bounds: so many per caller and minute, so many a day, for so long. Whoever
 * tries doors all day fills no disk, and slows nobody: it is written behind the answer.
 */
public final class Refusals implements ContextPart {

    /** Name of the collection. */
    public static final String COLLECTION = "refusals";

    static final String AT = "at";
    static final String ACTOR = "actor";
    static final String UNITS = "units";

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int WAITING = 1000;

    private final MongoCollection<Document> collection;
    private final Clock clock;
    private final Bounds bounds;
    private final BlockingQueue<Document> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Map<String, Integer> thisMinute = new HashMap<>();
    private final Thread writer;
    private long minute;
    private LocalDate day = LocalDate.EPOCH;
    private int today;

    /**
     * How much is kept.
     *
     * @param perMinute of one caller
     * @param perDay of all, in this process
     * @param kept how long
     */
    public record Bounds(int perMinute, int perDay, Period kept) {

        /** 30 a minute, 10 000 a day, 90 days. */
        public static final Bounds USUAL = new Bounds(30, 10_000, Period.ofDays(90));
    }

    /**
     * @param database of the context
     * @param clock in Vietnam's time zone
     */
    public Refusals(MongoDatabase database, Clock clock, Bounds bounds) {
        this.collection = database.getCollection(COLLECTION);
        this.clock = clock;
        this.bounds = bounds;
        this.writer = Thread.ofVirtual().name("refusals").unstarted(this::write);
    }

    @Override
    public String name() {
        return COLLECTION;
    }

    @Override
    public void start() {
        writer.start();
    }

    /**
     * Notes a refusal, if there is still room for it.
     *
     * @return whether it will be kept
     */
    public boolean add(Refusal refusal) {
        return mayKeep(refusal.actor())
                && waiting.offer(new Document("_id", refusal.id())
                        .append(AT, refusal.at())
                        .append(ACTOR, refusal.actor())
                        .append(UNITS, refusal.units())
                        .append("endpoint", refusal.endpoint())
                        .append("status", refusal.status())
                        .append("code", refusal.code())
                        .append("request", refusal.request()));
    }

    private synchronized boolean mayKeep(String actor) {
        Instant now = clock.instant();
        LocalDate date = LocalDate.ofInstant(now, clock.getZone());
        if (!date.equals(day)) {
            day = date;
            today = 0;
        }
        long current = now.getEpochSecond() / 60;
        if (current != minute) {
            minute = current;
            thisMinute.clear();
        }
        if (today >= bounds.perDay() || thisMinute.merge(actor, 1, Integer::sum) > bounds.perMinute()) {
            return false;
        }
        today++;
        return true;
    }

    private void write() {
        boolean ready = false;
        LocalDate swept = LocalDate.EPOCH;
        while (true) {
            try {
                Document next = waiting.take();
                if (!ready) {
                    collection.createIndex(Indexes.descending(AT));
                    ready = true;
                }
                collection.insertOne(next);
                LocalDate date = LocalDate.now(clock);
                if (!date.equals(swept)) {
                    sweep(date);
                    swept = date;
                }
            } catch (InterruptedException e) {
                return;
            } catch (MongoException e) {
                LOG.warn("a refusal could not be kept: {}", e.getClass().getSimpleName());
            }
        }
    }

    private void sweep(LocalDate date) {
        Instant oldest = date.minus(bounds.kept()).atStartOfDay(clock.getZone()).toInstant();
        collection.deleteMany(Filters.lt(AT, oldest.toString()));
    }

    MongoCollection<Document> collection() {
        return collection;
    }

    static Refusal refusal(Document row) {
        List<String> units = row.getList(UNITS, String.class, List.of());
        return new Refusal(
                row.getString("_id"),
                row.getString(AT),
                row.getString(ACTOR),
                units,
                row.getString("endpoint"),
                row.getInteger("status"),
                row.getString("code"),
                row.getString("request"));
    }

    @Override
    public void close() {
        writer.interrupt();
        try {
            writer.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
