package vn.thidua.platform.scope;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** Rows in the MongoDB the tests were given. */
class LiveUnitTreeOnMongoIT extends LiveUnitTreeContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshDatabase(LiveUnitTreeOnMongoIT.class);
    }
}
