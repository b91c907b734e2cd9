package vn.thidua.platform.processing;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** On the MongoDB the tests were given. */
class ProcessorsOnMongoIT extends ProcessorsContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshDatabase(ProcessorsOnMongoIT.class);
    }

    @Override
    String uri() {
        return Backends.mongoUri();
    }
}
