package vn.thidua.platform.web.command;

import java.net.URI;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import vn.thidua.platform.context.Accepted;

/**
 * Answers to commands: {@code Location}, {@code ETag} (the aggregate's version) and {@code X-Position}. All of it follows
 * from the commit, so a request that comes again under its once-key gets the same answer.
 */
public final class CommandAnswers {

    /** Where the answer says how far the log of a context had to be read to see the effect. */
    public static final String POSITION = "X-Position";

    private CommandAnswers() {}

    /**
     * The body of 201 and 202.
     *
     * @param id of what was made
     */
    public record Made(String id) {}

    /** 201; the new resource stands below the address that was called. */
    public static ResponseEntity<Made> created(CommandRequest request, Accepted accepted) {
        return created(request, accepted, id -> request.path() + "/" + id);
    }

    /**
     * 201.
     *
     * @param location address of the new resource by its id
     */
    public static ResponseEntity<Made> created(
            CommandRequest request, Accepted accepted, UnaryOperator<String> location) {
        return made(HttpStatus.CREATED, request, accepted, location);
    }

    /** 202: it was taken, and its effects follow. */
    public static ResponseEntity<Made> taken(
            CommandRequest request, Accepted accepted, UnaryOperator<String> location) {
        return made(HttpStatus.ACCEPTED, request, accepted, location);
    }

    /** 204: it was changed, or was so already. */
    public static ResponseEntity<Void> changed(CommandRequest request, Accepted accepted) {
        return headers(ResponseEntity.noContent(), request, accepted).build();
    }

    /** 200 with a body that the caller needs at once. */
    public static <T> ResponseEntity<T> changed(CommandRequest request, Accepted accepted, T body) {
        return headers(ResponseEntity.ok(), request, accepted).body(body);
    }

    private static ResponseEntity<Made> made(
            HttpStatus status, CommandRequest request, Accepted accepted, UnaryOperator<String> location) {
        @Nullable String id = accepted.aggregateId();
        if (id == null) {
            throw new IllegalStateException("nothing was made");
        }
        return headers(ResponseEntity.status(status), request, accepted)
                .location(URI.create(location.apply(id)))
                .body(new Made(id));
    }

    private static <B extends ResponseEntity.HeadersBuilder<?>> B headers(
            B answer, CommandRequest request, Accepted accepted) {
        if (accepted.version() >= 0) {
            answer.eTag("\"" + accepted.version() + "\"");
        }
        if (accepted.position() >= 0) {
            answer.header(POSITION, request.context() + ":" + accepted.position());
        }
        return answer;
    }
}
