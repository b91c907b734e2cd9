package vn.thidua.platform.eventstore;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** On the MongoDB the tests were given. */
class ChainOnMongoIT extends ChainContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshDatabase(ChainOnMongoIT.class);
    }
}
