package vn.thidua.platform.view;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** On the MongoDB the tests were given. */
class ViewTableOnMongoIT extends ViewTableContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshDatabase(ViewTableOnMongoIT.class);
    }
}
