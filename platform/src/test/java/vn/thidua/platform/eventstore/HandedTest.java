package vn.thidua.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;

class HandedTest {

    private final Handed handed = new Handed();

    private static RawBsonDocument commit(long position, int events) {
        return new RawBsonDocument(
                new BsonDocument(Commits.POSITION, new BsonInt64(position))
                        .append(Commits.COUNT, new BsonInt32(events)),
                new BsonDocumentCodec());
    }

    private static List<Long> positions(Handed.Taken taken) {
        return taken.commits().stream().map(Commits::positionOf).toList();
    }

    @Test
    void whatFollowsIsTakenOnce() {
        handed.add(List.of(commit(10, 2), commit(12, 1)));
        handed.add(List.of(commit(13, 1)));
        Handed.Taken taken = handed.take(10);
        assertThat(positions(taken)).containsExactly(10L, 12L, 13L);
        assertThat(taken.gap()).isFalse();
        assertThat(handed.take(14).commits()).isEmpty();
    }

    @Test
    void whatWasReadMeanwhileIsPassedOver() {
        handed.add(List.of(commit(10, 2), commit(12, 1)));
        Handed.Taken taken = handed.take(12);
        assertThat(positions(taken)).containsExactly(12L);
        assertThat(taken.gap()).isFalse();
    }

    @Test
    void behindWhatAnotherProcessWroteNothingIsTakenAndTheLogIsToBeRead() {
        handed.add(List.of(commit(10, 1)));
        handed.add(List.of(commit(12, 1)));
        Handed.Taken taken = handed.take(10);
        assertThat(positions(taken)).containsExactly(10L);
        assertThat(taken.gap()).isTrue();
        // it is read from the log, and not taken later in another order
        assertThat(handed.take(11).commits()).isEmpty();
    }

    @Test
    void aCommitThatWasReadInPartIsReadFromTheLog() {
        handed.add(List.of(commit(10, 3)));
        Handed.Taken taken = handed.take(11);
        assertThat(taken.commits()).isEmpty();
        assertThat(taken.gap()).isTrue();
    }

    @Test
    void whatNobodyTakesIsForgottenAndReadLater() {
        handed.add(IntStream.range(0, 5_000)
                .mapToObj(position -> commit(position, 1))
                .toList());
        Handed.Taken taken = handed.take(0);
        assertThat(taken.commits()).isEmpty();
        assertThat(taken.gap()).isTrue();
        handed.add(List.of(commit(5_000, 1)));
        assertThat(positions(handed.take(5_000))).containsExactly(5_000L);
    }
}
