package vn.thidua.platform.scope;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** Rows in the embedded server. */
class LiveUnitTreeOnEmbeddedIT extends LiveUnitTreeContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshEmbeddedDatabase(LiveUnitTreeOnEmbeddedIT.class);
    }
}
