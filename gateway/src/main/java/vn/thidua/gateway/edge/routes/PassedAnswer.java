package vn.thidua.gateway.edge.routes;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The answer of a service, passed on as it comes. Spring's own would compare ETags once more, and answer 304 without
 * having read the service's answer: its connection would never be free again.
 */
final class PassedAnswer implements ServerResponse {

    private static final Logger LOG = LoggerFactory.getLogger(PassedAnswer.class);
    private static final int BUFFER = 16 * 1024;

    private final HttpStatusCode status;
    private final HttpHeaders headers = new HttpHeaders();
    private final InputStream body;

    PassedAnswer(HttpStatusCode status, InputStream body) {
        this.status = status;
        this.body = body;
    }

    @Override
    public HttpStatusCode statusCode() {
        return status;
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try (body) {
            response.setStatus(status.value());
            headers.forEach((name, values) -> {
                response.setHeader(name, values.getFirst());
                values.stream().skip(1).forEach(value -> response.addHeader(name, value));
            });
            OutputStream out = response.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int n = read(buffer, request); n >= 0; n = read(buffer, request)) {
                out.write(buffer, 0, n);
            }
        }
        return null;
    }

    private int read(byte[] buffer, HttpServletRequest request) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            LOG.warn("a service has broken off its answer: {}", e.getClass().getSimpleName());
            BrokenAnswers.remember(request, e);
            return -1;
        }
    }
}
