package vn.thidua.platform.files;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** Files on the embedded server. */
class FileStoreOnEmbeddedIT extends FileStoreContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshEmbeddedDatabase(FileStoreOnEmbeddedIT.class);
    }

    @Override
    int megabytes() {
        return 8;
    }
}
