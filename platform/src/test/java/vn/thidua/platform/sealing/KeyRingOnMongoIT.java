package vn.thidua.platform.sealing;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** On the MongoDB the tests were given. */
class KeyRingOnMongoIT extends KeyRingContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshDatabase(KeyRingOnMongoIT.class);
    }
}
