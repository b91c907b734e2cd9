package vn.thidua.platform.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.web.ContextPaths;
import vn.thidua.platform.web.RequestIds;
import vn.thidua.platform.web.access.RequestScope;
import vn.thidua.platform.web.problem.RefusalListener;

/** Notes refused requests in the context whose address was called. */
public final class RefusedRequests implements RefusalListener {

    private final Map<String, Refusals> byContext;
    private final Clock clock;

    public RefusedRequests(Map<String, Refusals> byContext, Clock clock) {
        this.byContext = Map.copyOf(byContext);
        this.clock = clock;
    }

    /** What is kept of one context; empty if this service does not hold it. */
    Optional<Refusals> of(String context) {
        return Optional.ofNullable(byContext.get(context));
    }

    @Override
    public void refused(HttpServletRequest request, int status, String code) {
        @Nullable Caller caller = RequestScope.caller();
        @Nullable
        Refusals refusals = ContextPaths.contextOf(request).map(byContext::get).orElse(null);
        if (caller == null || refusals == null) {
            return;
        }
        @Nullable Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        // whether it is kept is the bounds' affair
        boolean _ = refusals.add(new Refusal(
                Ids.fresh(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                caller.person() == null ? caller.subject() : caller.person(),
                caller.posts().stream().map(Caller.Binding::unit).distinct().toList(),
                request.getMethod() + " " + (pattern == null ? "unknown" : pattern),
                status,
                code,
                RequestIds.of(request)));
    }
}
