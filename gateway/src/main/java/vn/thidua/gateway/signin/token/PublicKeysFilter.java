package vn.thidua.gateway.signin.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code GET /.well-known/service-keys.json}: what the services verify tokens with. */
public final class PublicKeysFilter extends OncePerRequestFilter {

    /** Where the keys are. */
    public static final String PATH = "/.well-known/service-keys.json";

    private final SignedServiceTokens tokens;

    public PublicKeysFilter(SignedServiceTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().equals(PATH) || !request.getMethod().equals("GET")) {
            chain.doFilter(request, response);
            return;
        }
        byte[] keys = tokens.publicKeys().getBytes(StandardCharsets.UTF_8);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader("Cache-Control", "public, max-age=60");
        response.setContentLength(keys.length);
        response.getOutputStream().write(keys);
    }
}
