package vn.thidua.gateway.edge.routes;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.CloseNowException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cuts the connection of an answer that has begun and has no end, so that the caller does not take it for whole. The
 * server does it for what is thrown; from within Spring MVC nothing thrown gets there, and the answer would end in order.
 */
final class BrokenAnswers extends OncePerRequestFilter {

    private static final String BROKEN = BrokenAnswers.class.getName();

    static void remember(HttpServletRequest request, IOException failure) {
        request.setAttribute(BROKEN, failure);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getAttribute(BROKEN) instanceof IOException failure) {
            throw new CloseNowException("the answer of a service has broken off", failure);
        }
    }
}
