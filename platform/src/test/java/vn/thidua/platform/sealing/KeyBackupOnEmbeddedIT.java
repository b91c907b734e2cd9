package vn.thidua.platform.sealing;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** Keys of the embedded server. */
class KeyBackupOnEmbeddedIT extends KeyBackupContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshEmbeddedDatabase(KeyBackupOnEmbeddedIT.class);
    }
}
