package vn.thidua.platform.processing;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The parked events of one context.
 *
 * <p>Collection {@code parked}: {@code {_id: <processor>/<position>, processor, aggregate, position, event, cause, place,
 * at}}. The key makes parking twice the same as parking once.
 */
final class Letters {

    private static final String COLLECTION = "parked";
    private static final String PROCESSOR = "processor";
    private static final String AGGREGATE = "aggregate";

    private final MongoCollection<Document> letters;

    Letters(MongoDatabase database) {
        this.letters = database.getCollection(COLLECTION)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    /** @param cause null if the event stands behind another one only */
    void put(String processor, String aggregate, long position, String event, @Nullable Throwable cause, Instant at) {
        String id = id(processor, position);
        @Nullable
        Document before = cause == null ? letters.find(Filters.eq("_id", id)).first() : null;
        if (before != null) {
            // it comes again: its own cause says more than that it stands behind another
            return;
        }
        letters.replaceOne(
                Filters.eq("_id", id),
                new Document("_id", id)
                        .append(PROCESSOR, processor)
                        .append(AGGREGATE, aggregate)
                        .append("position", position)
                        .append("event", event)
                        .append("cause", cause == null ? null : classes(cause))
                        .append("place", cause == null ? null : place(cause))
                        .append("at", Date.from(at)),
                new ReplaceOptions().upsert(true));
    }

    private static String id(String processor, long position) {
        return processor + "/" + position;
    }

    /** No message: it may quote what the event says of a person. */
    private static String classes(Throwable failure) {
        return failure.getCause() == null
                ? failure.getClass().getName()
                : failure.getClass().getName() + " < "
                        + deepest(failure).getClass().getName();
    }

    private static @Nullable String place(Throwable failure) {
        StackTraceElement[] frames = deepest(failure).getStackTrace();
        for (StackTraceElement frame : frames) {
            if (frame.getClassName().startsWith("vn.thidua.")) {
                return frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
            }
        }
        return frames.length == 0 ? null : frames[0].getClassName() + "." + frames[0].getMethodName();
    }

    private static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        for (int depth = 0; depth < 50; depth++) {
            @Nullable Throwable cause = deepest.getCause();
            if (cause == null) {
                return deepest;
            }
            deepest = cause;
        }
        return deepest;
    }

    Set<String> aggregates(String processor) {
        Set<String> aggregates = new HashSet<>();
        letters.find(Filters.eq(PROCESSOR, processor)).forEach(letter -> aggregates.add(letter.getString(AGGREGATE)));
        return aggregates;
    }

    boolean has(String processor, String aggregate) {
        return letters.find(Filters.and(Filters.eq(PROCESSOR, processor), Filters.eq(AGGREGATE, aggregate)))
                        .first()
                != null;
    }

    /** In the order of the log. */
    List<ParkedEvent> of(String processor) {
        List<ParkedEvent> found = letters.find(Filters.eq(PROCESSOR, processor))
                .sort(Sorts.ascending("position"))
                .map(letter -> new ParkedEvent(
                        processor,
                        letter.getString(AGGREGATE),
                        letter.getLong("position"),
                        letter.getString("event"),
                        letter.getString("cause"),
                        letter.getString("place"),
                        letter.getDate("at").toInstant()))
                .into(new ArrayList<>());
        found.sort(Comparator.comparingLong(ParkedEvent::position));
        return found;
    }

    /** How many are parked, by processor. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        letters.find()
                .projection(new Document(PROCESSOR, 1))
                .forEach(letter -> counts.merge(letter.getString(PROCESSOR), 1L, Long::sum));
        return counts;
    }

    void remove(String processor, long position) {
        letters.deleteOne(Filters.eq("_id", id(processor, position)));
    }

    void drop(String processor) {
        letters.deleteMany(Filters.eq(PROCESSOR, processor));
    }
}
