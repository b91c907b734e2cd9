package vn.thidua.gateway.signin.token;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.security.SigningKeys;
import vn.thidua.platform.values.Sealed;

/**
 * The keys for one kind of token, in the database: {@code {_id: "<use>-<n>", use, n, public, private: sealed, from}}. The
 * private part is sealed by a key of the ring, which the key-encryption key wraps. All gateways see the same row of keys:
 * the number is the next one, so that of two that make it at once one reads what the other wrote.
 *
 * <p>A new key stands there for a while before it signs, and an old one for as long after: then no verifier meets a token
 * whose key it could not know. After that its key in the ring is destroyed.
 */
public final class SigningKeyStore {

    private static final String ID = "_id";
    private static final String USE = "use";
    private static final String NUMBER = "n";
    private static final String PUBLIC = "public";
    private static final String PRIVATE = "private";
    private static final String FROM = "from";

    private final MongoCollection<Document> keys;
    private final KeyRing ring;
    private final String use;
    private final Duration rotate;
    private final Duration ahead;
    private final Clock clock;

    /**
     * @param use what the keys are for, as {@code services}
     * @param rotate how long one signs
     * @param ahead how long one is known before it signs, and after
     */
    public SigningKeyStore(
            MongoDatabase database, KeyRing ring, String use, Duration rotate, Duration ahead, Clock clock) {
        if (ahead.multipliedBy(2).compareTo(rotate) > 0) {
            throw new IllegalArgumentException(
                    "thidua.sign-in.keys.rotate must be at least twice thidua.sign-in.keys.ahead");
        }
        this.keys = database.withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .getCollection("signing_keys");
        this.ring = ring;
        this.use = use;
        this.rotate = rotate;
        this.ahead = ahead;
        this.clock = clock;
    }

    private record Kept(String id, int number, Instant from, Document document) {}

    /** The keys as they stand now: the first one signs and has its private part, the others are known alone. */
    public JWKSet current() {
        Instant now = clock.instant();
        List<Kept> all = read();
        if (all.isEmpty()) {
            make(1, now);
            all = read();
        }
        Kept signing = signing(all, now);
        Kept newest = all.getLast();
        if (newest.number() == signing.number()
                && !now.isBefore(signing.from().plus(rotate).minus(ahead))) {
            // after a long stop the time is over already: even then it is published first
            Instant due = signing.from().plus(rotate);
            Instant known = now.plus(ahead);
            make(newest.number() + 1, due.isAfter(known) ? due : known);
            all = read();
        }
        List<JWK> set = new ArrayList<>();
        set.add(privateKey(signing));
        for (int i = 0; i < all.size(); i++) {
            Kept each = all.get(i);
            boolean over =
                    i + 1 < all.size() && !now.isBefore(all.get(i + 1).from().plus(ahead));
            if (over) {
                forget(each);
            } else if (each.number() != signing.number()) {
                set.add(publicKey(each));
            }
        }
        return new JWKSet(set);
    }

    private static Kept signing(List<Kept> all, Instant now) {
        return all.stream()
                .filter(each -> !each.from().isAfter(now))
                .max(Comparator.comparingInt(Kept::number))
                .orElse(all.getFirst());
    }

    private List<Kept> read() {
        List<Kept> found = new ArrayList<>();
        for (Document each : keys.find(Filters.eq(USE, use))) {
            found.add(new Kept(
                    each.getString(ID),
                    each.getInteger(NUMBER),
                    each.getDate(FROM).toInstant(),
                    each));
        }
        found.sort(Comparator.comparingInt(Kept::number));
        return found;
    }

    private void make(int number, Instant from) {
        JWK key = SigningKeys.fresh().getKeys().getFirst();
        String id = use + "-" + number;
        // a subject of its own: after a restore the numbers begin again, and no subject gets a second key
        Sealed secret = ring.seal("signing-key:" + id + ":" + UUID.randomUUID(), key.toJSONString());
        Document document = new Document(ID, id)
                .append(USE, use)
                .append(NUMBER, number)
                .append(PUBLIC, key.toPublicJWK().toJSONString())
                .append(
                        PRIVATE,
                        new Document("subject", secret.subject())
                                .append("key", secret.keyId())
                                .append("iv", secret.iv())
                                .append("ct", secret.ct()))
                .append(FROM, Date.from(from));
        try {
            keys.insertOne(document);
        } catch (MongoWriteException e) {
            // another gateway was faster: its key counts
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private void forget(Kept key) {
        keys.deleteOne(Filters.eq(key.id()));
        ring.destroy(key.document().get(PRIVATE, Document.class).getString("subject"));
    }

    private JWK privateKey(Kept key) {
        Document secret = key.document().get(PRIVATE, Document.class);
        @Nullable
        String json = ring.open(new Sealed(
                        secret.getString("subject"),
                        secret.getString("key"),
                        secret.getString("iv"),
                        secret.getString("ct")))
                .orElse(null);
        if (json == null) {
            throw new IllegalStateException("the key in the ring for " + key.id() + " was destroyed before its time");
        }
        return parse(json, key.id());
    }

    private static JWK publicKey(Kept key) {
        return parse(key.document().getString(PUBLIC), key.id());
    }

    private static JWK parse(String json, String id) {
        try {
            return JWK.parse(json);
        } catch (ParseException e) {
            // the cause would quote the key
            throw new IllegalStateException("no JWK is stored for " + id);
        }
    }
}
