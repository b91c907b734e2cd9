package vn.thidua.gateway.signin.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;

/** The page for signing in, as it stands without any script. Whatever comes from outside is escaped. */
final class LoginPage {

    private static final String STYLE = resource("login.css");
    private static final String FRAME = resource("login.html");
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Optional<String> issuer;

    /**
     * @param issuer what the outside issuer is called, if there is one
     */
    LoginPage(Optional<String> issuer) {
        this.issuer = issuer;
    }

    /**
     * What the page says.
     *
     * @param fault whether it is something that went wrong
     */
    record Message(String text, boolean fault) {

        static Message fault(String text) {
            return new Message(text, true);
        }

        static Message note(String text) {
            return new Message(text, false);
        }
    }

    void write(
            HttpServletResponse response, int status, Optional<Message> message, String name, String next, String csrf)
            throws IOException {
        byte[] page = html(message, name, next, csrf).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    String html(Optional<Message> message, String name, String next, String csrf) {
        String said = message.map(each -> "<p class=\"" + (each.fault() ? "fault" : "note") + "\" role=\""
                        + (each.fault() ? "alert" : "status") + "\">" + escape(each.text()) + "</p>")
                .orElse("");
        String elsewhere = issuer.map(
                        label -> "<p class=\"or\">hoặc</p><p><a class=\"other\" href=\"/oauth2/authorization/"
                                + "issuer\">Đăng nhập bằng " + escape(label) + "</a></p>")
                .orElse("");
        // one pass: what was put in is not looked at again
        var page = new StringBuilder();
        for (String part : FRAME.split("@@", -1)) {
            page.append(
                    switch (part) {
                        case "style" -> STYLE;
                        case "message" -> said;
                        case "elsewhere" -> elsewhere;
                        case "csrf" -> escape(csrf);
                        case "next" -> escape(next);
                        case "name" -> escape(name);
                        default -> part;
                    });
        }
        return page.toString();
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String resource(String name) {
        try (InputStream in = LoginPage.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
