package vn.thidua.platform.processing;

import com.mongodb.client.MongoDatabase;
import vn.thidua.platform.testing.Backends;

/** On the embedded server. */
class ProcessorsOnEmbeddedIT extends ProcessorsContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshEmbeddedDatabase(ProcessorsOnEmbeddedIT.class);
    }

    @Override
    String uri() {
        return Backends.embeddedUri();
    }
}
