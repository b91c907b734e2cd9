package vn.thidua.torture.guards;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.eventstore.OnceKey;
import vn.thidua.platform.eventstore.StoreUnavailableException;
import vn.thidua.platform.eventstore.Verification;
import vn.thidua.torture.referee.Following;
import vn.thidua.torture.referee.Store;
import vn.thidua.torture.referee.Topic;
import vn.thidua.torture.referee.Verdict;
import vn.thidua.torture.referee.Verdict.Findings;
import vn.thidua.torture.roster.Entry;

/** One thing that the spine rests on each, and the fault at which it would show if it were missing. */
public enum Guard {
    /** mongod takes the commit, writes its journal for nobody who does not wait for it, and is killed. */
    ACKNOWLEDGED_IS_DURABLE {
        @Override
        void check(Ground ground, Findings findings) throws Exception {
            String context = ground.freshContext();
            List<String> acknowledged = new ArrayList<>();
            try (ContextRuntime runtime = ground.open(context)) {
                for (int i = 0; i < 3; i++) {
                    send(runtime, "before-" + i);
                    acknowledged.add("before-" + i);
                }
                ground.holdJournal();
                try {
                    send(runtime, "held");
                    acknowledged.add("held");
                } catch (StoreUnavailableException e) {
                    // nobody was told that it is done
                }
                ground.mongod().kill();
                ground.mongod().restart();
            }
            List<String> there = ground.read(context, Store::events).stream()
                    .map(Store.Event::aggregate)
                    .toList();
            acknowledged.stream()
                    .filter(id -> !there.contains(id))
                    .forEach(id -> findings.lost(id + " was acknowledged, and did not survive"));
        }
    },

    /** mongod takes the commit, and is killed before it is durable, while the relay reads. */
    READERS_ARE_NEVER_AHEAD {
        @Override
        void check(Ground ground, Findings findings) throws Exception {
            String context = ground.freshContext();
            try (ContextRuntime runtime = ground.openReading(context)) {
                send(runtime, "before");
                // its token has to be durable too, or the relay waits for that instead of reading on
                Ground.within(LONG, () -> ground.read(context, Guard::relayPosition) >= 0);
                ground.holdWrites();
                long held = System.nanoTime();
                try {
                    send(runtime, "held");
                } catch (StoreUnavailableException e) {
                    // nobody was told, and nobody may read of it
                }
                told(ground, context, 2, BRIEF);
                // the writer gives up after 4 s; before that it would write the same commit again
                Ground.within(BRIEF, () -> System.nanoTime() - held > BRIEF.toNanos());
                ground.mongod().kill();
                ground.mongod().restart();
                Ground.within(LONG, () -> done(runtime, "after"));
                // what was held may have become durable after all, by another write that waits for its journal
                told(ground, context, LONG);
            }
            follow(ground, context, findings);
        }
    },

    /** The broker is away, and the service ends before it is back. */
    TOKEN_COMES_LAST {
        @Override
        void check(Ground ground, Findings findings) throws Exception {
            String context = ground.freshContext();
            try (ContextRuntime runtime = ground.open(context)) {
                send(runtime, "before");
                told(ground, context, 1, LONG);
                ground.kafka().stop();
                for (int i = 0; i < 3; i++) {
                    send(runtime, "unsent-" + i);
                }
                Ground.within(BRIEF, () -> ground.read(context, Guard::relayPosition) >= 3);
            }
            ground.kafka().restart();
            try (ContextRuntime _ = ground.open(context)) {
                told(ground, context, LONG);
            }
            follow(ground, context, findings);
        }
    },

    /** A caller has heard nothing, and asks again under the same key. */
    AN_ACT_IS_DONE_ONCE {
        @Override
        void check(Ground ground, Findings findings) {
            String context = ground.freshContext();
            try (ContextRuntime runtime = ground.open(context)) {
                OnceKey key = runtime.onceKeys().http("caller", "key", "body".getBytes(StandardCharsets.UTF_8));
                Accepted first = runtime.commands().send(new Entry.TakeDown("once"), Ground.act(), key, null);
                Accepted again = runtime.commands().send(new Entry.TakeDown("once"), Ground.act(), key, null);
                if (!again.repeated() || again.position() != first.position()) {
                    findings.other("the second answer is not the first one");
                }
            }
            int times = ground.read(context, Store::events).size();
            for (int i = 1; i < times; i++) {
                findings.doubled("once: asked twice under one key, done " + times + " times");
            }
        }
    },

    /** Somebody with rights on the database adds what decoding hides and the database finds: a field for the second time. */
    WHAT_IS_STORED_IS_HASHED {
        @Override
        void check(Ground ground, Findings findings) {
            String context = ground.freshContext();
            try (ContextRuntime runtime = ground.open(context)) {
                send(runtime, "first");
                send(runtime, "second");
                if (!(runtime.verify() instanceof Verification.Clean)) {
                    findings.other("an untouched chain is called broken");
                }
                ground.read(context, Guard::falsify);
                if (runtime.verify() instanceof Verification.Clean) {
                    findings.lost("what the first commit says was changed, and the chain is called clean");
                }
            }
        }
    };

    private static final Duration BRIEF = Duration.ofSeconds(6);
    private static final Duration LONG = Duration.ofSeconds(40);

    abstract void check(Ground ground, Findings findings) throws Exception;

    /** What came of it. */
    public Verdict check(Ground ground) throws Exception {
        var findings = new Findings();
        check(ground, findings);
        return findings.verdict();
    }

    private static void send(ContextRuntime runtime, String id) {
        runtime.commands().send(new Entry.TakeDown(id), Ground.act(), null, null);
    }

    private static boolean done(ContextRuntime runtime, String id) {
        try {
            runtime.commands()
                    .send(
                            new Entry.TakeDown(id),
                            Ground.act(),
                            runtime.onceKeys().http("caller", id, new byte[0]),
                            null);
            return true;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    /** Waits until the topic tells of so many events, at most for a time. */
    private static void told(Ground ground, String context, int events, Duration time) throws Exception {
        Ground.within(time, () -> {
            try {
                return Topic.read(ground.kafka().bootstrap(), context + ".events.v1").stream()
                                .map(Topic.Sent::id)
                                .distinct()
                                .count()
                        >= events;
            } catch (RuntimeException e) {
                // it is made when the first record is sent
                return false;
            }
        });
    }

    /**
     * Waits until the topic tells of each event that the store has, at most for a time; no longer once it tells of one that
     * the store does not have.
     */
    private static void told(Ground ground, String context, Duration time) throws Exception {
        Set<String> stored = ground.read(context, Store::events).stream()
                .map(Store.Event::id)
                .collect(Collectors.toSet());
        Ground.within(time, () -> {
            Set<String> told = Topic.read(ground.kafka().bootstrap(), context + ".events.v1").stream()
                    .map(Topic.Sent::eventId)
                    .collect(Collectors.toSet());
            return told.containsAll(stored) || !stored.containsAll(told);
        });
    }

    private static void follow(Ground ground, String context, Findings findings) {
        Following.check(
                context,
                ground.read(context, Store::events),
                Topic.read(ground.kafka().bootstrap(), context + ".events.v1"),
                Map.of(Till.EVENT, Till.TYPE),
                findings);
    }

    private static long relayPosition(MongoDatabase database) {
        var token = database.getCollection("tokens")
                .find(Filters.eq("_id", "relay"))
                .first();
        return token == null ? -1 : token.getLong("position");
    }

    /** The first of two fields of one name is what the database finds; the last is what decoding keeps. */
    private static boolean falsify(MongoDatabase database) {
        MongoCollection<RawBsonDocument> commits = database.getCollection("commits", RawBsonDocument.class);
        RawBsonDocument commit =
                Objects.requireNonNull(commits.find(Filters.eq("_id", 0L)).first());
        byte[] added = bytes(new RawBsonDocument(BsonDocument.parse("{\"n\": 7}"), new BsonDocumentCodec()));
        byte[] old = bytes(commit);
        int element = added.length - 5;
        // behind the length and _id (type, name and 8 bytes)
        int at = 4 + 1 + 4 + 8;
        ByteBuffer forged = ByteBuffer.allocate(old.length + element).order(ByteOrder.LITTLE_ENDIAN);
        forged.putInt(old.length + element)
                .put(old, 4, at - 4)
                .put(added, 4, element)
                .put(old, at, old.length - at);
        commits.replaceOne(Filters.eq("_id", 0L), new RawBsonDocument(forged.array()));
        return true;
    }

    private static byte[] bytes(RawBsonDocument document) {
        ByteBuffer buffer = document.getByteBuffer().asNIO();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
