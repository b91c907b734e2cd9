package vn.thidua.gateway.signin.session;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** Sessions on the embedded server. */
class MongoSessionsEmbeddedIT extends MongoSessionsContract {

    @Override
    MongoDatabase fresh() {
        return Backends.freshEmbeddedDatabase(getClass());
    }
}
