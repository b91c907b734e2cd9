package vn.thidua.gateway.edge.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the system is doing. Nothing here says what an event says, or where a database is.
 *
 * @param state the worst of all services
 */
public record SystemStatus(
        Instant at, State state, @Nullable Database database, List<Service> services) {

    /** From well to ill. */
    public enum State {
        /** All is well. */
        UP,
        /** It works; some address does not answer, something is far behind, or events wait for an operator. */
        IMPAIRED,
        /** It does not answer. */
        DOWN
    }

    /**
     * The database in use.
     *
     * @param kind {@code mongodb}, or {@code embedded}: a first look, not records that must last
     */
    public record Database(String kind, String version) {}

    /**
     * A service.
     *
     * @param label what a clerk calls it
     * @param breaker {@code CLOSED} while calls go through
     */
    public record Service(
            String name, String label, State state, String breaker, List<Address> addresses, List<Context> contexts) {}

    /** One place where a service is. */
    public record Address(String address, boolean healthy) {}

    /**
     * A context.
     *
     * @param answered whether it could be asked; without that the numbers are 0
     * @param events in its log
     * @param lag events that the one furthest behind has still to see; records, where it follows another context
     * @param parked events that wait for an operator
     */
    public record Context(
            String name, boolean answered, long events, long lag, long parked, List<Follower> followers) {}

    /**
     * What follows a log or a topic.
     *
     * @param kind {@code processor} of the context's own events, or {@code feed} of another one's
     * @param ageMillis time without progress while something waits
     * @param failure class of the failure that is being waited out
     */
    public record Follower(
            String name,
            String kind,
            String state,
            long lag,
            long ageMillis,
            long parked,
            @Nullable String failure) {}
}
