package vn.thidua.gateway.signin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import vn.thidua.platform.security.CallerAuthentications;

/**
 * Who calls, made anew for each request of what the session says and the account may do now. Nothing of it is stored: a
 * session holds no rights that could outlive their end.
 */
public final class SessionContexts implements SecurityContextRepository {

    private static final String STANDING = Standing.class.getName();

    private final Callers callers;
    private final CallerAuthentications authentications;

    public SessionContexts(Callers callers, CallerAuthentications authentications) {
        this.callers = callers;
        this.authentications = authentications;
    }

    /** What was found about the session of a request, once its security context was asked for. */
    public static Optional<Standing> standing(HttpServletRequest request) {
        return Optional.ofNullable((Standing) request.getAttribute(STANDING));
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest()).orElseGet(SecurityContextImpl::new);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // signing in writes who it is into the session; rights are never stored
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return SignedIn.of(request).isPresent();
    }

    private Optional<SecurityContext> load(HttpServletRequest request) {
        return SignedIn.of(request).flatMap(signedIn -> {
            Standing standing = callers.of(signedIn);
            request.setAttribute(STANDING, standing);
            return switch (standing) {
                case Standing.Over _ -> {
                    @Nullable HttpSession session = request.getSession(false);
                    if (session != null) {
                        session.invalidate();
                    }
                    yield Optional.empty();
                }
                case Standing.Stands stands ->
                    Optional.of(new SecurityContextImpl(authentications.of(stands.caller())));
            };
        });
    }

    /** Asks when somebody wants to know, and once. */
    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;
        private boolean generated;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            SecurityContext loaded = context;
            if (loaded == null) {
                Optional<SecurityContext> found = load(request);
                generated = found.isEmpty();
                loaded = found.orElseGet(SecurityContextHolder::createEmptyContext);
                context = loaded;
            }
            return loaded;
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }
    }
}
