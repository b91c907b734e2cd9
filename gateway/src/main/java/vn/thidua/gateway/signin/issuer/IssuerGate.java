package vn.thidua.gateway.signin.issuer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before the way to the issuer: one that does not answer is said on our own page, where the other way in is. */
public final class IssuerGate extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerGate.class);
    private static final String WAY_THERE = "/oauth2/authorization/" + OutsideIssuer.ID;
    private static final String WAY_BACK = "/login/oauth2/code/" + OutsideIssuer.ID;

    private final OutsideIssuer issuer;

    public IssuerGate(OutsideIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (path.equals(WAY_THERE) || path.equals(WAY_BACK)) {
            try {
                issuer.findByRegistrationId(OutsideIssuer.ID);
            } catch (OutsideIssuer.UnavailableException e) {
                LOG.warn("the outside issuer cannot be asked: {}", e.getMessage());
                IssuerSignIn.back(response, "issuer-down");
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
