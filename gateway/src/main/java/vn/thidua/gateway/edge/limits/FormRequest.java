package vn.thidua.gateway.edge.limits;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form whose fields are taken from bytes that are here already. The server would read it by itself as soon as anybody
 * asks for a field, past every bound of ours.
 */
final class FormRequest extends HttpServletRequestWrapper {

    private final byte[] body;
    private final Map<String, String[]> fields;

    /**
     * @throws IllegalArgumentException if the bytes are no form
     */
    FormRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
        // the server knows those of the address alone: its stream has been taken
        this.fields = new LinkedHashMap<>(request.getParameterMap());
        for (String field : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            if (!field.isEmpty()) {
                int end = field.indexOf('=');
                String name = decoded(end < 0 ? field : field.substring(0, end));
                String value = end < 0 ? "" : decoded(field.substring(end + 1));
                fields.merge(name, new String[] {value}, FormRequest::both);
            }
        }
    }

    /** Whether a body says of itself that it is one. */
    static boolean is(HttpServletRequest request) {
        return isOf(request, "application/x-www-form-urlencoded") || isInParts(request);
    }

    /** One that nobody takes here. */
    static boolean isInParts(HttpServletRequest request) {
        return isOf(request, "multipart/");
    }

    private static boolean isOf(HttpServletRequest request, String kind) {
        @Nullable String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(kind);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String[] both(String[] first, String[] next) {
        String[] all = new String[first.length + next.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(next, 0, all, first.length, next.length);
        return all;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String @Nullable [] values = fields.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String @Nullable [] values = fields.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Bytes(body);
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(byte[] body) {
            bytes = new ByteArrayInputStream(body);
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
            throw new UnsupportedOperationException("it is all there");
        }
    }
}
