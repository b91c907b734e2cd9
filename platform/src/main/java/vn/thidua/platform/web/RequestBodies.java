package vn.thidua.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thidua.platform.web.problem.ProblemType;
import vn.thidua.platform.web.problem.ProblemWriter;

/**
 * Reads the body of a request once and keeps it, up to a limit: the once-key is made of its bytes. Uploads of files
 * ({@code multipart/...} and {@code application/octet-stream}) pass by; their own limits hold.
 */
public final class RequestBodies extends OncePerRequestFilter {

    private static final String BODY = RequestBodies.class.getName();

    private final int limit;
    private final ProblemWriter problems;

    /**
     * @param limit bytes
     */
    public RequestBodies(int limit, ProblemWriter problems) {
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isUpload(request)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getContentLengthLong() > limit
                ? new byte[limit + 1]
                : request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            problems.write(request, response, ProblemType.TOO_LARGE);
            return;
        }
        request.setAttribute(BODY, body);
        chain.doFilter(new Kept(request, body), response);
    }

    private static boolean isUpload(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        if (type == null) {
            return false;
        }
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("multipart/") || lower.startsWith("application/octet-stream");
    }

    /**
     * The bytes of the body.
     *
     * @throws IllegalStateException for an upload, which is not kept: a command refers to a file by its id instead
     */
    public static byte[] of(HttpServletRequest request) {
        if (request.getAttribute(BODY) instanceof byte[] body) {
            return body;
        }
        throw new IllegalStateException("the body of this request was not kept");
    }

    private static final class Kept extends HttpServletRequestWrapper {

        private final byte[] body;

        Kept(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(body);
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(byte[] body) {
            this.bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("read it at once: it is all there");
        }
    }
}
