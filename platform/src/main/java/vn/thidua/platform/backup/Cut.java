package vn.thidua.platform.backup;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.eventstore.ChainWalk;
import vn.thidua.platform.eventstore.EventLog;
import vn.thidua.platform.eventstore.PublishedHead;

/**
 * The ends of all logs at one moment: whatever one context did because of another's event, that event is before the end
 * too. A replica set shows them as of one time; where there is none such, they are read until twice the same is seen.
 */
final class Cut {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stores stores;
    private final List<String> contexts;

    private Cut(Stores stores, List<String> contexts) {
        this.stores = stores;
        this.contexts = contexts;
    }

    /** @return by context; one whose log is empty is not in it */
    static Map<String, PublishedHead> take(Stores stores, List<String> contexts) {
        var cut = new Cut(stores, contexts);
        try (ClientSession session = stores.client()
                .startSession(ClientSessionOptions.builder().snapshot(true).build())) {
            return cut.heads(session);
        } catch (MongoException e) {
            // the embedded server, and a MongoDB before 5
            return cut.twiceTheSame();
        }
    }

    private Map<String, PublishedHead> twiceTheSame() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, PublishedHead> before = heads(null);
        while (true) {
            Map<String, PublishedHead> now = heads(null);
            if (now.equals(before)) {
                return now;
            }
            if (System.nanoTime() > end) {
                throw new BackupRefusedException(
                        "Hệ thống đang ghi liên tục nên chưa lấy được một thời điểm chung. Hãy thử lại khi ít việc hơn,"
                                + " hoặc chạy ./thidua down trước.",
                        "so much is being written that no common moment was found: try again later, or ./thidua down"
                                + " first");
            }
            before = now;
        }
    }

    private Map<String, PublishedHead> heads(@Nullable ClientSession session) {
        Map<String, PublishedHead> heads = new HashMap<>();
        for (String context : contexts) {
            MongoCollection<BsonDocument> commits = (session == null
                            ? stores.database(context)
                            : stores.client().getDatabase(stores.prefix() + context))
                    .getCollection(EventLog.COLLECTION, BsonDocument.class);
            @Nullable
            BsonDocument last = (session == null ? commits.find() : commits.find(session))
                    .sort(Sorts.descending("_id"))
                    .limit(1)
                    .first();
            if (last != null) {
                heads.put(context, ChainWalk.headBehind(last));
            }
        }
        return heads;
    }
}
