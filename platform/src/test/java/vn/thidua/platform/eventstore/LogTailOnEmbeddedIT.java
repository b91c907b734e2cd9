package vn.thidua.platform.eventstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import vn.thidua.platform.testing.Backends;

/** On the embedded server. */
class LogTailOnEmbeddedIT extends LogTailContract {

    private static MongoClient waiting;

    @BeforeAll
    static void aClientWithoutATimeLimit() {
        waiting = MongoClients.create(Backends.embeddedUri());
    }

    @AfterAll
    static void theClientIsClosed() {
        waiting.close();
    }

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshEmbeddedDatabase(LogTailOnEmbeddedIT.class);
    }

    @Override
    MongoDatabase watched(String name) {
        return waiting.getDatabase(name);
    }
}
