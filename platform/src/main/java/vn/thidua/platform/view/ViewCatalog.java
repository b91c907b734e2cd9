package vn.thidua.platform.view;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which filling of each view answers, and which is being filled beside it. All processes of a context share it.
 *
 * <p>Collection {@code views}: {@code {_id: <view>, active: {version, run}, filling: {version, run}, runs: <last run>,
 * replaced: [{version, run, at}]}}; what was replaced is dropped a little later, also by another process.
 */
public final class ViewCatalog {

    private static final String COLLECTION = "views";
    private static final String ACTIVE = "active";
    private static final String FILLING = "filling";
    private static final String RUNS = "runs";
    private static final String REPLACED = "replaced";
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> views;

    public ViewCatalog(MongoDatabase database) {
        this.views = ViewTable.durable(database, COLLECTION);
    }

    /** The filling that answers; none if the view was never filled here. */
    public Optional<Filled> active(String view) {
        return read(view, ACTIVE);
    }

    /** The filling beside the active one. */
    public Optional<Filled> filling(String view) {
        return read(view, FILLING);
    }

    /**
     * The filling that this version of the view needs: the active one, or the one begun before, or a new one. The first
     * version of a view is active from the beginning, for nothing better can answer.
     */
    public Filled fillingOf(String view, int version) {
        if (views.find(Filters.eq("_id", view)).first() == null) {
            try {
                views.insertOne(new Document("_id", view)
                        .append(ACTIVE, stored(new Filled(view, version, 0)))
                        .append(RUNS, 0));
            } catch (MongoWriteException e) {
                if (e.getError().getCode() != DUPLICATE_KEY) {
                    throw e;
                }
                // another process was faster
            }
        }
        Filled active = active(view).orElseThrow();
        if (active.version() == version) {
            return active;
        }
        Optional<Filled> begun = filling(view).filter(filling -> filling.version() == version);
        return begun.orElseGet(() -> begin(view, new Filled(view, version, 0)));
    }

    /** Begins to fill the active version once more; or goes on with what was begun. */
    public Filled refill(String view) {
        Filled active = active(view).orElseThrow(() -> new IllegalArgumentException("no such view: " + view));
        Optional<Filled> begun = filling(view);
        if (begun.isPresent()) {
            return begun.get();
        }
        Document counted = views.findOneAndUpdate(
                Filters.eq("_id", view),
                Updates.inc(RUNS, 1),
                new com.mongodb.client.model.FindOneAndUpdateOptions()
                        .returnDocument(com.mongodb.client.model.ReturnDocument.AFTER));
        if (counted == null) {
            throw new IllegalArgumentException("no such view: " + view);
        }
        return begin(view, new Filled(view, active.version(), counted.getInteger(RUNS)));
    }

    private Filled begin(String view, Filled filled) {
        Optional<Filled> given = filling(view).filter(before -> !before.equals(filled));
        Bson change = Updates.set(FILLING, stored(filled));
        // what was being filled is wanted no more
        Bson changes = given.map(before -> Updates.combine(change, replacing(before, Instant.now())))
                .orElse(change);
        views.updateOne(Filters.eq("_id", view), changes);
        return filled;
    }

    /**
     * Lets a filling that has caught up answer.
     *
     * @return the one that answered until now, to be dropped by {@link #dropped}; empty if somebody else has swapped
     *     already
     */
    public Optional<Filled> swap(Filled filled) {
        String view = filled.view();
        Optional<Filled> before = active(view);
        if (before.isEmpty() || before.get().equals(filled)) {
            return Optional.empty();
        }
        var result = views.updateOne(
                Filters.and(
                        Filters.eq("_id", view),
                        Filters.eq("filling.version", filled.version()),
                        Filters.eq("filling.run", filled.run())),
                Updates.combine(
                        Updates.set(ACTIVE, stored(filled)),
                        Updates.unset(FILLING),
                        replacing(before.get(), Instant.now())));
        return result.getMatchedCount() == 1 ? before : Optional.empty();
    }

    /** What answers no more and may still be there, with the time at which it was replaced. */
    public Map<Filled, Instant> replaced(String view) {
        @Nullable Document stored = views.find(Filters.eq("_id", view)).first();
        Map<Filled, Instant> replaced = new HashMap<>();
        if (stored != null) {
            stored.getList(REPLACED, Document.class, List.of())
                    .forEach(each ->
                            replaced.put(filled(view, each), each.getDate("at").toInstant()));
        }
        return replaced;
    }

    /** What was replaced is gone, with all that belonged to it. */
    public void dropped(Filled filled) {
        views.updateOne(Filters.eq("_id", filled.view()), Updates.pull(REPLACED, stored(filled)));
    }

    private static Bson replacing(Filled before, Instant at) {
        return Updates.push(REPLACED, stored(before).append("at", Date.from(at)));
    }

    private Optional<Filled> read(String view, String which) {
        @Nullable Document stored = views.find(Filters.eq("_id", view)).first();
        return Optional.ofNullable(stored)
                .map(document -> document.get(which, Document.class))
                .map(filled -> filled(view, filled));
    }

    private static Filled filled(String view, Document stored) {
        return new Filled(view, stored.getInteger("version"), stored.getInteger("run"));
    }

    private static Document stored(Filled filled) {
        return new Document("version", filled.version()).append("run", filled.run());
    }
}
