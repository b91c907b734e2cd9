package vn.thidua.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id, which stands in the answer ({@code X-Request-Id}), in the log lines and in the metadata of
 * the events. What follows from one request of a person shares its {@code X-Correlation-Id}.
 */
public final class RequestIds extends OncePerRequestFilter {

    private static final String REQUEST = "X-Request-Id";
    private static final String CORRELATION = "X-Correlation-Id";
    private static final String ID = RequestIds.class.getName() + ".id";
    private static final String CORRELATED = RequestIds.class.getName() + ".correlation";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9-]{8,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = UUID.randomUUID().toString();
        @Nullable String correlation = request.getHeader(CORRELATION);
        request.setAttribute(ID, id);
        request.setAttribute(
                CORRELATED,
                correlation != null && WELL_FORMED.matcher(correlation).matches() ? correlation : id);
        response.setHeader(REQUEST, id);
        MDC.put("request", id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("request");
        }
    }

    /** The request's own id. */
    public static String of(HttpServletRequest request) {
        return attribute(request, ID);
    }

    /** The id of all that belongs together. */
    public static String correlation(HttpServletRequest request) {
        return attribute(request, CORRELATED);
    }

    private static String attribute(HttpServletRequest request, String name) {
        @Nullable Object value = request.getAttribute(name);
        return value == null ? "none" : value.toString();
    }
}
