package vn.thidua.platform.eventstore;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.platform.eventstore.StoreUnavailableException.Outcome;

/**
 * The one thread that writes. It takes all commits that wait, numbers and chains them and sends them in one ordered
 * insert; so a thousand callers cost few flushes of the journal, and the order of the log is the order of its documents.
 *
 * <p>Only one insert is ever under way: if its first document is not stored, none after it is, and no hole can arise.
 * After an error it is the log itself that says what became of each commit; nothing is concluded from the error.
 */
final class LogWriter implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(LogWriter.class);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONG_PAUSE = Duration.ofMillis(500);

    private final MongoCollection<RawBsonDocument> commits;
    private final LogQueries queries;
    private final StoreIdentity identity;
    private final EventStoreSettings settings;
    private final Consumer<List<RawBsonDocument>> onAppend;
    private final BlockingQueue<PendingCommit> queue;
    private final Thread thread;
    private volatile boolean closed;

    /** The last position of the newest insert, from before it is sent; -1 while nobody knows what became of it. */
    private volatile long sentUpTo = -1;

    /** What the next commit follows; null when another process, or an unknown outcome, may have moved it. */
    private @Nullable LogHead head;

    LogWriter(
            MongoCollection<RawBsonDocument> commits,
            LogQueries queries,
            StoreIdentity identity,
            EventStoreSettings settings,
            Consumer<List<RawBsonDocument>> onAppend) {
        this.commits = commits;
        this.queries = queries;
        this.identity = identity;
        this.settings = settings;
        this.onAppend = onAppend;
        this.queue = new ArrayBlockingQueue<>(settings.queueCapacity());
        this.thread = Thread.ofPlatform()
                .name("event-log-" + identity.context())
                .daemon()
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    AppendReceipt append(CommitDraft draft) {
        long started = System.nanoTime();
        var pending = new PendingCommit(draft);
        try {
            if (closed || !queue.offer(pending, settings.patience().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StoreUnavailableException(
                        Outcome.NOT_STORED,
                        closed ? "the event store is closed" : "the event store is busy: its queue is full",
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(Outcome.NOT_STORED, "interrupted", e);
        }
        if (closed && !thread.isAlive() && queue.remove(pending)) {
            throw new StoreUnavailableException(Outcome.NOT_STORED, "the event store is closed", null);
        }
        return pending.await(settings.patience().minusNanos(System.nanoTime() - started));
    }

    /** Up to there whoever follows the log will be told by this writer; -1 if he had better look for himself. */
    long sentUpTo() {
        return sentUpTo;
    }

    private void run() {
        Deque<PendingCommit> waiting = new ArrayDeque<>();
        try {
            while (!(closed && waiting.isEmpty() && queue.isEmpty())) {
                turn(waiting);
                waiting.removeIf(pending -> !pending.somebodyWaits());
            }
        } catch (InterruptedException e) {
            // only close() interrupts: what waits is told so
            logger.info("The event log was closed while commits waited");
        } finally {
            // also after an error: nobody shall wait for a thread that is gone
            closed = true;
            queue.drainTo(waiting);
            for (PendingCommit pending : waiting) {
                pending.refused(new StoreUnavailableException(pending.unsent(), "the event store is closed", null));
            }
        }
    }

    private void turn(Deque<PendingCommit> waiting) throws InterruptedException {
        try {
            collect(waiting);
            List<PendingCommit> batch = batchOf(waiting);
            if (!batch.isEmpty()) {
                write(batch, waiting);
            }
        } catch (RuntimeException e) {
            logger.warn("The event log cannot be written: {}", e.toString());
            head = null;
            pause(LONG_PAUSE);
        }
    }

    /** Takes everything that waits; sleeps while nothing does. */
    private void collect(Deque<PendingCommit> waiting) throws InterruptedException {
        if (waiting.isEmpty()) {
            PendingCommit first = queue.poll(100, TimeUnit.MILLISECONDS);
            if (first != null) {
                waiting.add(first);
            }
        }
        if (waiting.size() < settings.batchCommits()) {
            queue.drainTo(waiting, settings.batchCommits() - waiting.size());
        }
    }

    /**
     * The next batch, in order of arrival. A commit that claims what an earlier one of the same batch claims stays for
     * the next: then the earlier one is stored, or not, and the log decides. One insert could not tell them apart.
     */
    private List<PendingCommit> batchOf(Deque<PendingCommit> waiting) {
        List<PendingCommit> batch = new ArrayList<>();
        List<PendingCommit> later = new ArrayList<>();
        Set<Object> claimed = new HashSet<>();
        long bytes = 0;
        while (!waiting.isEmpty()) {
            PendingCommit pending = waiting.poll();
            CommitDraft draft = pending.draft();
            List<Object> claims = new ArrayList<>(draft.keys());
            claims.addAll(draft.eventIds());
            draft.once().ifPresent(once -> claims.add(once.key()));
            boolean fits = batch.isEmpty() || bytes + draft.size() <= settings.batchBytes();
            boolean free = claims.stream().noneMatch(claimed::contains);
            // also what a later one claims: commits of one caller never overtake each other
            claimed.addAll(claims);
            if (fits && free) {
                batch.add(pending);
                bytes += draft.size();
            } else {
                later.add(pending);
            }
        }
        waiting.addAll(later);
        return batch;
    }

    /** One insert. What it leaves undecided goes back to the front of those that wait. */
    private void write(List<PendingCommit> batch, Deque<PendingCommit> waiting) {
        LogHead start;
        try {
            start = currentHead();
        } catch (RuntimeException e) {
            putBack(batch, waiting);
            throw e;
        }
        List<PendingCommit> sent = batch.stream().filter(PendingCommit::send).toList();
        if (sent.isEmpty()) {
            return;
        }
        List<EncodedCommit> numbered = number(sent, start);
        sentUpTo = numbered.getLast().after() - 1;
        try {
            commits.insertMany(numbered.stream().map(EncodedCommit::document).toList());
            complete(sent, numbered, sent.size());
        } catch (MongoBulkWriteException e) {
            BulkWriteError error =
                    e.getWriteErrors().isEmpty() ? null : e.getWriteErrors().getFirst();
            if (error != null
                    && e.getWriteConcernError() == null
                    && ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                afterDuplicate(sent, numbered, error.getIndex(), waiting);
            } else {
                // a write concern error comes with an empty list of write errors, and the documents are stored
                afterUnknown(sent, numbered, waiting, e);
            }
        } catch (RuntimeException e) {
            afterUnknown(sent, numbered, waiting, e);
        }
    }

    private LogHead currentHead() {
        LogHead known = head;
        if (known == null) {
            known = LogHead.of(queries.last(), identity);
            head = known;
        }
        return known;
    }

    private static List<EncodedCommit> number(List<PendingCommit> sent, LogHead start) {
        List<EncodedCommit> numbered = new ArrayList<>(sent.size());
        LogHead end = start;
        for (PendingCommit pending : sent) {
            EncodedCommit commit = pending.draft().at(end.next(), end.hash());
            numbered.add(commit);
            end = new LogHead(commit.after(), commit.hash());
        }
        return numbered;
    }

    private void complete(List<PendingCommit> sent, List<EncodedCommit> numbered, int stored) {
        if (stored == 0) {
            return;
        }
        EncodedCommit last = numbered.get(stored - 1);
        head = new LogHead(last.after(), last.hash());
        for (int i = 0; i < stored; i++) {
            PendingCommit pending = sent.get(i);
            pending.stored(pending.draft().receiptAt(numbered.get(i).position()));
        }
        onAppend.accept(numbered.subList(0, stored).stream()
                .map(EncodedCommit::document)
                .toList());
    }

    /** All before the duplicate is stored, nothing after it is. */
    private void afterDuplicate(
            List<PendingCommit> sent, List<EncodedCommit> numbered, int index, Deque<PendingCommit> waiting) {
        sentUpTo = -1;
        complete(sent, numbered, index);
        // what another process wrote there was perhaps told while we were to tell
        onAppend.accept(List.of());
        PendingCommit loser = sent.get(index);
        List<PendingCommit> undecided = new ArrayList<>(sent.subList(index + 1, sent.size()));
        try {
            if (!decide(loser)) {
                // its number was taken, by another process or by an insert of ours that came late
                head = null;
                undecided.addFirst(loser);
                pause(PAUSE);
            }
        } catch (RuntimeException e) {
            undecided.addFirst(loser);
            putBack(undecided, waiting);
            throw e;
        }
        putBack(undecided, waiting);
    }

    /** Asks the log why this commit is not there; the error names an index, but not whose document it was. */
    private boolean decide(PendingCommit loser) {
        CommitDraft draft = loser.draft();
        DuplicateEventException conflict = null;
        for (String key : draft.keys()) {
            RawBsonDocument holder = queries.byKey(key).orElse(null);
            if (holder != null && isOwn(holder, draft)) {
                loser.stored(AppendReceipt.of(holder));
                onAppend.accept(List.of());
                return true;
            }
            if (holder != null && conflict == null) {
                conflict = new DuplicateEventException(
                        draft.firstEventOf(key), key + " is held by the commit at " + Commits.positionOf(holder));
            }
        }
        // the act itself, done by a twin, goes before the conflict it must have caused
        RuntimeException earlier = draft.once().flatMap(this::earlier).orElse(null);
        RuntimeException reason = earlier == null ? conflict : earlier;
        if (reason == null) {
            return false;
        }
        loser.refused(reason);
        return true;
    }

    private Optional<RuntimeException> earlier(OnceKey once) {
        return queries.byOnceKey(once).map(commit -> EventLog.answerOf(commit, once));
    }

    /**
     * The insert may have been applied, in part, or may still be. Reads back until the log answers, as long as anybody
     * waits for it.
     */
    private void afterUnknown(
            List<PendingCommit> sent,
            List<EncodedCommit> numbered,
            Deque<PendingCommit> waiting,
            RuntimeException cause) {
        sentUpTo = -1;
        logger.warn("Unknown outcome of {} commits, reading back: {}", sent.size(), cause.toString());
        head = null;
        while (sent.stream().anyMatch(PendingCommit::somebodyWaits)) {
            try {
                int stored = 0;
                while (stored < sent.size() && isStored(sent.get(stored), numbered.get(stored))) {
                    stored++;
                }
                complete(sent, numbered, stored);
                // whatever followed them is not known
                head = null;
                sent.subList(stored, sent.size()).forEach(PendingCommit::doubt);
                putBack(sent.subList(stored, sent.size()), waiting);
                // a server that refuses every insert is not asked without a break
                pause(PAUSE);
                return;
            } catch (MongoException e) {
                pause(closed ? PAUSE : LONG_PAUSE);
                if (closed) {
                    break;
                }
            }
        }
        onAppend.accept(List.of());
        for (PendingCommit pending : sent) {
            pending.refused(new StoreUnavailableException(Outcome.UNKNOWN, "the outcome is not known", cause));
        }
    }

    private boolean isStored(PendingCommit pending, EncodedCommit commit) {
        return queries.byPosition(commit.position())
                .filter(found -> isOwn(found, pending.draft()))
                .isPresent();
    }

    private static boolean isOwn(RawBsonDocument found, CommitDraft draft) {
        return Commits.firstEventId(found).equals(draft.firstEventId());
    }

    private static void putBack(List<PendingCommit> undecided, Deque<PendingCommit> waiting) {
        for (PendingCommit pending : undecided.reversed()) {
            pending.backToWaiting();
            if (pending.somebodyWaits()) {
                waiting.addFirst(pending);
            }
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        closed = true;
        try {
            if (!thread.join(settings.patience())) {
                thread.interrupt();
                thread.join(settings.patience());
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
