package vn.thidua.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.testing.Backends;

/** On the MongoDB the tests were given. */
class EventLogOnMongoIT extends EventLogContract {

    @Override
    MongoDatabase freshDatabase() {
        return Backends.freshDatabase(EventLogOnMongoIT.class);
    }

    @Override
    int commitsPerWriter() {
        return 60;
    }

    @Test
    void aServerThatWasGivenIsRecognised() {
        assertThat(log.server())
                .isEqualTo(
                        Backends.mongoUri().equals(Backends.embeddedUri())
                                ? ServerKind.EMBEDDED
                                : ServerKind.REPLICA_SET);
    }
}
