package vn.thidua.gateway.edge.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thidua.gateway.edge.GatewayProperties;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.web.access.RequestScope;
import vn.thidua.platform.web.problem.ProblemType;
import vn.thidua.platform.web.problem.ProblemWriter;

/** Answers 429 to whoever asks for too much: before it is known who that is by address, after it by account. */
public final class RequestLimits extends OncePerRequestFilter {

    private final Function<HttpServletRequest, OptionalLong> taking;
    private final ProblemWriter problems;

    private RequestLimits(Function<HttpServletRequest, OptionalLong> taking, ProblemWriter problems) {
        this.taking = taking;
        this.problems = problems;
    }

    /** To stand before the security filters: what they do costs most. */
    public static RequestLimits byAddress(GatewayProperties.Limits limits, ProblemWriter problems) {
        var addresses = new Buckets(limits.address(), limits.address() * limits.burst(), limits.remembered());
        return new RequestLimits(request -> addresses.take(network(request.getRemoteAddr())), problems);
    }

    /** To stand behind the security filters. */
    public static RequestLimits byCaller(GatewayProperties.Limits limits, ProblemWriter problems) {
        var users = new Buckets(limits.user(), limits.user() * limits.burst(), limits.remembered());
        var clients = new Buckets(limits.client(), limits.client() * limits.burst(), limits.remembered());
        return new RequestLimits(
                _ -> {
                    @Nullable Caller caller = RequestScope.caller();
                    if (caller == null) {
                        return OptionalLong.empty();
                    }
                    boolean client = caller.person() == null && !caller.scopes().isEmpty();
                    return (client ? clients : users).take(caller.subject());
                },
                problems);
    }

    /** Of IPv6 the first half: whoever has one address there has the whole network. The server writes all groups out. */
    static String network(String address) {
        String[] groups = address.split(":", -1);
        return groups.length > 4 ? String.join(":", groups[0], groups[1], groups[2], groups[3]) : address;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        OptionalLong wait = taking.apply(request);
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.getAsLong()));
            problems.write(request, response, ProblemType.TOO_MANY_REQUESTS);
            return;
        }
        chain.doFilter(request, response);
    }
}
