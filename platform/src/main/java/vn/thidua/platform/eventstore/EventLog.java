package vn.thidua.platform.eventstore;

import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The log of one context. Whatever it has acknowledged survives; whatever a reader has seen survives; its positions have
 * no gaps; and its hash chain shows where somebody has changed it.
 *
 * <p>Any number of processes may append to one log. One is faster: two take each other's numbers and have to count
 * again.
 */
public final class EventLog implements AutoCloseable {

    /** Name of the collection. */
    public static final String COLLECTION = Commits.COLLECTION;

    private static final int COPIED_AT_ONCE = 500;

    private final MongoCollection<RawBsonDocument> commits;
    private final StoreIdentity identity;
    private final EventStoreSettings settings;
    private final ServerKind server;
    private final LogQueries queries;
    private final LogReader reader;
    private final LogWriter writer;
    private final List<Consumer<List<RawBsonDocument>>> appendListeners = new CopyOnWriteArrayList<>();

    private EventLog(MongoDatabase database, StoreIdentity identity, EventStoreSettings settings) {
        this.identity = identity;
        this.settings = settings;
        this.server = ServerKind.of(database);
        this.commits = database.getCollection(Commits.COLLECTION, RawBsonDocument.class)
                .withWriteConcern(Promises.durable)
                .withReadConcern(Promises.certain)
                .withReadPreference(ReadPreference.primary());
        commits.createIndex(
                Indexes.ascending(Commits.KEYS),
                new IndexOptions().name("aggregate").unique(true));
        commits.createIndex(
                Indexes.ascending(Commits.ONCE),
                new IndexOptions().name("once").unique(true).sparse(true));
        this.queries = LogQueries.of(server, commits);
        this.reader = new LogReader(queries);
        this.writer = new LogWriter(commits, queries, identity, settings, this::appended);
    }

    /**
     * Opens the log and creates what is missing.
     *
     * @param database of the context; its client bounds every call ({@code timeoutMS}), so that a hung server does not
     *     hold the writer longer than a caller's patience
     * @throws StandaloneServerException if the server belongs to no replica set
     */
    public static EventLog open(MongoDatabase database, StoreIdentity identity, EventStoreSettings settings) {
        var log = new EventLog(database, identity, settings);
        log.writer.start();
        return log;
    }

    /**
     * Appends, and returns when the commit is durable.
     *
     * @throws OnceKeyTakenException if the act has been done before
     * @throws OnceKeyReusedException if the once-key belongs to another request
     * @throws StoreUnavailableException if there was no answer in time
     * @throws CommitTooLargeException if it is above the bound
     */
    AppendReceipt append(List<BsonDocument> events, @Nullable OnceKey once) {
        CommitDraft draft = CommitDraft.of(events, Promises.once ? once : null);
        if (draft.size() > settings.maxCommitBytes()) {
            throw new CommitTooLargeException(draft.size(), settings.maxCommitBytes());
        }
        return writer.append(draft);
    }

    /**
     * The earlier commit under this key, if the act has been done before. Asked before an act is decided, and again
     * before any refusal of it is answered: a twin may have been faster.
     *
     * @throws OnceKeyReusedException if the once-key belongs to another request
     */
    public Optional<AppendReceipt> earlier(OnceKey once) {
        if (!Promises.once) {
            return Optional.empty();
        }
        return queries.byOnceKey(once).map(commit -> {
            RuntimeException answer = answerOf(commit, once);
            if (answer instanceof OnceKeyTakenException taken) {
                return taken.earlier();
            }
            throw answer;
        });
    }

    static RuntimeException answerOf(RawBsonDocument commit, OnceKey once) {
        BsonValue stored = commit.get(Commits.REQUEST);
        byte[] before = stored == null ? new byte[0] : stored.asBinary().getData();
        byte[] now = once.request() == null ? new byte[0] : once.request().getData();
        return MessageDigest.isEqual(before, now)
                ? new OnceKeyTakenException(AppendReceipt.of(commit))
                : new OnceKeyReusedException(Commits.positionOf(commit));
    }

    /** Position that the next event will have: the number of events whose commits survive. */
    public long nextPosition() {
        return LogHead.of(queries.last(), identity).next();
    }

    /** Walks the whole chain. */
    public Verification verify() {
        return verify(null);
    }

    /**
     * Walks the whole chain, and compares it with a head that was published earlier: a cut-off tail leaves a chain that
     * fits.
     */
    public Verification verify(@Nullable PublishedHead published) {
        return new ChainVerifier(reader, queries, identity).verify(published);
    }

    /** The head as it is now, to be kept where the owner of the database cannot change it. */
    public PublishedHead publishedHead() {
        LogHead head = LogHead.of(queries.last(), identity);
        return new PublishedHead(head.next(), HexFormat.of().formatHex(head.hash()));
    }

    /**
     * The head as it was when the log ended at this position.
     *
     * @return empty if no commit ends there
     */
    public Optional<PublishedHead> headAt(long next) {
        BsonDocument before = next == 0 ? null : queries.before(next);
        if (next > 0 && (before == null || Commits.after(before) != next)) {
            return Optional.empty();
        }
        LogHead head = LogHead.of(before, identity);
        return Optional.of(new PublishedHead(head.next(), HexFormat.of().formatHex(head.hash())));
    }

    /**
     * Hands on the commits as they are stored, byte for byte and in order, from one position up to another, or up to the
     * first hole.
     *
     * @param from where a commit begins
     * @param until where one ends
     */
    public void copy(long from, long until, Consumer<RawBsonDocument> to) {
        long next = from;
        while (next < until) {
            List<RawBsonDocument> found = reader.from(next, COPIED_AT_ONCE);
            if (found.isEmpty()) {
                return;
            }
            for (RawBsonDocument commit : found) {
                if (next >= until) {
                    return;
                }
                to.accept(commit);
                next = Commits.after(commit);
            }
        }
    }

    /** What answers. */
    public ServerKind server() {
        return server;
    }

    EventStoreSettings settings() {
        return settings;
    }

    StoreIdentity identity() {
        return identity;
    }

    LogReader reader() {
        return reader;
    }

    LogQueries queries() {
        return queries;
    }

    /**
     * Is told after every append of this process, when it is durable: with the commits as they are stored, in order and
     * without a gap between them; with none where only their positions are known.
     *
     * @return ends it
     */
    Runnable onAppend(Consumer<List<RawBsonDocument>> listener) {
        appendListeners.add(listener);
        return () -> appendListeners.remove(listener);
    }

    /** Up to there {@link #onAppend} will tell; -1 if who follows the log had better look for himself. */
    long sentUpTo() {
        return writer.sentUpTo();
    }

    private void appended(List<RawBsonDocument> stored) {
        appendListeners.forEach(listener -> listener.accept(stored));
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        writer.close();
    }
}
