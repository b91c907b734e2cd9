package vn.thidua.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.platform.eventstore.TestEvents.IDENTITY;
import static vn.thidua.platform.eventstore.TestEvents.event;
import static vn.thidua.platform.eventstore.TestEvents.once;

import java.time.Instant;
import java.util.List;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.testing.Approved;

/** The stored form of a commit; logs that exist must be readable and verifiable for ever. */
class CommitLayoutTest {

    private static final CommitDraft DRAFT = CommitDraft.of(
            List.of(
                    event("unit-1", 7).append(Commits.EVENT_ID, new BsonString("id-1")),
                    event("unit-2", 0).append(Commits.EVENT_ID, new BsonString("id-2")),
                    event("unit-1", 8).append(Commits.EVENT_ID, new BsonString("id-3"))),
            once("key", "POST /units"));

    @Test
    void aCommitIsStoredAsApproved() {
        Approved.approve(
                "commit.json",
                DRAFT.at(41, IDENTITY.genesis())
                        .document()
                        .toJson(JsonWriterSettings.builder()
                                .outputMode(JsonMode.EXTENDED)
                                .indent(true)
                                .build()));
    }

    @Test
    void theHashOfTheStoredBytesIsTheOneThatIsStored() {
        EncodedCommit commit = DRAFT.at(41, IDENTITY.genesis());
        assertThat(CommitBytes.hashOf(commit.document(), IDENTITY.genesis()))
                .isEqualTo(commit.hash())
                .isEqualTo(commit.document().getBinary(Commits.HASH).getData());
    }

    @Test
    void everyByteBelowTheHashCounts() {
        byte[] bytes =
                DRAFT.at(41, IDENTITY.genesis()).document().getByteBuffer().array();
        byte[] hash = DRAFT.at(41, IDENTITY.genesis()).hash();
        // of the payload, where a changed byte leaves the document readable
        int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("\"sequence\":8");
        bytes[at + 11]++;
        assertThat(CommitBytes.hashOf(new RawBsonDocument(bytes), IDENTITY.genesis()))
                .isNotEqualTo(hash);
    }

    @Test
    void aCommitAtAnotherPositionOrBehindAnotherHashHasAnotherHash() {
        byte[] hash = DRAFT.at(41, IDENTITY.genesis()).hash();
        assertThat(DRAFT.at(42, IDENTITY.genesis()).hash()).isNotEqualTo(hash);
        assertThat(DRAFT.at(41, hash).hash()).isNotEqualTo(hash);
    }

    @Test
    void keysOfAnAggregateSortBySequence() {
        assertThat(Commits.key("a", 9)).isEqualTo("a#0000000009").isLessThan(Commits.key("a", 10));
        assertThat(Commits.key("a", 9_999_999_999L)).isEqualTo("a#9999999999");
    }

    @Test
    void timeStampsSortAsTheirInstantsDo() {
        assertThat(StoredEvent.timestamp(Instant.parse("2026-01-01T00:00:00Z")))
                .isEqualTo("2026-01-01T00:00:00.000000000Z")
                .isLessThan(StoredEvent.timestamp(Instant.parse("2026-01-01T00:00:00.000000001Z")));
    }

    @Test
    void aGapInsideACommitIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> CommitDraft.of(List.of(event("a", 0), event("a", 2)), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
