package vn.thidua.platform.backup;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;

/** Stands in the database while a restore is under way: what is there then is not whole, and nobody may write to it. */
public final class RestoreMark {

    /** Name of the database, behind the prefix of the installation's databases. */
    public static final String DATABASE = "restore";

    private static final String ID = "unfinished";

    private final MongoCollection<Document> marks;

    /** @param database {@link #DATABASE} of the installation */
    public RestoreMark(MongoDatabase database) {
        this.marks = database.getCollection("marks")
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** Which backup was being restored, if a restore has not come to its end. */
    public Optional<String> unfinished() {
        return Optional.ofNullable(marks.find(Filters.eq("_id", ID)).first()).map(mark -> mark.getString("backup"));
    }

    /**
     * Lets nobody work on half a store.
     *
     * @throws IllegalStateException if a restore has not come to its end
     */
    public void requireNone() {
        unfinished().ifPresent(backup -> {
            throw new IllegalStateException(
                    "the backup " + backup + " is being restored, or was and broke off: run the restore again");
        });
    }

    void set(String backup, Instant at) {
        marks.replaceOne(
                Filters.eq("_id", ID),
                new Document("_id", ID).append("backup", backup).append("at", at.toString()),
                new ReplaceOptions().upsert(true));
    }

    void clear() {
        marks.deleteOne(Filters.eq("_id", ID));
    }
}
