package vn.thidua.gateway.signin.page;

import com.mongodb.MongoException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thidua.platform.web.problem.ProblemType;
import vn.thidua.platform.web.problem.ProblemWriter;

/** The store does not answer while a session is looked for: 503, come again; nobody is signed out by that. */
public final class StoreFaults extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFaults.class);

    private final ProblemWriter problems;

    public StoreFaults(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (MongoException e) {
            LOG.warn("the store of sessions does not answer: {}", e.getClass().getSimpleName());
            if (response.isCommitted()) {
                throw e;
            }
            response.reset();
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            problems.write(request, response, ProblemType.STORE_UNAVAILABLE);
        }
    }
}
