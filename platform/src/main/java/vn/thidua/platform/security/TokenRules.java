package vn.thidua.platform.security;

import java.time.Duration;

/**
 * What a token must say to be taken.
 *
 * @param issuer claim {@code iss}
 * @param audience one of the claim {@code aud}
 * @param installation claim {@code installation}: a token of another installation opens nothing here
 * @param lifetime from {@code iat} to {@code exp}; never above {@link #LONGEST}
 */
public record TokenRules(String issuer, String audience, String installation, Duration lifetime) {

    /** A stolen token is worth at most this long. */
    public static final Duration LONGEST = Duration.ofMinutes(2);

    /** How far the clocks of two machines may be apart. */
    static final Duration SKEW = Duration.ofSeconds(5);

    public TokenRules {
        if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a token lives at most " + LONGEST.toSeconds() + " s");
        }
        if (issuer.isBlank() || audience.isBlank() || installation.isBlank()) {
            throw new IllegalArgumentException("issuer, audience and installation must be named");
        }
    }
}
