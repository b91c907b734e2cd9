package vn.thidua.gateway.signin.throttle;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie that says: this account has signed in from this browser before. It opens nothing; it only keeps other people's
 * failures from slowing down the owner. It is signed, and good for one account.
 */
public final class KnownDevices {

    private static final String PLAIN = "thidua-device";
    private static final String SECURE = "__Host-" + PLAIN;
    private static final Duration KEPT = Duration.ofDays(180);
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.([A-Za-z0-9_-]{43})");

    private final Keyed keyed;

    public KnownDevices(Keyed keyed) {
        this.keyed = keyed;
    }

    /** The device's id, if the account has signed in from there. */
    public Optional<String> of(HttpServletRequest request, String account) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        String name = name(request);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> FORM.matcher(String.valueOf(cookie.getValue())))
                .filter(Matcher::matches)
                .filter(form -> same(form.group(2), signature(form.group(1), account)))
                .map(form -> form.group(1))
                .findFirst();
    }

    /** Remembers it. */
    public void remember(HttpServletRequest request, HttpServletResponse response, String account) {
        String device = of(request, account).orElseGet(() -> UUID.randomUUID().toString());
        String cookie = ResponseCookie.from(name(request), device + "." + signature(device, account))
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(KEPT)
                .build()
                .toString();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie);
    }

    private String signature(String device, String account) {
        return keyed.of("known-device", device, account);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE : PLAIN;
    }
}
