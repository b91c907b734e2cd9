package vn.thidua.gateway.signin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import vn.thidua.access.view.Accounts;

/**
 * Begins and ends sessions. A sign-in never goes on in the session that the browser came with, whoever gave it that: the
 * old one is removed, and the new one has an id and a token against forged requests of its own.
 */
public final class SessionStart {

    private static final Logger LOG = LoggerFactory.getLogger(SessionStart.class);
    private static final int DEVICE = 160;

    private final SessionAuthenticationStrategy csrf;
    private final Clock clock;

    /**
     * @param csrf makes a new token against forged requests
     */
    public SessionStart(SessionAuthenticationStrategy csrf, Clock clock) {
        this.csrf = csrf;
        this.clock = clock;
    }

    /**
     * Signs the account in with this browser.
     *
     * @param how {@code password} or {@code issuer}
     */
    public void begin(HttpServletRequest request, HttpServletResponse response, Accounts.Account account, String how) {
        end(request);
        var signedIn = new SignedIn(
                UUID.randomUUID().toString(),
                account.id(),
                account.passwordChanges(),
                clock.instant(),
                how,
                device(request),
                request.getRemoteAddr(),
                null);
        request.getSession(true).setAttribute(SignedIn.ATTRIBUTE, signedIn);
        newCsrfToken(request, response);
        LOG.info("account {} has signed in by {}, session {}", account.id(), how, signedIn.id());
    }

    /** Ends the session of this request, if it has one. */
    public void end(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        SignedIn.of(request)
                .ifPresent(signedIn -> LOG.info("account {} has left session {}", signedIn.account(), signedIn.id()));
        session.invalidate();
    }

    /** A new token against forged requests, where somebody comes or goes. */
    public void newCsrfToken(HttpServletRequest request, HttpServletResponse response) {
        csrf.onAuthentication(
                new AnonymousAuthenticationToken("csrf", "csrf", AuthorityUtils.createAuthorityList("NONE")),
                request,
                response);
    }

    private static String device(HttpServletRequest request) {
        @Nullable String agent = request.getHeader("User-Agent");
        if (agent == null) {
            return "";
        }
        String printable = agent.replaceAll("[^\\x20-\\x7e]", "");
        return printable.substring(0, Math.min(DEVICE, printable.length()));
    }
}
