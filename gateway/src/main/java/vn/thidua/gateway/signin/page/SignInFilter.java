package vn.thidua.gateway.signin.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thidua.gateway.signin.page.LoginPage.Message;
import vn.thidua.gateway.signin.password.PasswordsBusyException;
import vn.thidua.gateway.signin.session.SessionContexts;
import vn.thidua.gateway.signin.session.SessionStart;
import vn.thidua.gateway.signin.session.Standing;
import vn.thidua.gateway.signin.throttle.KnownDevices;
import vn.thidua.platform.text.Text;

/** {@code GET /login}, {@code POST /login}, {@code POST /logout}; it stands behind the check for forged requests. */
public final class SignInFilter extends OncePerRequestFilter {

    static final String LOGIN = "/login";
    static final String LOGOUT = "/logout";

    private static final int LONGEST_NAME = 100;
    private static final Map<String, Message> MESSAGES = Map.of(
            "out", Message.note("Anh/chị đã đăng xuất."),
            "issuer-down",
                    Message.fault(
                            "Chưa liên lạc được với nơi đăng nhập dùng chung. Hãy thử lại sau ít phút, hoặc đăng nhập"
                                    + " bằng tên và mật khẩu của hệ thống này."),
            "issuer-refused",
                    Message.fault("Nơi đăng nhập dùng chung đã từ chối, hoặc việc đăng nhập bị bỏ dở. Hãy thử lại."),
            "issuer-unknown",
                    Message.fault(
                            "Tài khoản dùng chung này chưa được gắn với tài khoản nào ở đây. Hãy liên hệ quản trị viên"
                                    + " của đơn vị để được gắn."),
            "issuer-locked", Message.fault("Tài khoản đang bị khóa. Hãy liên hệ quản trị viên của đơn vị."));

    private final PasswordSignIn signIn;
    private final SessionStart sessions;
    private final KnownDevices devices;
    private final LoginPage page;

    /**
     * @param issuer what the outside issuer is called, if there is one
     */
    public SignInFilter(PasswordSignIn signIn, SessionStart sessions, KnownDevices devices, Optional<String> issuer) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.devices = devices;
        this.page = new LoginPage(issuer);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        String method = request.getMethod();
        if (path.equals(LOGIN) && (method.equals("GET") || method.equals("HEAD"))) {
            show(request, response);
        } else if (path.equals(LOGIN) && method.equals("POST")) {
            signIn(request, response);
        } else if (path.equals(LOGOUT) && method.equals("POST")) {
            signOut(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = NextPath.of(request.getParameter("next"));
        Optional<Message> message =
                Optional.ofNullable(request.getParameter("problem")).map(MESSAGES::get);
        if (message.isEmpty()
                && SessionContexts.standing(request)
                        .filter(Standing.Stands.class::isInstance)
                        .isPresent()) {
            go(response, next);
            return;
        }
        page.write(response, 200, message, "", next, token(request));
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = parameter(request, "name");
        name = name.length() > LONGEST_NAME ? "" : Text.clean(name);
        String next = NextPath.of(request.getParameter("next"));
        switch (signIn.decide(request, name, parameter(request, "password"))) {
            case PasswordSignIn.Right right -> {
                sessions.begin(request, response, right.account(), "password");
                devices.remember(request, response, right.account().id());
                go(response, next);
            }
            case PasswordSignIn.Wrong _ ->
                refuse(
                        request,
                        response,
                        401,
                        "Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi thử lại.",
                        name);
            case PasswordSignIn.Locked _ ->
                refuse(request, response, 403, "Tài khoản đang bị khóa. Hãy liên hệ quản trị viên của đơn vị.", name);
            case PasswordSignIn.TooOften often -> {
                long seconds = often.delay().toSeconds() + 1;
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
                refuse(
                        request,
                        response,
                        429,
                        "Đã thử sai nhiều lần. Hãy thử lại sau "
                                + (seconds < 120 ? seconds + " giây." : seconds / 60 + " phút."),
                        name);
            }
            case PasswordSignIn.Busy _ -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(PasswordsBusyException.AGAIN.toSeconds()));
                refuse(
                        request,
                        response,
                        503,
                        "Đang có quá nhiều người đăng nhập cùng lúc. Hãy thử lại sau vài giây.",
                        name);
            }
        }
    }

    /** The form came without the token that belongs to it: it was open for too long, or is somebody else's. */
    void outdated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(request, response, 403, "Trang đăng nhập đã mở quá lâu. Hãy nhập lại.", "");
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, String text, String name)
            throws IOException {
        page.write(
                response,
                status,
                Optional.of(Message.fault(text)),
                name,
                NextPath.of(request.getParameter("next")),
                token(request));
    }

    private void signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request);
        sessions.newCsrfToken(request, response);
        @Nullable String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains("text/html")) {
            go(response, LOGIN + "?problem=out");
        } else {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    private static void go(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, path);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static String parameter(HttpServletRequest request, String name) {
        @Nullable String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static String token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
