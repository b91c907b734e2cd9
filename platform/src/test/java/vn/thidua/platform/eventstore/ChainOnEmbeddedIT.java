package vn.thidua.platform.eventstore;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** On the embedded server. */
class ChainOnEmbeddedIT extends ChainContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshEmbeddedDatabase(ChainOnEmbeddedIT.class);
    }
}
