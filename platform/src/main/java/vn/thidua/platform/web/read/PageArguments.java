package vn.thidua.platform.web.read;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vn.thidua.platform.web.problem.ProblemException;

/** Makes a {@link PageRequest} of the parameters {@code limit} and {@code cursor}. */
public final class PageArguments implements HandlerMethodArgumentResolver {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";

    private final Cursors cursors;

    public PageArguments(Cursors cursors) {
        this.cursors = cursors;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        String list = list(request);
        @Nullable String cursor = request.getParameter(CURSOR);
        return new PageRequest(
                limit(request.getParameter(LIMIT)),
                cursor == null ? null : cursors.open(cursor, list),
                next -> cursors.seal(next, list));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // answered below, as a number out of bounds is
        }
        throw ProblemException.malformed(
                LIMIT, "Phải là số từ 1 đến " + MOST + ".", "It must be a number from 1 to " + MOST + ".");
    }

    /** The address and every filter: the order of the parameters does not matter. */
    private static String list(HttpServletRequest request) {
        return request.getRequestURI() + "?"
                + new TreeMap<>(request.getParameterMap())
                        .entrySet().stream()
                                .filter(each -> !each.getKey().equals(LIMIT)
                                        && !each.getKey().equals(CURSOR))
                                .map(each -> each.getKey() + "=" + Arrays.toString(each.getValue()))
                                .collect(Collectors.joining("&"));
    }
}
