package vn.thidua.organization.view.units;

import com.mongodb.ReadConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.bson.Document;
import vn.thidua.platform.view.Mark;

/**
 * Answers from all units in memory. Before each answer it asks, in memory, how far the view has come; rows that have
 * changed since are read again, the others stay.
 */
public final class UnitsQueries {

    /** Now and then all rows are read again: a row whose parked event was taken late has not moved in the log. */
    private static final long ALL_AGAIN_NANOS = 60_000_000_000L;

    private final Supplier<MongoCollection<Document>> rows;
    private final LongSupplier position;

    private final Supplier<Set<String>> unfinishedImports;

    private volatile Read last = new Read("", -1, System.nanoTime(), Forest.EMPTY);

    private record Read(String collection, long position, long allAt, Forest forest) {}

    /**
     * @param rows the filling that answers now
     * @param position that the view has come to
     * @param unfinishedImports whose units are not shown yet
     */
    public UnitsQueries(
            Supplier<MongoCollection<Document>> rows, LongSupplier position, Supplier<Set<String>> unfinishedImports) {
        this.rows = rows;
        this.position = position;
        this.unfinishedImports = unfinishedImports;
    }

    /** What is shown: all but the units of imports that are still being written, or taken back. */
    public Forest shown() {
        Set<String> hidden = unfinishedImports.get();
        return hidden.isEmpty() ? forest() : forest().without(hidden);
    }

    /** All units as far as the view has come. */
    public Forest forest() {
        // in this order: the position of a filling that has just been replaced says nothing of the rows of the new one
        MongoCollection<Document> collection = rows.get();
        long now = position.getAsLong();
        Read known = last;
        return isCurrent(known, collection, now) ? known.forest() : read(collection, now);
    }

    private static boolean isCurrent(Read known, MongoCollection<Document> collection, long now) {
        return known.position() >= now
                && known.collection().equals(collection.getNamespace().getCollectionName());
    }

    private synchronized Forest read(MongoCollection<Document> collection, long now) {
        Read known = last;
        if (isCurrent(known, collection, now)) {
            return known.forest();
        }
        String name = collection.getNamespace().getCollectionName();
        boolean all = !name.equals(known.collection()) || System.nanoTime() - known.allAt() > ALL_AGAIN_NANOS;
        MongoCollection<Document> safe = collection.withReadConcern(ReadConcern.MAJORITY);
        FindIterable<Document> found = all ? safe.find() : safe.find(Filters.gt(Mark.POSITION, known.position()));
        List<UnitRow> changed = new ArrayList<>();
        for (Document row : found.batchSize(5000)) {
            changed.add(UnitRow.of(row));
        }
        Forest forest;
        if (all) {
            Map<String, UnitRow> byId = new HashMap<>();
            changed.forEach(row -> byId.put(row.id(), row));
            forest = new Forest(byId);
        } else {
            forest = changed.isEmpty() ? known.forest() : known.forest().with(changed);
        }
        last = new Read(name, now, all ? System.nanoTime() : known.allAt(), forest);
        return forest;
    }
}
