package vn.thidua.platform.eventstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import vn.thidua.platform.testing.Backends;

/** On the MongoDB the tests were given. */
class LogTailOnMongoIT extends LogTailContract {

    private static MongoClient waiting;

    @BeforeAll
    static void aClientWithoutATimeLimit() {
        waiting = MongoClients.create(Backends.mongoUri());
    }

    @AfterAll
    static void theClientIsClosed() {
        waiting.close();
    }

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshDatabase(LogTailOnMongoIT.class);
    }

    @Override
    MongoDatabase watched(String name) {
        return waiting.getDatabase(name);
    }
}
