package vn.thidua.platform.view;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The collection of one version of a view, as whoever feeds it writes it: events change rows in memory, {@link #flush}
 * writes them all at once. Only when it has returned may a token or an offset be stored. One thread uses it.
 *
 * <p>Rows are written with majority and journaled, also while a version is filled: with less, a killed server left rows
 * missing behind the token. A process that was held up while another took its work over finds its rows changed, and writes
 * none of them. A write of many rows may be done in part when the server dies; the events then come again,
 * and each row takes those it has not seen. A row that was removed knows nothing any more: an event that comes again may
 * bring it back for a moment, and the removal, which comes again too, takes it away. A row that takes values from
 * another must therefore be changed again by the events that change them.
 */
public final class ViewTable {

    private static final int AT_ONCE = 500;
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> collection;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private static final class Entry {
        /** Null if there is no such row. */
        @Nullable
        Document row;

        /** The row as it stands in the database, as far as this writer knows; null if there is none. */
        @Nullable
        Document stored;

        boolean changed;
        /** The event that changed it last; it may change it again. */
        @Nullable
        Mark changedBy;
    }

    private ViewTable(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** Creates the collection and its indexes, if they are not there. */
    public static ViewTable open(MongoDatabase database, String name, List<IndexModel> indexes) {
        MongoCollection<Document> collection = durable(database, name);
        if (!indexes.isEmpty()) {
            collection.createIndexes(indexes);
        }
        return new ViewTable(collection);
    }

    static MongoCollection<Document> durable(MongoDatabase database, String name) {
        return database.getCollection(name)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    /** Name of the collection. */
    public String name() {
        return collection.getNamespace().getCollectionName();
    }

    /** The rows while one event is projected. */
    public Rows rows(Mark mark) {
        return new RowsOfEvent(mark);
    }

    /** Reads rows at once that the next events will probably ask for, also those that are not there. */
    public void prefetch(Collection<String> ids) {
        List<String> unknown =
                ids.stream().filter(id -> !entries.containsKey(id)).distinct().toList();
        for (int from = 0; from < unknown.size(); from += AT_ONCE) {
            List<String> some = unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE));
            some.forEach(id -> entries.put(id, new Entry()));
            for (Document row : collection.find(Filters.in("_id", some))) {
                Entry entry = entries.get(row.getString("_id"));
                if (entry != null) {
                    entry.row = row;
                    entry.stored = row;
                }
            }
        }
    }

    /**
     * Writes what was changed, and forgets all rows.
     *
     * @throws OvertakenException if somebody else has changed one of the rows since it was read
     * @throws com.mongodb.MongoException if it is not certain that all is written; then {@link #discard} and project the
     *     same events again
     */
    public void flush() {
        write();
        entries.clear();
    }

    /** Forgets what was changed since the last flush. */
    public void discard() {
        entries.clear();
    }

    /** Says of a row, if it is there, whether some of its events are parked. */
    public void markStale(String id, boolean stale) {
        entries.remove(id);
        collection.updateOne(Filters.eq("_id", id), stale ? Updates.set(Mark.STALE, true) : Updates.unset(Mark.STALE));
    }

    /** Takes the collection away. */
    public void drop() {
        collection.drop();
    }

    private void write() {
        List<WriteModel<Document>> writes = new ArrayList<>();
        entries.forEach((id, entry) -> {
            if (entry.changed) {
                writeOf(id, entry).ifPresent(writes::add);
            }
        });
        if (!writes.isEmpty()) {
            write(writes);
        }
        for (Entry entry : entries.values()) {
            if (entry.changed) {
                entry.changed = false;
                entry.stored = entry.row;
            }
        }
    }

    /** A row is written over no other state of it than the one that was read. */
    private static Optional<WriteModel<Document>> writeOf(String id, Entry entry) {
        Document before = entry.stored;
        if (before == null) {
            return Optional.ofNullable(entry.row).map(InsertOneModel::new);
        }
        Bson asRead = Filters.and(
                Filters.eq("_id", id),
                Filters.eq(Mark.POSITION, before.get(Mark.POSITION)),
                Filters.eq(Mark.SEEN, before.get(Mark.SEEN)));
        return Optional.of(entry.row == null ? new DeleteOneModel<>(asRead) : new ReplaceOneModel<>(asRead, entry.row));
    }

    private void write(List<WriteModel<Document>> writes) {
        try {
            // in order: a unique value may move from one row to another
            BulkWriteResult result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(true));
            if (result.getInsertedCount() + result.getMatchedCount() + result.getDeletedCount() < writes.size()) {
                throw new OvertakenException(name());
            }
        } catch (MongoBulkWriteException e) {
            for (BulkWriteError error : e.getWriteErrors()) {
                if (error.getCode() == DUPLICATE_KEY
                        && writes.get(error.getIndex()) instanceof InsertOneModel<Document> insert
                        && collection
                                        .find(Filters.eq(
                                                "_id", insert.getDocument().get("_id")))
                                        .first()
                                != null) {
                    throw new OvertakenException(name());
                }
            }
            throw e;
        }
    }

    private Entry entry(String id) {
        @Nullable Entry known = entries.get(id);
        if (known != null) {
            return known;
        }
        var entry = new Entry();
        entry.row = collection.find(Filters.eq("_id", id)).first();
        entry.stored = entry.row;
        entries.put(id, entry);
        return entry;
    }

    private static Document copy(Document row) {
        var copy = new Document();
        row.forEach((field, value) -> copy.put(field, copyOf(value)));
        return copy;
    }

    private static @Nullable Object copyOf(@Nullable Object value) {
        return switch (value) {
            case Document document -> copy(document);
            case List<?> list -> {
                List<@Nullable Object> items = new ArrayList<>(list.size());
                list.forEach(item -> items.add(copyOf(item)));
                yield items;
            }
            case null, default -> value;
        };
    }

    private final class RowsOfEvent implements Rows {

        private final Mark mark;

        RowsOfEvent(Mark mark) {
            this.mark = mark;
        }

        @Override
        public Optional<Document> get(String id) {
            return Optional.ofNullable(entry(id).row).map(ViewTable::copy);
        }

        @Override
        public List<Document> where(String field, Object value) {
            write();
            return collection.find(Filters.eq(field, value)).into(new ArrayList<>());
        }

        @Override
        public void change(String id, UnaryOperator<Document> change) {
            put(id, entry(id), change);
        }

        @Override
        public void changeIfPresent(String id, UnaryOperator<Document> change) {
            var entry = entry(id);
            if (entry.row != null) {
                put(id, entry, change);
            }
        }

        private void put(String id, Entry entry, UnaryOperator<Document> change) {
            if (isSeen(entry)) {
                return;
            }
            Document before = entry.row == null ? new Document("_id", id) : entry.row;
            Document row = copy(change.apply(copy(before)));
            row.put("_id", id);
            // a projection that builds its row anew knows nothing of the marks
            for (String kept : List.of(Mark.POSITION, Mark.SEEN, Mark.STALE)) {
                if (before.containsKey(kept)) {
                    row.put(kept, copyOf(before.get(kept)));
                }
            }
            mark.writeTo(row);
            entry.row = row;
            entry.changed = true;
            entry.changedBy = mark;
        }

        @Override
        public void remove(String id) {
            var entry = entry(id);
            if (entry.row == null || isSeen(entry)) {
                return;
            }
            entry.row = null;
            entry.changed = true;
            entry.changedBy = mark;
        }

        private boolean isSeen(Entry entry) {
            return entry.row != null && !mark.equals(entry.changedBy) && mark.isSeenBy(entry.row);
        }
    }
}
