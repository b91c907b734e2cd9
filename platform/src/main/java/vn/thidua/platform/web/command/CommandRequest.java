package vn.thidua.platform.web.command;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.eventstore.OnceKey;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.web.problem.FieldProblem;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;

/**
 * What the headers say about a command; a controller method takes it as an argument and sends through it.
 *
 * @param context whose address was called
 * @param path of the request, for the Location of what is made below it
 * @param once from {@code Idempotency-Key}, with the method, the address and the body behind it
 * @param expectedVersion from {@code If-Match}
 */
public record CommandRequest(
        String context,
        String path,
        Scope scope,
        String request,
        String correlation,
        @Nullable OnceKey once,
        @Nullable Long expectedVersion) {

    /**
     * What leads to a command.
     *
     * @param <E> what it may throw besides
     */
    @FunctionalInterface
    public interface Doing<E extends Exception> {

        Accepted done() throws E;
    }

    /** Who acts, by the roles that {@link #scope} has found to give the right. */
    public Act act() {
        Caller caller = scope.caller();
        @Nullable String person = caller.person();
        return new Act(
                person == null ? caller.subject() : person,
                List.copyOf(scope.grantedBy()),
                scope.unit(),
                request,
                correlation,
                null,
                caller.actingFor());
    }

    /**
     * The version the caller has seen, where changing without having seen it would overwrite what another wrote.
     *
     * @throws ProblemException if {@code If-Match} does not name one: 428
     */
    public long requireExpectedVersion() {
        if (expectedVersion == null) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED,
                    new FieldProblem(
                            "If-Match",
                            "Bắt buộc phải có ETag nhận được khi đọc, ví dụ \"7\".",
                            "The ETag that came with the resource is required, as \"7\"."));
        }
        return expectedVersion;
    }

    /**
     * Does what is refused by other things than the aggregate itself, a header among them, only if it was not done before
     * under the once-key: what made it possible may be gone since.
     *
     * @param act decides and sends
     */
    public <E extends Exception> Accepted unlessDone(Commands commands, Doing<E> act) throws E {
        Optional<Accepted> before = commands.earlier(once);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return act.done();
        } catch (RejectedException | ProblemException e) {
            // a twin may have done it meanwhile, and that is why this one cannot
            return commands.earlier(once).orElseThrow(() -> e);
        }
    }

    /** Sends the command as {@link #act}, under the once-key and for the version, and waits until it is durable. */
    public Accepted send(Commands commands, Object command) {
        return commands.send(command, act(), once, expectedVersion);
    }
}
