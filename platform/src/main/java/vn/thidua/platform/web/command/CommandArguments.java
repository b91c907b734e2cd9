package vn.thidua.platform.web.command;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vn.thidua.platform.eventstore.OnceKey;
import vn.thidua.platform.eventstore.OnceKeys;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.web.ContextPaths;
import vn.thidua.platform.web.RequestBodies;
import vn.thidua.platform.web.RequestIds;
import vn.thidua.platform.web.access.RequestScope;
import vn.thidua.platform.web.problem.ProblemException;

/** Makes the {@link CommandRequest} of a request, and the {@link UploadRequest} of one whose body is a file. */
public final class CommandArguments implements HandlerMethodArgumentResolver {

    private static final String KEY = "Idempotency-Key";
    private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7e]{8,128}");

    private final OnceKeys onceKeys;

    public CommandArguments(OnceKeys onceKeys) {
        this.onceKeys = onceKeys;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == CommandRequest.class || type == UploadRequest.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        if (parameter.getParameterType() == UploadRequest.class) {
            return new UploadRequest(request, body -> command(request, body));
        }
        return command(request, RequestBodies.of(request));
    }

    private CommandRequest command(HttpServletRequest request, byte[] body) {
        Scope scope = RequestScope.require(request);
        return new CommandRequest(
                ContextPaths.contextOf(request)
                        .orElseThrow(() -> new IllegalStateException("a command outside of /api/v1/<context>/")),
                request.getRequestURI(),
                scope,
                RequestIds.of(request),
                RequestIds.correlation(request),
                once(request, scope, body),
                IfMatch.parse(one(request, HttpHeaders.IF_MATCH)));
    }

    private @Nullable OnceKey once(HttpServletRequest request, Scope scope, byte[] body) {
        @Nullable String key = one(request, KEY);
        if (key == null) {
            return null;
        }
        if (!WELL_FORMED.matcher(key).matches()) {
            throw ProblemException.malformed(
                    KEY,
                    "Phải dài từ 8 đến 128 ký tự ASCII, không có khoảng trắng; nên dùng UUID.",
                    "It must be 8 to 128 printable ASCII characters without spaces; best a UUID.");
        }
        return onceKeys.http(scope.caller().subject(), key, request(request, body));
    }

    /** Method, address and body, with lengths before them, so that none can run into the next. */
    private static byte[] request(HttpServletRequest request, byte[] body) {
        @Nullable String query = request.getQueryString();
        String head = request.getMethod() + " " + request.getRequestURI() + (query == null ? "" : "?" + query);
        byte[] first = (head.length() + ":" + head + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[first.length + body.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }

    private static @Nullable String one(HttpServletRequest request, String name) {
        var values = request.getHeaders(name);
        if (!values.hasMoreElements()) {
            return null;
        }
        String value = values.nextElement();
        if (values.hasMoreElements()) {
            throw ProblemException.malformed(name, "Chỉ được có một lần.", "It may stand there once.");
        }
        return value;
    }
}
