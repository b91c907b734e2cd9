package vn.thidua.plan.view.directory;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.view.Rows;

/**
 * How far a view of the directory has heard: one row {@code {_id: "~head", position, changed}} among the others, so that a
 * reader of the rows need ask for one only.
 */
public final class Heard {

    static final String HEAD = "~head";

    private static final String POSITION = "position";
    private static final String CHANGED = "changed";

    private Heard() {}

    /**
     * Says that an event was heard of.
     *
     * @param position in the store of its source
     * @param changedBy id of the event if it changed a row, else null
     */
    public static void of(Rows rows, long position, @Nullable String changedBy) {
        rows.change(HEAD, row -> {
            row.put(POSITION, position);
            if (changedBy != null) {
                row.put(CHANGED, changedBy);
            }
            return row;
        });
    }

    /** Position of the last event; -1 if there was none. */
    static long position(@Nullable Document head) {
        return head != null && head.get(POSITION) instanceof Number position ? position.longValue() : -1;
    }

    /** The last event that changed a row; empty if there was none. */
    static String changed(@Nullable Document head) {
        return head != null && head.get(CHANGED) instanceof String changed ? changed : "";
    }
}
