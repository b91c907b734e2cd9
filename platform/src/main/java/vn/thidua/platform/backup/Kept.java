package vn.thidua.platform.backup;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import vn.thidua.platform.audit.Refusals;

/**
 * Which collections of a context are backed up beside its log and its files, because nothing makes them anew: what was
 * refused, and every collection whose name begins with {@link #PREFIX}. All others are views, tokens and places.
 */
public final class Kept {

    /** Whoever keeps what no event says gives the collection a name that begins so. */
    public static final String PREFIX = "kept_";

    private Kept() {}

    static List<String> collections(MongoDatabase database) {
        var kept = new ArrayList<String>();
        for (String name : database.listCollectionNames()) {
            if (name.equals(Refusals.COLLECTION) || name.startsWith(PREFIX)) {
                kept.add(name);
            }
        }
        kept.sort(null);
        return kept;
    }
}
