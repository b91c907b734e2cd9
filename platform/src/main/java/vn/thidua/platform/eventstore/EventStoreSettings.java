package vn.thidua.platform.eventstore;

import java.time.Duration;

/**
 * The bounds of one store.
 *
 * @param queueCapacity commits that may wait for the writer; one more waits for a place, and gives up with its patience
 * @param batchCommits commits in one insert; above 256 nothing was gained
 * @param batchBytes bytes in one insert, so that a batch of large commits does not stand in memory at once
 * @param patience how long a caller waits for its commit; slightly longer than the client's own time limit, so that the
 *     client's error comes first
 * @param maxCommitBytes a larger commit is refused; MongoDB itself stops at 16 MB, and a contract event must still fit
 *     into one Kafka record
 * @param poll how often a quiet tail looks by itself on the embedded server; twenty times slower where a change stream wakes it
 */
public record EventStoreSettings(
        int queueCapacity, int batchCommits, int batchBytes, Duration patience, int maxCommitBytes, Duration poll) {

    /** What a service uses. */
    public static final EventStoreSettings DEFAULT = new EventStoreSettings(
            4096, 256, 24 * 1024 * 1024, Duration.ofSeconds(5), 12 * 1024 * 1024, Duration.ofMillis(50));

    public EventStoreSettings {
        if (queueCapacity < 1 || batchCommits < 1 || batchBytes < 1 || maxCommitBytes < 1) {
            throw new IllegalArgumentException("every bound of an event store is at least 1");
        }
    }

    /** The same bounds with another patience. */
    public EventStoreSettings withPatience(Duration other) {
        return new EventStoreSettings(queueCapacity, batchCommits, batchBytes, other, maxCommitBytes, poll);
    }

    /** The same bounds with another queue. */
    public EventStoreSettings withQueueCapacity(int other) {
        return new EventStoreSettings(other, batchCommits, batchBytes, patience, maxCommitBytes, poll);
    }
}
