package vn.thidua.organization.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.eventstore.OnceKey;
import vn.thidua.platform.eventstore.OnceKeys;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.web.RequestIds;
import vn.thidua.platform.web.command.CommandRequest;
import vn.thidua.platform.web.problem.ProblemException;

/** The command request of an upload: the spine keeps no body of uploads, so whoever has read it makes the once-key. */
public final class UploadKeys {
    private static final String KEY = "Idempotency-Key";
    private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7e]{8,128}");

    private final String context;
    private final OnceKeys keys;

    public UploadKeys(String context, OnceKeys keys) {
        this.context = context;
        this.keys = keys;
    }

    /** @param body all of it */
    public CommandRequest request(HttpServletRequest request, Scope scope, byte[] body) {
        return new CommandRequest(
                context,
                request.getRequestURI(),
                scope,
                RequestIds.of(request),
                RequestIds.correlation(request),
                once(request, scope, body),
                null);
    }

    private @Nullable OnceKey once(HttpServletRequest request, Scope scope, byte[] body) {
        String key = request.getHeader(KEY);
        if (key == null) {
            return null;
        }
        if (!WELL_FORMED.matcher(key).matches()) {
            throw ProblemException.malformed(
                    KEY,
                    "Phải dài từ 8 đến 128 ký tự ASCII, không có khoảng trắng; nên dùng UUID.",
                    "It must be 8 to 128 printable ASCII characters without spaces; best a UUID.");
        }
        String query = request.getQueryString();
        byte[] head = (request.getMethod() + " " + request.getRequestURI() + "?" + query + "\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return keys.http(scope.caller().subject(), key, all);
    }
}
