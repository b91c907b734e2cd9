package vn.thidua.platform.eventstore;

import java.util.Optional;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Where a commit stands in the log; enough to answer the request behind it, at once or years later.
 *
 * @param position of its first event
 * @param events how many events it has
 * @param aggregateId of its first event; null if that event belongs to no aggregate
 * @param sequence of the last event of that aggregate in the commit: the version it has now
 */
public record AppendReceipt(
        long position, int events, @Nullable String aggregateId, long sequence) {

    private static final String RESOURCE = AppendReceipt.class.getName();

    /** Position of the last event: whoever waits for it has seen the whole commit. */
    public long lastPosition() {
        return position + events - 1;
    }

    /** What the unit of work has appended; empty before its commit, or if there was nothing to append. */
    public static Optional<AppendReceipt> of(UnitOfWork<?> unitOfWork) {
        return Optional.ofNullable((AppendReceipt) unitOfWork.root().resources().get(RESOURCE));
    }

    void leaveIn(UnitOfWork<?> unitOfWork) {
        // the first append decides: the answer speaks of the aggregate the command was for
        unitOfWork.root().resources().putIfAbsent(RESOURCE, this);
    }

    static AppendReceipt of(BsonDocument commit) {
        var events = commit.getArray(Commits.EVENTS);
        BsonDocument first = events.getFirst().asDocument();
        String aggregateId = Commits.aggregateOf(first);
        long sequence = -1;
        for (var event : events) {
            if (aggregateId != null && aggregateId.equals(Commits.aggregateOf(event.asDocument()))) {
                sequence = event.asDocument().getInt64(Commits.SEQUENCE).getValue();
            }
        }
        return new AppendReceipt(Commits.positionOf(commit), events.size(), aggregateId, sequence);
    }
}
