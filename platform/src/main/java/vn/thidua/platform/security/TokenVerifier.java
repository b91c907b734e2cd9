package vn.thidua.platform.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Makes decoders that take nothing but what the rules say: ES256 or RS256, never {@code none}, never a shared secret. */
public final class TokenVerifier {

    private static final Set<SignatureAlgorithm> ALGORITHMS =
            Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.RS256);

    private TokenVerifier() {}

    /** With keys that are known. */
    public static JwtDecoder of(TokenRules rules, JWKSet keys, Clock clock) {
        var decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(keys.toPublicJWKSet()))
                .jwsAlgorithms(allowed -> {
                    allowed.clear();
                    allowed.addAll(ALGORITHMS);
                })
                .build();
        decoder.setJwtValidator(rules(rules, clock));
        return decoder;
    }

    /** With keys that somebody publishes; they are fetched again when a token names one that is not known yet. */
    public static JwtDecoder of(TokenRules rules, String jwkSetUri, Clock clock) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(jwkSetUri)
                .jwsAlgorithms(allowed -> {
                    allowed.clear();
                    allowed.addAll(ALGORITHMS);
                })
                .build();
        decoder.setJwtValidator(rules(rules, clock));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> rules(TokenRules rules, Clock clock) {
        var time = new JwtTimestampValidator(TokenRules.SKEW);
        time.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(List.of(
                time,
                new JwtIssuerValidator(rules.issuer()),
                token -> check(
                        token.getAudience() != null && token.getAudience().contains(rules.audience()),
                        "the token is for another audience"),
                token -> check(
                        rules.installation().equals(token.getClaims().get(CallerClaims.INSTALLATION)),
                        "the token is of another installation"),
                token -> check(shortLived(token, clock), "the token lives longer than it may")));
    }

    private static boolean shortLived(Jwt token, Clock clock) {
        @Nullable Instant issued = token.getIssuedAt();
        @Nullable Instant expires = token.getExpiresAt();
        // where there is none, the decoder makes up an "issued at" one second before the end: such a token is from the
        // future until its last seconds
        return issued != null
                && expires != null
                && Duration.between(issued, expires).compareTo(TokenRules.LONGEST) <= 0
                && !issued.isAfter(clock.instant().plus(TokenRules.SKEW));
    }

    private static OAuth2TokenValidatorResult check(boolean holds, String otherwise) {
        return holds
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", otherwise, null));
    }
}
