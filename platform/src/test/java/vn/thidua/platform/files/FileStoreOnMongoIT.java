package vn.thidua.platform.files;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** Files on the MongoDB the tests were given. */
class FileStoreOnMongoIT extends FileStoreContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshDatabase(FileStoreOnMongoIT.class);
    }

    @Override
    int megabytes() {
        return 30;
    }
}
