package vn.thidua.gateway.signin.session;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.session.SessionRepository;

/**
 * Sessions in MongoDB, shared by all gateways. A save never inserts what was stored before: a request that is under way
 * while its session is ended does not bring it back. A changed id leaves no old one behind. Several gateways, and the
 * embedded server, which finds by {@code _id} alone, work on it.
 */
public final class MongoSessions implements SessionRepository<StoredSession> {

    /** How long one lasts in which nobody has signed in: it holds the steps of a sign-in elsewhere. */
    static final Duration NOBODY = Duration.ofMinutes(10);

    private final MongoCollection<Document> sessions;
    private final SessionDocuments documents;
    private final Duration idle;
    private final Duration longest;
    private final Clock clock;

    /**
     * @param idle how long one lasts without a request
     * @param longest how long one lasts at most
     */
    public MongoSessions(MongoDatabase database, Duration idle, Duration longest, Clock clock) {
        this.sessions = database.withReadPreference(ReadPreference.primary())
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .getCollection("sessions");
        this.documents = new SessionDocuments(clock);
        this.idle = idle;
        this.longest = longest;
        this.clock = clock;
        sessions.createIndex(Indexes.ascending(SessionDocuments.ACCOUNT));
        sessions.createIndex(Indexes.ascending(SessionDocuments.ENDS));
        sessions.createIndex(Indexes.ascending(SessionDocuments.SEEN));
    }

    /** One of a person's sessions, as the person may see it. */
    public record Seen(SignedIn signedIn, Instant lastSeen, Instant ends) {}

    @Override
    public StoredSession createSession() {
        Instant now = now();
        return new StoredSession(clock, SessionIds.fresh(), now, idle, now.plus(longest));
    }

    @Override
    public void save(StoredSession session) {
        @Nullable String storedAs = session.storedAs();
        String hash = SessionIds.hash(session.getId());
        if (session.signedIn() == null) {
            session.setMaxInactiveInterval(NOBODY);
        }
        if (storedAs == null) {
            sessions.insertOne(documents.whole(hash, session));
        } else if (!storedAs.equals(hash)) {
            // one of two that change it at once, or a sign-out meanwhile, has removed it: then it is over
            if (sessions.deleteOne(Filters.eq(storedAs)).getDeletedCount() == 1) {
                sessions.insertOne(documents.whole(hash, session));
            }
        } else {
            Document changes = documents.changes(session);
            if (changes.isEmpty()) {
                return;
            }
            sessions.updateOne(Filters.eq(hash), changes);
        }
        session.stored(hash);
    }

    @Override
    public @Nullable StoredSession findById(String id) {
        if (!SessionIds.isWellFormed(id)) {
            return null;
        }
        String hash = SessionIds.hash(id);
        @Nullable Document found = sessions.find(Filters.eq(hash)).first();
        if (found == null) {
            return null;
        }
        StoredSession session = documents.session(id, found);
        if (session.isExpired()) {
            sessions.deleteOne(Filters.eq(hash));
            return null;
        }
        return session;
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteOne(Filters.eq(SessionIds.hash(id)));
    }

    /** The sessions of an account that have not ended; the latest seen first. */
    public List<Seen> of(String account) {
        List<Seen> found = new ArrayList<>();
        for (Document each : sessions.find(Filters.eq(SessionDocuments.ACCOUNT, account))) {
            @Nullable SignedIn signedIn = SessionDocuments.signedIn(each);
            // the id is not known here, and nobody needs it
            StoredSession session = documents.session("", each);
            if (signedIn != null && !session.isExpired()) {
                found.add(new Seen(signedIn, session.getLastAccessedTime(), session.ends()));
            }
        }
        found.sort(Comparator.comparing(Seen::lastSeen).reversed());
        return found;
    }

    /** Ends one session of the account; whether there was one. */
    public boolean end(String account, String sid) {
        return sessions.deleteMany(Filters.and(
                                Filters.eq(SessionDocuments.ACCOUNT, account), Filters.eq(SessionDocuments.SID, sid)))
                        .getDeletedCount()
                > 0;
    }

    /**
     * Ends all sessions of the account.
     *
     * @param but id of one that goes on; null: none does
     * @return how many
     */
    public long endAll(String account, @Nullable String but) {
        Bson all = Filters.eq(SessionDocuments.ACCOUNT, account);
        return sessions.deleteMany(but == null ? all : Filters.and(all, Filters.ne(SessionDocuments.SID, but)))
                .getDeletedCount();
    }

    /** Removes what has ended; how many there were. The embedded server does not do so by itself. */
    public long sweep() {
        Instant now = now();
        return sessions.deleteMany(Filters.or(
                        Filters.lte(SessionDocuments.ENDS, Date.from(now)),
                        Filters.lte(SessionDocuments.SEEN, Date.from(now.minus(idle))),
                        Filters.and(
                                Filters.exists(SessionDocuments.ACCOUNT, false),
                                Filters.lte(SessionDocuments.SEEN, Date.from(now.minus(NOBODY))))))
                .getDeletedCount();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
