package vn.thidua.gateway.signin.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookie: no script reads it, other sites' forms do not send it along, and under TLS it goes over TLS alone; its name
 * then keeps other hosts of the domain from setting it.
 */
public final class SessionCookie implements CookieSerializer {

    /** Its name over plain HTTP, on a loopback address. */
    public static final String PLAIN = "thidua-session";

    /** Its name under TLS. */
    public static final String SECURE = "__Host-" + PLAIN;

    private final DefaultCookieSerializer plain = named(PLAIN, false);
    private final DefaultCookieSerializer secure = named(SECURE, true);

    private static DefaultCookieSerializer named(String name, boolean tls) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(tls);
        cookie.setSameSite("Lax");
        // ours have no letters that a cookie could not carry
        cookie.setUseBase64Encoding(false);
        return cookie;
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    private DefaultCookieSerializer of(HttpServletRequest request) {
        return request.isSecure() ? secure : plain;
    }
}
