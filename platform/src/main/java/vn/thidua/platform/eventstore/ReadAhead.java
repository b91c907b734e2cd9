package vn.thidua.platform.eventstore;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongFunction;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** The commits of a log in order, batch by batch; while one is dealt with, the next is on its way. One thread uses it. */
final class ReadAhead implements Iterator<List<RawBsonDocument>> {

    private final LongFunction<List<RawBsonDocument>> read;
    private final int atOnce;
    private long next;
    private @Nullable List<RawBsonDocument> batch;
    private @Nullable CompletableFuture<List<RawBsonDocument>> coming;

    /**
     * @param read the commits from a position on; none at the end of the log and before a hole
     * @param atOnce behind a batch of so many there will be more
     */
    ReadAhead(LongFunction<List<RawBsonDocument>> read, int atOnce, long from) {
        this.read = read;
        this.atOnce = atOnce;
        this.next = from;
    }

    @Override
    public boolean hasNext() {
        List<RawBsonDocument> found = batch;
        // at the end it is asked again: the log may have grown, and some readers keep their stream
        if (found == null || found.isEmpty()) {
            found = fetch();
            batch = found;
        }
        return !found.isEmpty();
    }

    @Override
    public List<RawBsonDocument> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<RawBsonDocument> given = batch == null ? List.of() : batch;
        batch = null;
        return given;
    }

    private List<RawBsonDocument> fetch() {
        CompletableFuture<List<RawBsonDocument>> asked = coming;
        coming = null;
        List<RawBsonDocument> found = asked == null ? read.apply(next) : join(asked);
        if (!found.isEmpty()) {
            long behind = Commits.after(found.getLast());
            next = behind;
            if (found.size() >= atOnce) {
                // a virtual thread: it only waits
                coming = CompletableFuture.supplyAsync(() -> read.apply(behind), Thread::startVirtualThread);
            }
        }
        return found;
    }

    private static List<RawBsonDocument> join(CompletableFuture<List<RawBsonDocument>> asked) {
        try {
            return asked.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
