package vn.thidua.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.platform.context.ConflictException;

class FailuresTest {

    private static final ServerAddress SERVER = new ServerAddress();

    @Test
    void connectionsAndTimeOutsAreTheBackends() {
        assertThat(List.of(
                        new MongoTimeoutException("no server"),
                        new MongoSocketReadException("cut", SERVER),
                        new MongoNotPrimaryException(command(10107), SERVER),
                        new TimeoutException("no broker"),
                        new UncheckedIOException(new IOException("disk")),
                        new IllegalStateException(new RuntimeException(new MongoTimeoutException("deep")))))
                .allMatch(Failures::isBackend);
    }

    /** Out of disk, exceeded time, write concern, interrupted for a new primary, not told. */
    @ParameterizedTest
    @ValueSource(ints = {14031, 50, 64, 11602, 91, 0})
    void whatTheServerCannotDoNowIsTheBackends(int code) {
        assertThat(Failures.isBackend(new MongoCommandException(command(code), SERVER)))
                .isTrue();
    }

    @Test
    void whoComesTooLateComesAgain() {
        assertThat(Failures.isBackend(new ConflictException(new IllegalStateException())))
                .isTrue();
    }

    @Test
    void anUnacknowledgedBulkIsTheBackends() {
        assertThat(Failures.isBackend(bulk(List.of()))).isTrue();
    }

    @Test
    void theEventsOwnFaultsAreNot() {
        assertThat(List.of(
                        new IllegalArgumentException(),
                        new NullPointerException(),
                        new RecordTooLargeException("12 MB"),
                        new BsonMaximumSizeExceededException("16 MB"),
                        bulk(List.of(new BulkWriteError(11000, "duplicate", new BsonDocument(), 0))),
                        new MongoCommandException(command(11000), SERVER)))
                .noneMatch(Failures::isBackend);
    }

    @Test
    void causesThatGoInACircleAreWalkedOnce() {
        var first = new IllegalStateException();
        var second = new IllegalStateException(first);
        first.initCause(second);
        assertThat(Failures.isBackend(first)).isFalse();
    }

    private static BsonDocument command(int code) {
        return new BsonDocument("code", new BsonInt32(code));
    }

    private static MongoBulkWriteException bulk(List<BulkWriteError> errors) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(),
                errors,
                errors.isEmpty() ? new WriteConcernError(64, "", "waiting", new BsonDocument()) : null,
                SERVER,
                Set.of());
    }
}
