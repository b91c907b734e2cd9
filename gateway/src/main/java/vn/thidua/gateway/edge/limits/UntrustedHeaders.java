package vn.thidua.gateway.edge.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hides what a caller says about where it comes from and where it wants to go: nothing behind may believe it. Where a
 * proxy of ours is named in the settings, the server has taken in what that one says before this.
 */
public final class UntrustedHeaders extends OncePerRequestFilter {

    private static final Set<String> NAMES = Set.of(
            "forwarded",
            "via",
            "client-ip",
            "true-client-ip",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-host",
            "x-original-url",
            "x-original-host",
            "x-rewrite-url",
            "x-http-method",
            "x-http-method-override",
            "x-method-override");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Without(request), response);
    }

    private static boolean isHidden(String name) {
        // an underscore for a hyphen: some servers take the one for the other
        String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return NAMES.contains(plain) || plain.startsWith("x-forwarded-");
    }

    private static final class Without extends HttpServletRequestWrapper {

        Without(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isHidden(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            List<String> names = Collections.list(super.getHeaderNames());
            return Collections.enumeration(
                    names.stream().filter(name -> !isHidden(name)).toList());
        }
    }
}
