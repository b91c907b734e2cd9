package vn.thidua.platform.context;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.eventstore.OnceKey;

/**
 * Sends commands and waits until what they led to is durable.
 *
 * <p>Under a once-key that was used before, nothing is done and the earlier answer is given again ({@link
 * Accepted#repeated}). It is looked up first, and again before any refusal or conflict is answered. A refusal that was
 * decided on a cached aggregate is decided again on a fresh one.
 */
public interface Commands {

    /**
     * @param once the key under which this act counts as one, if the caller gave one
     * @param expectedVersion the version (last sequence) the caller has seen, if it insists on it
     * @throws vn.thidua.platform.values.RejectedException if the domain refuses; {@link UnknownAggregate} if what it is
     *     for is not there
     * @throws VersionMismatchException if the aggregate that the command names (else the first one it uses) is at
     *     another version than expected, or was not there before
     * @throws ConflictException if another command was faster
     * @throws vn.thidua.platform.eventstore.OnceKeyReusedException if the key was used for another request
     * @throws vn.thidua.platform.publish.PublicationTooLargeException if it could not be published
     * @throws vn.thidua.platform.eventstore.CommitTooLargeException if it could not be stored
     * @throws IllegalStateException if the thread has a unit of work
     * @throws vn.thidua.platform.eventstore.StoreUnavailableException if it is not stored, or nobody can tell
     */
    Accepted send(Object command, Act act, @Nullable OnceKey once, @Nullable Long expectedVersion);

    /**
     * What was answered under the once-key before; empty without a key, and where no keys are kept. For refusals that are
     * decided before a command is sent: what was done once is not refused when it is asked for again.
     *
     * @throws vn.thidua.platform.eventstore.OnceKeyReusedException if the key was used for another request
     * @throws vn.thidua.platform.eventstore.StoreUnavailableException if nobody can tell
     */
    default Optional<Accepted> earlier(@Nullable OnceKey once) {
        return Optional.empty();
    }

    default Accepted send(Object command, Act act) {
        return send(command, act, null, null);
    }
}
