package vn.thidua.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A context's addresses begin with {@code /api/v1/<context>/}. */
public final class ContextPaths {

    private static final Pattern ADDRESS = Pattern.compile("/api/v1/([a-z][a-z0-9-]*)(?:/.*)?");

    private ContextPaths() {}

    /** Which context a request is for. */
    public static Optional<String> contextOf(HttpServletRequest request) {
        Matcher matcher = ADDRESS.matcher(request.getRequestURI());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
