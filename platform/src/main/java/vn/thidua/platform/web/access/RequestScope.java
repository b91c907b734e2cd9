package vn.thidua.platform.web.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.CallerAuthentication;
import vn.thidua.platform.security.NotAllowedException;
import vn.thidua.platform.security.Scope;

/** Where the scope of a request is kept while it is answered. */
public final class RequestScope {

    private static final String SCOPE = RequestScope.class.getName();

    private RequestScope() {}

    static void put(HttpServletRequest request, Scope scope) {
        request.setAttribute(SCOPE, scope);
    }

    /** The scope of this request; null before it is known who may call. */
    public static @Nullable Scope of(HttpServletRequest request) {
        return (Scope) request.getAttribute(SCOPE);
    }

    /**
     * The scope of this request.
     *
     * @throws NotAllowedException if nobody has been let in
     */
    public static Scope require(HttpServletRequest request) {
        @Nullable Scope scope = of(request);
        if (scope == null) {
            throw new NotAllowedException();
        }
        return scope;
    }

    /** Who calls; null for an endpoint that is open to everybody. */
    public static @Nullable Caller caller() {
        @Nullable
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof CallerAuthentication known ? known.getPrincipal() : null;
    }
}
