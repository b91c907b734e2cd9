package vn.thidua.gateway.edge.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thidua.gateway.edge.GatewayProperties;
import vn.thidua.platform.web.problem.ProblemType;
import vn.thidua.platform.web.problem.ProblemWriter;

/**
 * Bounds every body, in bytes and in time. Who sends a byte now and then keeps a connection and a thread for ever
 * otherwise: the server's own time-out begins anew with each byte.
 */
public final class BodyLimits extends OncePerRequestFilter {

    private static final String INPUT = BodyLimits.class.getName();

    private static final int BEYOND = 64 << 10;

    private final GatewayProperties.Bodies limits;
    private final ProblemWriter problems;

    public BodyLimits(GatewayProperties.Bodies limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /** Why the body could not be read to its end; empty if nobody has found that yet. */
    public static Optional<ProblemType> failure(HttpServletRequest request) {
        return request.getAttribute(INPUT) instanceof Bounded input
                ? Optional.ofNullable(input.failure)
                : Optional.empty();
    }

    /** Whether some of the body has been read. */
    public static boolean isBegun(HttpServletRequest request) {
        return request.getAttribute(INPUT) instanceof Bounded input && input.begun;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limits.upload().toBytes()) {
            refuse(request, response, ProblemType.TOO_LARGE);
            return;
        }
        var input = new Bounded(request, limits);
        request.setAttribute(INPUT, input);
        try {
            if (FormRequest.is(request)) {
                form(new Request(request, input), response, input, chain);
            } else {
                chain.doFilter(new Request(request, input), response);
            }
        } catch (IOException e) {
            @Nullable ProblemType failure = input.failure;
            if (failure == null) {
                throw e;
            }
            refuse(request, response, failure);
        }
    }

    private void form(HttpServletRequest request, HttpServletResponse response, Bounded input, FilterChain chain)
            throws ServletException, IOException {
        int most = (int) limits.form().toBytes();
        byte[] body = input.readNBytes(most + 1);
        if (body.length > most || FormRequest.isInParts(request)) {
            // a little more, so that the answer is not lost with the connection; the rest is not waited for
            boolean more = input.readNBytes(BEYOND).length == BEYOND;
            response.setHeader("Connection", "close");
            problems.write(
                    request, response, body.length > most ? ProblemType.TOO_LARGE : ProblemType.UNSUPPORTED_MEDIA_TYPE);
            if (more) {
                response.flushBuffer();
                throw new CloseNowException("a form was given up");
            }
            return;
        }
        FormRequest form;
        try {
            form = new FormRequest(request, body);
        } catch (IllegalArgumentException e) {
            refuse(request, response, ProblemType.MALFORMED_REQUEST);
            return;
        }
        chain.doFilter(form, response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ProblemType type) throws IOException {
        response.setHeader("Connection", "close");
        problems.write(request, response, type);
        if (type != ProblemType.TOO_LARGE) {
            response.flushBuffer();
            // otherwise the server reads the rest first, however slowly it comes
            throw new CloseNowException("a body was given up");
        }
    }

    private static final class Request extends HttpServletRequestWrapper {

        private final Bounded input;

        Request(HttpServletRequest request, Bounded input) {
            super(request);
            this.input = input;
        }

        @Override
        public ServletInputStream getInputStream() {
            return input;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        }
    }

    private static final class Bounded extends ServletInputStream {

        private final HttpServletRequest request;
        private final GatewayProperties.Bodies limits;
        private @Nullable ServletInputStream source;
        private long began;
        private long read;
        private volatile boolean begun;
        private volatile @Nullable ProblemType failure;

        Bounded(HttpServletRequest request, GatewayProperties.Bodies limits) {
            this.request = request;
            this.limits = limits;
        }

        private ServletInputStream source() throws IOException {
            ServletInputStream known = source;
            if (known == null) {
                known = request.getInputStream();
                source = known;
                began = System.nanoTime();
            }
            return known;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            ServletInputStream from = source();
            begun = true;
            int n;
            try {
                n = from.read(buffer, offset, length);
            } catch (IOException e) {
                failure = ProblemType.MALFORMED_REQUEST;
                throw e;
            }
            if (n > 0) {
                read += n;
                if (read > limits.upload().toBytes()) {
                    failure = ProblemType.TOO_LARGE;
                    throw new IOException("the body is above the limit");
                }
                long allowed = limits.patience().toNanos()
                        + read * 1_000_000_000L / limits.slowest().toBytes();
                if (System.nanoTime() - began > allowed) {
                    failure = ProblemType.MALFORMED_REQUEST;
                    throw new IOException("the body comes too slowly");
                }
            }
            return n;
        }

        @Override
        public boolean isFinished() {
            ServletInputStream known = source;
            return known != null && known.isFinished();
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("bodies are read by waiting");
        }
    }
}
