package vn.thidua.platform.eventstore;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.eventstore.TestEvents.IDENTITY;
import static vn.thidua.platform.eventstore.TestEvents.events;
import static vn.thidua.platform.eventstore.TestEvents.once;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.eventstore.Verification.Broken;
import vn.thidua.platform.eventstore.Verification.Clean;
import vn.thidua.platform.eventstore.Verification.Reason;

/** What verify finds: ten commits of two events each, at 0, 2, ... 18, and somebody who changes them. */
abstract class ChainContract {

    private MongoDatabase database;
    private EventLog log;
    private MongoCollection<Document> commits;

    abstract MongoDatabase freshDatabase();

    @BeforeEach
    void tenCommits() {
        database = freshDatabase();
        log = EventLog.open(database, IDENTITY, EventStoreSettings.DEFAULT);
        for (int i = 0; i < 10; i++) {
            log.append(events("a", 2L * i, 2), once("key-" + i, "POST /" + i));
        }
        commits = database.getCollection(Commits.COLLECTION);
    }

    @AfterEach
    void theLogIsClosed() {
        log.close();
    }

    @Test
    void anUntouchedLogIsClean() {
        assertThat(log.verify()).isEqualTo(new Clean(10, log.publishedHead()));
    }

    @Test
    void aChangedPayloadIsFoundAtItsPosition() {
        commits.updateOne(eq("_id", 6L), Updates.set("e.1.p", "{\"sequence\":8}"));
        assertThat(log.verify()).isEqualTo(new Broken(6, Reason.CHANGED));
    }

    @Test
    void aChangedRequestOrKeyIsFound() {
        commits.updateOne(eq("_id", 8L), Updates.set("b", new Binary(new byte[32])));
        assertThat(log.verify()).isEqualTo(new Broken(8, Reason.CHANGED));
        commits.updateOne(eq("_id", 4L), Updates.set("ks", java.util.List.of("b#0000000004")));
        assertThat(log.verify()).isEqualTo(new Broken(4, Reason.CHANGED));
    }

    @Test
    void anAddedFieldIsFound() {
        commits.updateOne(eq("_id", 2L), Updates.set("note", "nothing"));
        assertThat(log.verify()).isEqualTo(new Broken(2, Reason.CHANGED));
    }

    @Test
    void aChangedHashIsFound() {
        commits.updateOne(eq("_id", 10L), Updates.set("h", new Binary(new byte[32])));
        assertThat(log.verify()).isEqualTo(new Broken(10, Reason.CHANGED));
    }

    @Test
    void aRemovedCommitIsFound() {
        commits.deleteOne(eq("_id", 12L));
        assertThat(log.verify()).isEqualTo(new Broken(12, Reason.MISSING));
    }

    @Test
    void theFirstOfTwoSwappedCommitsIsFound() {
        Document first = take(4L);
        Document second = take(14L);
        commits.insertOne(first.append("_id", 14L));
        commits.insertOne(second.append("_id", 4L));
        assertThat(log.verify()).isEqualTo(new Broken(4, Reason.CHANGED));
    }

    @Test
    void aCommitSlippedInBetweenIsFound() {
        // one that moves all later ones on by a place, as somebody would who wants to slip an act in
        commits.deleteOne(eq("_id", 18L));
        Document last = take(16L);
        Document slipped = new Document(last).append("_id", 16L).append("ks", java.util.List.of("x#0000000000"));
        slipped.remove("o");
        commits.insertOne(slipped);
        commits.insertOne(last.append("_id", 18L));
        assertThat(log.verify()).isEqualTo(new Broken(16, Reason.CHANGED));
    }

    @Test
    void aCommitInsertedBehindTheEndIsFound() {
        Document copy = new Document(java.util.Objects.requireNonNull(
                        commits.find(eq("_id", 18L)).first()))
                .append("_id", 20L)
                .append("ks", java.util.List.of("a#0000000020"));
        copy.remove("o");
        commits.insertOne(copy);
        assertThat(log.verify()).isEqualTo(new Broken(20, Reason.CHANGED));
    }

    @Test
    void aCutOffTailIsFoundByThePublishedHead() {
        PublishedHead head = log.publishedHead();
        commits.deleteOne(eq("_id", 18L));
        assertThat(log.verify()).isInstanceOf(Clean.class);
        assertThat(log.verify(head)).isEqualTo(new Broken(18, Reason.CUT_OFF));
    }

    @Test
    void aTailWrittenAnewIsFoundByThePublishedHead() {
        PublishedHead head = log.publishedHead();
        log.append(events("a", 20, 1), null);
        assertThat(log.verify(head)).isInstanceOf(Clean.class);
        assertThat(log.verify(new PublishedHead(head.next(), "00".repeat(32))))
                .isEqualTo(new Broken(18, Reason.CHANGED));
    }

    @Test
    void headsOfEarlierEndsAreTold() {
        assertThat(log.headAt(20)).hasValue(log.publishedHead());
        assertThat(log.headAt(19)).isEmpty();
        assertThat(log.headAt(22)).isEmpty();
        PublishedHead early = log.headAt(4).orElseThrow();
        ChainWalk walk = ChainWalk.from(early);
        log.copy(4, 12, commit -> assertThat(walk.follows(commit)).isTrue());
        assertThat(walk.commits()).isEqualTo(4);
        assertThat(walk.head()).isEqualTo(log.headAt(12).orElseThrow());
        assertThat(ChainWalk.fromStart(IDENTITY).head()).isEqualTo(log.headAt(0).orElseThrow());
    }

    @Test
    void aLogOfAnotherContextDoesNotFit() {
        try (EventLog other = EventLog.open(
                database, new StoreIdentity(IDENTITY.installation(), "another"), EventStoreSettings.DEFAULT)) {
            assertThat(other.verify()).isEqualTo(new Broken(0, Reason.CHANGED));
        }
    }

    private Document take(long position) {
        Document commit = commits.findOneAndDelete(eq("_id", position));
        assertThat(commit).isNotNull();
        // _id stands first, as it was
        return new Document(commit);
    }
}
