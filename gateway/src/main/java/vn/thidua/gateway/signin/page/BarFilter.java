package vn.thidua.gateway.signin.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thidua.gateway.edge.EdgePaths;
import vn.thidua.gateway.signin.session.SessionContexts;
import vn.thidua.gateway.signin.session.Standing;
import vn.thidua.platform.web.problem.ProblemWriter;

/** Lets a session that is barred do what lifts the bar, and nothing else. */
public final class BarFilter extends OncePerRequestFilter {

    private static final String ME = "/api/v1/access/me";
    private static final Set<String> PASSWORD = Set.of(ME, ME + "/password");
    private static final Set<String> DELEGATION = Set.of(ME, ME + "/acting-for");

    private final ProblemWriter problems;

    public BarFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Standing.Bar> bar = bar(request);
        if (bar.isPresent()
                && !EdgePaths.isOpen(request.getMethod(), request.getRequestURI())
                && !lifts(bar.get(), request.getRequestURI())) {
            problems.write(response, SignInProblems.barred(bar.get(), request));
            return;
        }
        chain.doFilter(request, response);
    }

    private static Optional<Standing.Bar> bar(HttpServletRequest request) {
        // what is found about the session is found when somebody asks who calls
        SecurityContextHolder.getContext().getAuthentication();
        return SessionContexts.standing(request).flatMap(standing -> switch (standing) {
            case Standing.Over _ -> Optional.empty();
            case Standing.Stands stands -> stands.bar();
        });
    }

    private static boolean lifts(Standing.Bar bar, String path) {
        return switch (bar) {
            case PASSWORD_CHANGE -> PASSWORD.contains(path);
            case DELEGATION_ENDED -> DELEGATION.contains(path);
        };
    }
}
