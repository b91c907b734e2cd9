package vn.thidua.platform.web.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Scope;

/** Keeps a service from starting when an endpoint does not say who may call it, or says it and does not ask. */
public final class AccessDeclarations implements SmartInitializingSingleton {

    private final List<RequestMappingHandlerMapping> mappings;

    public AccessDeclarations(List<RequestMappingHandlerMapping> mappings) {
        this.mappings = List.copyOf(mappings);
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> faults = new ArrayList<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            for (Map.Entry<RequestMappingInfo, HandlerMethod> each :
                    mapping.getHandlerMethods().entrySet()) {
                @Nullable String fault = fault(each.getValue());
                if (fault != null) {
                    faults.add(each.getKey() + " (" + each.getValue().getShortLogMessage() + ") " + fault);
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("endpoints without a complete @Access:\n" + String.join("\n", faults));
        }
    }

    private static @Nullable String fault(HandlerMethod method) {
        if (OpenEndpoints.isOpen(method)) {
            return null;
        }
        @Nullable Access access = method.getMethodAnnotation(Access.class);
        if (access == null) {
            return "says not who may call it";
        }
        boolean named = access.roles().length + access.scopes().length > 0;
        if (access.relation() == Relation.ANY_AUTHENTICATED) {
            return named ? "is open to every caller and names roles all the same" : null;
        }
        if (!named && access.relation() != Relation.SELF) {
            return "names no role";
        }
        boolean asks = Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == Scope.class);
        return asks || access.relation() == Relation.ROLE
                ? null
                : "takes no Scope, so it cannot ask what is within reach";
    }
}
