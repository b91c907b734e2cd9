package vn.thidua.platform.web.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Scope;

/** Lets no answer out of an endpoint that should have asked what is within reach and did not. */
@ControllerAdvice
public final class AskedScope implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        @Nullable Access access = returned.getMethodAnnotation(Access.class);
        return access != null && mustAsk(access.relation());
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest servlet) {
            check(servlet.getServletRequest());
        }
        return body;
    }

    /**
     * @throws IllegalStateException if nobody has asked
     */
    static void check(HttpServletRequest request) {
        @Nullable Scope scope = RequestScope.of(request);
        if (scope == null || !scope.wasAsked()) {
            throw new IllegalStateException("an endpoint answers without having asked what is within reach");
        }
    }

    private static boolean mustAsk(Relation relation) {
        return switch (relation) {
            case ANY_AUTHENTICATED, ROLE -> false;
            case SCOPE, NAMED_UNIT, CONCERNED, SELF -> true;
        };
    }
}
