package vn.thidua.platform.view;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Which event a row has seen last: an event at or below it leaves the row alone. All events of one mark's source must
 * come in one order: those of a log, or of one partition of a topic.
 */
public sealed interface Mark {

    /** Field of a row that is fed by the context's own log: the position last seen, a long. */
    String POSITION = "p";

    /** Field of a row that is fed by other contexts: for each source, {@code {p: position, n: which of its events}}. */
    String SEEN = "seen";

    /** Field of a row some of whose events are parked: true, else absent. */
    String STALE = "stale";

    boolean isSeenBy(Document row);

    void writeTo(Document row);

    /** A row's field may hold neither a dot nor a dollar in its name. */
    private static String fieldFor(String source) {
        return source.replace("%", "%25").replace(".", "%2E").replace("$", "%24");
    }

    private static @Nullable Document seen(Document row, String source) {
        return row.get(SEEN) instanceof Document seen && seen.get(fieldFor(source)) instanceof Document last
                ? last
                : null;
    }

    private static void see(Document row, String source, long position, int n) {
        Document seen = row.get(SEEN) instanceof Document before ? before : new Document();
        seen.put(fieldFor(source), new Document("p", position).append("n", n));
        row.put(SEEN, seen);
    }

    /** An event of the context's own log. */
    record OfLog(long position) implements Mark {

        @Override
        public boolean isSeenBy(Document row) {
            return row.get(POSITION) instanceof Number seen && seen.longValue() >= position;
        }

        @Override
        public void writeTo(Document row) {
            row.put(POSITION, position);
        }
    }

    /**
     * A contract event.
     *
     * @param source name of whatever gives its events in one order, as {@code /<installation>/organization}; with the
     *     partition in it, where a topic has several
     * @param n which of the contract events of that position, from 0
     */
    record OfSource(String source, long position, int n) implements Mark {

        @Override
        public boolean isSeenBy(Document row) {
            @Nullable Document last = seen(row, source);
            if (last == null) {
                return false;
            }
            long lastPosition = last.get("p", Number.class).longValue();
            return lastPosition > position
                    || (lastPosition == position && last.get("n", Number.class).intValue() >= n);
        }

        @Override
        public void writeTo(Document row) {
            see(row, source, position, n);
        }
    }

    /**
     * An event of the context's own log that was parked and comes late: the row may have seen later events of other
     * aggregates, and takes it all the same, once.
     */
    record Late(String aggregateId, long position) implements Mark {

        @Override
        public boolean isSeenBy(Document row) {
            @Nullable Document last = seen(row, aggregateId);
            return (row.get(POSITION) instanceof Number seen && seen.longValue() == position)
                    || (last != null && last.get("p", Number.class).longValue() >= position);
        }

        @Override
        public void writeTo(Document row) {
            see(row, aggregateId, position, 0);
            if (!(row.get(POSITION) instanceof Number seen) || seen.longValue() < position) {
                row.put(POSITION, position);
            }
        }
    }
}
