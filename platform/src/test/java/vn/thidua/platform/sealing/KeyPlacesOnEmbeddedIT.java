package vn.thidua.platform.sealing;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** On the embedded server. */
class KeyPlacesOnEmbeddedIT extends KeyPlacesContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshEmbeddedDatabase(KeyPlacesOnEmbeddedIT.class);
    }
}
