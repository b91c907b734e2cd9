package vn.thidua.platform.backup;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.thidua.platform.eventstore.EventLog;
import vn.thidua.platform.eventstore.EventStoreSettings;
import vn.thidua.platform.eventstore.StoreIdentity;
import vn.thidua.platform.sealing.MongoKeyRing;

/**
 * The databases of one installation.
 *
 * @param prefix what their names begin with
 */
record Stores(MongoClient client, String prefix, String installation) {

    static final String HEADS = "heads";

    /** What is never dropped: the keys, the mark of a restore, and whose the server is. */
    private static final Set<String> STAYING =
            Set.of(MongoKeyRing.DATABASE.replace("thidua_", ""), RestoreMark.DATABASE, "standalone");

    /** Contexts that have a log, whether a service that runs now knows them or not. */
    List<String> contexts() {
        var contexts = new ArrayList<String>();
        for (String name : names()) {
            if (client.getDatabase(prefix + name)
                    .listCollectionNames()
                    .into(new ArrayList<>())
                    .contains(EventLog.COLLECTION)) {
                contexts.add(name);
            }
        }
        contexts.sort(null);
        return contexts;
    }

    /** Databases that a restore drops: of the contexts, and whatever is made from them. */
    List<String> dropped() {
        return names().stream().filter(name -> !STAYING.contains(name)).toList();
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        for (String name : client.listDatabaseNames()) {
            if (name.startsWith(prefix)) {
                names.add(name.substring(prefix.length()));
            }
        }
        return names;
    }

    MongoDatabase database(String name) {
        return client.getDatabase(prefix + name)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    EventLog log(String context) {
        return EventLog.open(
                client.getDatabase(prefix + context),
                new StoreIdentity(installation, context),
                EventStoreSettings.DEFAULT);
    }
}
