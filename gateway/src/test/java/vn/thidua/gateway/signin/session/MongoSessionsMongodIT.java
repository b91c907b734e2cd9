package vn.thidua.gateway.signin.session;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** Sessions on a real server. */
class MongoSessionsMongodIT extends MongoSessionsContract {

    @Override
    MongoDatabase fresh() {
        return Backends.freshDatabase(getClass());
    }
}
