package vn.thidua.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private static final int AT_ONCE = 3;

    private final ConcurrentLinkedQueue<Long> asked = new ConcurrentLinkedQueue<>();

    /** Commits of two events each, up to an end. */
    private List<RawBsonDocument> read(long from, long end) {
        asked.add(from);
        List<RawBsonDocument> found = new ArrayList<>();
        for (long position = from; position < end && found.size() < AT_ONCE; position += 2) {
            found.add(new RawBsonDocument(
                    new BsonDocument(Commits.POSITION, new BsonInt64(position)).append(Commits.COUNT, new BsonInt32(2)),
                    new BsonDocumentCodec()));
        }
        return found;
    }

    @Test
    void allComesInOrderAndIsAskedForOnce() {
        var batches = new ReadAhead(from -> read(from, 16), AT_ONCE, 0);
        List<Long> positions = new ArrayList<>();
        batches.forEachRemaining(batch -> batch.forEach(commit -> positions.add(Commits.positionOf(commit))));
        assertThat(positions).containsExactly(0L, 2L, 4L, 6L, 8L, 10L, 12L, 14L);
        assertThat(asked).containsExactly(0L, 6L, 12L, 16L);
        assertThat(batches.hasNext()).isFalse();
    }

    @Test
    void whoReadsAShortLogAsksForNothingAhead() {
        var batches = new ReadAhead(from -> read(from, 4), AT_ONCE, 0);
        assertThat(batches.next()).hasSize(2);
        assertThat(asked).containsExactly(0L);
    }

    @Test
    void whatFailsAheadIsThrownAsItIs() {
        var batches = new ReadAhead(
                from -> {
                    if (from > 0) {
                        throw new IllegalArgumentException("broken");
                    }
                    return read(from, 100);
                },
                AT_ONCE,
                0);
        assertThat(batches.next()).hasSize(AT_ONCE);
        assertThatThrownBy(batches::hasNext)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("broken");
    }
}
