package vn.thidua.platform.sealing;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** Keys of the MongoDB the tests were given. */
class KeyBackupOnMongoIT extends KeyBackupContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshDatabase(KeyBackupOnMongoIT.class);
    }
}
