package vn.thidua.platform.web.access;

import org.springframework.web.method.HandlerMethod;
import vn.thidua.platform.security.DevelopmentIssuer;
import vn.thidua.platform.web.openapi.OpenApiPage;

/** The few endpoints that need no {@link vn.thidua.platform.security.Access}: descriptions, the page of errors. */
final class OpenEndpoints {

    private OpenEndpoints() {}

    static boolean isOpen(HandlerMethod method) {
        Class<?> type = method.getBeanType();
        return type.getPackageName().startsWith("org.springdoc.")
                || type == ProblemPage.class
                || type == OpenApiPage.class
                || type == DevelopmentIssuer.class;
    }
}
