package vn.thidua.platform.view;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** On the MongoDB the tests were given. */
class ViewsOnMongoIT extends ViewsContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshDatabase(ViewsOnMongoIT.class);
    }

    @Override
    String uri() {
        return Backends.mongoUri();
    }
}
