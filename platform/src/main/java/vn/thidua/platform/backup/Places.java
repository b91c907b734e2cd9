package vn.thidua.platform.backup;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.RawBsonDocument;

/**
 * How far the policies of a context have come, and what was parked of them. Read before the ends of the logs: what they
 * have done by then is in the logs. Whatever else follows the log begins anew after a restore.
 *
 * @param tokens in the layout of the processors
 * @param parked the same
 */
record Places(List<RawBsonDocument> tokens, List<RawBsonDocument> parked) {

    static final String TOKENS = "tokens";
    static final String PARKED = "parked";

    private static final String POLICY = "react-";

    static Map<String, Places> read(Stores stores, List<String> contexts) {
        Map<String, Places> places = new HashMap<>();
        for (String context : contexts) {
            MongoDatabase database = stores.database(context);
            List<RawBsonDocument> tokens = policies(database, TOKENS);
            places.put(context, new Places(tokens, policies(database, PARKED)));
        }
        return places;
    }

    private static List<RawBsonDocument> policies(MongoDatabase database, String collection) {
        List<RawBsonDocument> found = new ArrayList<>();
        for (RawBsonDocument row :
                database.getCollection(collection, RawBsonDocument.class).find()) {
            if (row.getString("_id").getValue().startsWith(POLICY)) {
                found.add(row);
            }
        }
        return found;
    }
}
