package vn.thidua.platform.embedded;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Commits the store file after every write and before its answer: left alone it does so about once a second, and a kill
 * under load lost one acknowledged write in seven. Readers wait for that commit, so that nobody sees what a kill could
 * still take away.
 */
final class DurableBackend extends H2Backend {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findAndModify",
            "findandmodify",
            "createIndexes",
            "dropIndexes",
            "create",
            "drop",
            "dropDatabase",
            "renameCollection");

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final MVStore store;

    DurableBackend(MVStore store) {
        super(store);
        this.store = store;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        if (message.getDocument().containsKey("hello")) {
            return hello();
        }
        boolean write = message.getDocument().keySet().stream()
                        .findFirst()
                        .filter(WRITES::contains)
                        .isPresent()
                || isAggregateThatWrites(message.getDocument());
        Lock mine = write ? lock.writeLock() : lock.readLock();
        mine.lock();
        try {
            Document answer = super.handleMessage(message);
            if (write) {
                store.commit();
            }
            return answer;
        } finally {
            mine.unlock();
        }
    }

    /** Every MongoDB answers this, the server we stand on does not; {@code msg} tells that it is no replica set. */
    private static Document hello() {
        return new Document("isWritablePrimary", true).append("msg", "embedded").append("ok", 1.0);
    }

    private static boolean isAggregateThatWrites(Document command) {
        return command.get("pipeline") instanceof java.util.Collection<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document document
                                && (document.containsKey("$merge") || document.containsKey("$out")));
    }
}
