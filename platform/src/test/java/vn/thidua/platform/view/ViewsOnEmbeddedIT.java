package vn.thidua.platform.view;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** On the embedded server. */
class ViewsOnEmbeddedIT extends ViewsContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshEmbeddedDatabase(ViewsOnEmbeddedIT.class);
    }

    @Override
    String uri() {
        return Backends.embeddedUri();
    }
}
