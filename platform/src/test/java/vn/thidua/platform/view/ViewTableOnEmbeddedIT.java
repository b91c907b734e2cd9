package vn.thidua.platform.view;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** On the embedded server. */
class ViewTableOnEmbeddedIT extends ViewTableContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshEmbeddedDatabase(ViewTableOnEmbeddedIT.class);
    }
}
