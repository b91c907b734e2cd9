package vn.thidua.platform.eventstore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bson.RawBsonDocument;

/** Commits of this process on their way to its tail. Bounded: what does not fit is read from the log. */
final class Handed {

    private static final int COMMITS = 4096;
    private static final long BYTES = 32L * 1024 * 1024;

    private final Deque<RawBsonDocument> commits = new ArrayDeque<>();
    private long bytes;
    private boolean dropped;

    /** @param gap whether there is something that was not handed over, and must be read */
    record Taken(List<RawBsonDocument> commits, boolean gap) {}

    void add(List<RawBsonDocument> more) {
        for (RawBsonDocument commit : more) {
            commits.add(commit);
            bytes += commit.getByteBuffer().remaining();
        }
        if (commits.size() > COMMITS || bytes > BYTES) {
            clear();
            dropped = true;
        }
    }

    /** All that follows a position without a gap; the rest is forgotten, and read later. */
    Taken take(long position) {
        List<RawBsonDocument> following = new ArrayList<>(commits.size());
        boolean gap = dropped;
        long next = position;
        for (RawBsonDocument commit : commits) {
            // what another process wrote may have been read from the log together with this one
            if (Commits.after(commit) > next) {
                if (Commits.positionOf(commit) != next) {
                    gap = true;
                    break;
                }
                following.add(commit);
                next = Commits.after(commit);
            }
        }
        clear();
        dropped = false;
        return new Taken(following, gap);
    }

    private void clear() {
        commits.clear();
        bytes = 0;
    }
}
