package vn.thidua.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.testing.Backends;

/** The same promises on the embedded server. */
class EventLogOnEmbeddedIT extends EventLogContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshEmbeddedDatabase(EventLogOnEmbeddedIT.class);
    }

    @Override
    int commitsPerWriter() {
        return 10;
    }

    @Test
    void theEmbeddedServerIsRecognised() {
        assertThat(log.server()).isEqualTo(ServerKind.EMBEDDED);
    }
}
