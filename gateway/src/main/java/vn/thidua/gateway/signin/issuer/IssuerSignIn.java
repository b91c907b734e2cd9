package vn.thidua.gateway.signin.issuer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.client.RestClientException;
import vn.thidua.access.view.Accounts;
import vn.thidua.gateway.signin.session.SessionStart;

/**
 * What follows when somebody comes back from the issuer. It has said who they are; which account that is was decided
 * here, by linking issuer and subject. A name or an e-mail address links nothing.
 */
public final class IssuerSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerSignIn.class);

    private final Accounts accounts;
    private final SessionStart sessions;

    public IssuerSignIn(Accounts accounts, SessionStart sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (!(authentication.getPrincipal() instanceof OidcUser user)) {
            sessions.end(request);
            back(response, "issuer-refused");
            return;
        }
        String issuer = String.valueOf(user.getIdToken().getIssuer());
        @Nullable String subject = user.getSubject();
        Optional<Accounts.Account> account = subject == null ? Optional.empty() : accounts.ofSubject(issuer, subject);
        if (account.isEmpty() || account.get().locked()) {
            LOG.info("somebody came from the outside issuer who has {} account", account.isEmpty() ? "no" : "a locked");
            sessions.end(request);
            back(response, account.isEmpty() ? "issuer-unknown" : "issuer-locked");
            return;
        }
        sessions.begin(request, response, account.get(), "issuer");
        go(response, "/");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean down = isDown(failure);
        String code = failure instanceof OAuth2AuthenticationException named
                ? named.getError().getErrorCode()
                : "";
        LOG.info("a sign-in at the outside issuer failed: {} {}", down ? "it does not answer" : "refused", code);
        sessions.end(request);
        back(response, down ? "issuer-down" : "issuer-refused");
    }

    private static boolean isDown(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof RestClientException || cause instanceof IOException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** To our own page, with what to say there. */
    static void back(HttpServletResponse response, String problem) {
        go(response, "/login?problem=" + problem);
    }

    private static void go(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
        response.setHeader("Cache-Control", "no-store");
    }
}
