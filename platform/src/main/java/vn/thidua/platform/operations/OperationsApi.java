package vn.thidua.platform.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.platform.consume.FeedStatus;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.eventstore.Verification;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.processing.ParkedEvent;
import vn.thidua.platform.processing.ProcessorStatus;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;

/**
 * What operators look at and do, for the whole context: a role for a unit and what is below it does not reach so far. Nothing
 * here shows what an event says.
 */
@RestController
@RequestMapping("/api/v1/{context}/operations")
public class OperationsApi {

    private static final String OPERATIONS = "operations";

    private final Contexts contexts;

    public OperationsApi(Contexts contexts) {
        this.contexts = contexts;
    }

    /**
     * How one processor is doing.
     *
     * @param position of the last event it has dealt with; -1 if none
     * @param lag events behind it
     * @param ageMillis time without progress while events wait
     * @param failure class of the failure that is being waited out
     * @param here whether this process does the work
     */
    public record Processor(
            String name,
            String state,
            long position,
            long lag,
            long ageMillis,
            long parked,
            @Nullable String failure,
            boolean here) {

        static Processor of(ProcessorStatus status) {
            return new Processor(
                    status.name(),
                    status.state().name(),
                    status.position(),
                    status.lag(),
                    status.age().toMillis(),
                    status.parked(),
                    status.failure(),
                    status.here());
        }
    }

    /**
     * How the context is doing.
     *
     * @param events in the log
     */
    public record Status(String context, long events, List<Processor> processors) {}

    /**
     * How far a feed has come in another context's log.
     *
     * @param source as {@code /<installation>/<context>}
     * @param at when the last event happened
     */
    public record Reached(String source, long position, Instant at) {}

    /**
     * How what reads other contexts' topics is doing, as this process knows it.
     *
     * @param name as {@code units-v1}, or the purpose of a listener
     * @param lag records behind in what this process reads, as far as is known
     * @param ageMillis time without progress while records wait
     * @param failure class of the failure that is being waited out
     * @param here whether this process reads some of it
     */
    public record Feed(
            String name,
            boolean caughtUp,
            long lag,
            long ageMillis,
            int parked,
            @Nullable String failure,
            boolean here,
            List<Reached> reached) {

        static Feed of(FeedStatus status) {
            return new Feed(
                    status.name(),
                    status.caughtUp(),
                    status.lag(),
                    status.age().toMillis(),
                    status.parked(),
                    status.failure(),
                    status.here(),
                    status.reached().stream()
                            .map(each -> new Reached(each.source(), each.position(), each.at()))
                            .toList());
        }
    }

    /** All feeds of the context; none without Kafka. */
    public record Feeds(String context, List<Feed> feeds) {}

    /** An event that waits for an operator. */
    public record Parked(
            String aggregate,
            long position,
            String event,
            @Nullable String cause,
            @Nullable String place,
            Instant at) {

        static Parked of(ParkedEvent event) {
            return new Parked(
                    event.aggregateId(), event.position(), event.eventId(), event.cause(), event.place(), event.at());
        }
    }

    /**
     * What came of another try.
     *
     * @param done how many events went well
     * @param left how many of the aggregate are parked still
     */
    public record Retried(int done, long left) {}

    /**
     * What the walk along the chain has found.
     *
     * @param clean whether every commit fits
     * @param commits how many fit
     * @param position the first that does not fit
     * @param reason what does not fit
     */
    public record Verified(
            boolean clean,
            @Nullable Long commits,
            @Nullable Long position,
            @Nullable String reason) {

        static Verified of(Verification verification) {
            return switch (verification) {
                case Verification.Clean fits -> new Verified(true, fits.commits(), null, null);
                case Verification.Broken broken ->
                    new Verified(false, null, broken.position(), broken.reason().name());
            };
        }
    }

    /** All processors. */
    @GetMapping("/processors")
    @Access(relation = Relation.ROLE, scopes = OPERATIONS)
    public Status processors(HttpServletRequest request) {
        ContextRuntime runtime = contexts.of(request);
        return new Status(
                runtime.spec().name(),
                runtime.log().nextPosition(),
                runtime.processors().statuses().stream().map(Processor::of).toList());
    }

    /** All that reads other contexts' topics. */
    @GetMapping("/feeds")
    @Access(relation = Relation.ROLE, scopes = OPERATIONS)
    public Feeds feeds(HttpServletRequest request) {
        ContextRuntime runtime = contexts.of(request);
        return new Feeds(
                runtime.spec().name(), runtime.feeds().stream().map(Feed::of).toList());
    }

    /** What one has parked. */
    @GetMapping("/processors/{processor}/parked")
    @Access(relation = Relation.ROLE, scopes = OPERATIONS)
    public List<Parked> parked(@PathVariable String processor, HttpServletRequest request) {
        return having(request, processor).processors().parking().list(processor).stream()
                .map(Parked::of)
                .toList();
    }

    /** Tries the parked events of one aggregate again. */
    @PostMapping("/processors/{processor}/parked/{aggregate}/retry")
    @Access(relation = Relation.ROLE, scopes = OPERATIONS)
    public Retried retry(@PathVariable String processor, @PathVariable String aggregate, HttpServletRequest request) {
        var parking = having(request, processor).processors().parking();
        int done;
        try {
            done = parking.retry(processor, aggregate);
        } catch (IllegalStateException e) {
            // another process works on it
            throw new ProblemException(ProblemType.CONFLICT);
        }
        long left = parking.list(processor).stream()
                .filter(each -> each.aggregateId().equals(aggregate))
                .count();
        return new Retried(done, left);
    }

    /** Takes a parked event away for good. */
    @DeleteMapping("/processors/{processor}/parked/{position}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(relation = Relation.ROLE, scopes = OPERATIONS)
    public void drop(@PathVariable String processor, @PathVariable long position, HttpServletRequest request) {
        var parking = having(request, processor).processors().parking();
        ParkedEvent parked = parking.list(processor).stream()
                .filter(each -> each.position() == position)
                .findFirst()
                .orElseThrow(UnknownResourceException::unknown);
        parking.drop(processor, parked);
    }

    /** Walks the whole chain; takes its time. */
    @PostMapping("/verify")
    @Access(relation = Relation.ROLE, scopes = OPERATIONS)
    public Verified verify(HttpServletRequest request) {
        return Verified.of(contexts.of(request).verify());
    }

    /** Begins to fill a view once more, beside the one that answers. */
    @PostMapping("/views/{view}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(relation = Relation.ROLE, scopes = OPERATIONS)
    public void rebuild(@PathVariable String view, HttpServletRequest request) {
        var views = contexts.of(request).views();
        if (!views.names().contains(view)) {
            throw UnknownResourceException.unknown();
        }
        views.rebuild(view);
    }

    private ContextRuntime having(HttpServletRequest request, String processor) {
        ContextRuntime runtime = contexts.of(request);
        if (!runtime.processors().has(processor)) {
            throw UnknownResourceException.unknown();
        }
        return runtime;
    }
}
