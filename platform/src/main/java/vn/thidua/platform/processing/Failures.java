package vn.thidua.platform.processing;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.bson.BsonMaximumSizeExceededException;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.context.ConflictException;
import vn.thidua.platform.eventstore.StoreUnavailableException;

/** Tells whose fault a failure is. */
public final class Failures {

    /**
     * What MongoDB answers when it is the written document that is wrong: duplicate key, bad value, unparseable, field
     * names, too large, failed validation, parallel arrays. Everything else is waited out: a processor that stands still
     * is seen, an event that was parked without a fault of its own is not.
     */
    private static final Set<Integer> FAULTS_OF_THE_DOCUMENT =
            Set.of(2, 9, 14, 52, 55, 56, 57, 66, 121, 171, 10334, 11000, 11001, 17280, 17419, 17420);

    private Failures() {}

    /** Whether a backend caused it: it is waited out and never counts towards parking. */
    public static boolean isBackend(Throwable failure) {
        Set<Throwable> walked = Collections.newSetFromMap(new IdentityHashMap<>());
        for (@Nullable Throwable cause = failure; cause != null && walked.add(cause); cause = cause.getCause()) {
            if (isBackendItself(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBackendItself(Throwable cause) {
        return switch (cause) {
            case MongoBulkWriteException bulk ->
                bulk.getWriteErrors().stream().noneMatch(error -> FAULTS_OF_THE_DOCUMENT.contains(error.getCode()));
            case BsonMaximumSizeExceededException tooLarge -> false;
            case MongoServerException server -> !FAULTS_OF_THE_DOCUMENT.contains(server.getCode());
            case MongoException mongo -> true;
            case StoreUnavailableException store -> true;
            // nobody's fault: another command was faster, and this one will be done some time
            case ConflictException conflict -> true;
            // also a time-out of Kafka
            case RetriableException kafka -> true;
            case IOException io -> true;
            case UncheckedIOException io -> true;
            case TimeoutException timeout -> true;
            // the process, not the event
            case OutOfMemoryError memory -> true;
            default -> false;
        };
    }
}
