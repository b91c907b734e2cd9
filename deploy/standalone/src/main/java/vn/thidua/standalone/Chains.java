package vn.thidua.standalone;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.thidua.platform.eventstore.ChainHeads;
import vn.thidua.platform.eventstore.EventLog;
import vn.thidua.platform.eventstore.EventStoreSettings;
import vn.thidua.platform.eventstore.StoreIdentity;
import vn.thidua.platform.eventstore.Verification;

/** The logs of all contexts that have one, whether a service that runs now knows the context or not. */
final class Chains {

    private static final String PREFIX = "thidua_";
    private static final String WITNESS = PREFIX + "heads";

    private Chains() {}

    static List<String> contexts(MongoClient client) {
        var contexts = new ArrayList<String>();
        for (String name : client.listDatabaseNames()) {
            if (name.startsWith(PREFIX)
                    && client.getDatabase(name)
                            .listCollectionNames()
                            .into(new ArrayList<>())
                            .contains("commits")) {
                contexts.add(name.substring(PREFIX.length()));
            }
        }
        contexts.sort(null);
        return contexts;
    }

    /** Walks the chain of a context, and compares it with the last head that was published. */
    static Verification verify(MongoClient client, String installation, String context) {
        var identity = new StoreIdentity(installation, context);
        try (EventLog log = EventLog.open(client.getDatabase(PREFIX + context), identity, EventStoreSettings.DEFAULT)) {
            var heads = new ChainHeads(log, client.getDatabase(WITNESS), Clock.systemUTC(), Duration.ofMinutes(1));
            return log.verify(heads.newest().orElse(null));
        }
    }
}
