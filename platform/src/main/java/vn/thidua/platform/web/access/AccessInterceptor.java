package vn.thidua.platform.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.NotAllowedException;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Scope;

/** Lets nobody through whom the endpoint's {@link Access} does not name. How far the roles reach, the endpoint asks. */
public final class AccessInterceptor implements HandlerInterceptor {

    private final UnitTree tree;
    private final Clock clock;

    /**
     * @param clock in Vietnam's time zone
     */
    public AccessInterceptor(UnitTree tree, Clock clock) {
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || OpenEndpoints.isOpen(method)) {
            return true;
        }
        @Nullable Access access = method.getMethodAnnotation(Access.class);
        @Nullable Caller caller = RequestScope.caller();
        if (access == null || caller == null) {
            throw new NotAllowedException();
        }
        var scope = new Scope(caller, access, tree, LocalDate.now(clock));
        if (!scope.mayAtAll() && !opensItself(access.relation())) {
            throw new NotAllowedException();
        }
        RequestScope.put(request, scope);
        return true;
    }

    private static boolean opensItself(Relation relation) {
        return switch (relation) {
            case ANY_AUTHENTICATED, SELF -> true;
            case ROLE, SCOPE, NAMED_UNIT, CONCERNED -> false;
        };
    }
}
