package vn.thidua.platform.sealing;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** On the MongoDB the tests were given. */
class KeyPlacesOnMongoIT extends KeyPlacesContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshDatabase(KeyPlacesOnMongoIT.class);
    }
}
