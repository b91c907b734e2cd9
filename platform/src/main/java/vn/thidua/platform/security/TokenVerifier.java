package vn.thidua.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
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

    private static final int PATIENCE = 2_000;
    private static final int MOST_BYTES = 64 * 1024;
    private static final long FETCHED_AT_MOST_EVERY = 5_000;

    private TokenVerifier() {}

    /** With keys that are known. */
    public static JwtDecoder of(TokenRules rules, JWKSet keys, Clock clock) {
        return of(rules, List.of(known(keys)), clock);
    }

    /** With keys from several places: those of one that does not answer are missed only where no other has them. */
    public static JwtDecoder of(TokenRules rules, List<JWKSource<SecurityContext>> keys, Clock clock) {
        var decoder = NimbusJwtDecoder.withJwkSource(new AnyOf(keys))
                .jwsAlgorithms(allowed -> {
                    allowed.clear();
                    allowed.addAll(ALGORITHMS);
                })
                .build();
        decoder.setJwtValidator(rules(rules, clock));
        return decoder;
    }

    /** Keys that are at hand; private parts are left aside. */
    public static JWKSource<SecurityContext> known(JWKSet keys) {
        return new ImmutableJWKSet<>(keys.toPublicJWKSet());
    }

    /** Keys that somebody publishes; they are fetched again when a token names one that is not known yet. */
    public static JWKSource<SecurityContext> published(URI address) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            address.toURL(), new DefaultResourceRetriever(PATIENCE, PATIENCE, MOST_BYTES))
                    .refreshAheadCache(false)
                    // tokens with made-up keys must not become requests without end
                    .rateLimited(FETCHED_AT_MOST_EVERY)
                    .outageTolerant(true)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no address of keys: " + address, e);
        }
    }

    private record AnyOf(List<JWKSource<SecurityContext>> sources) implements JWKSource<SecurityContext> {

        @Override
        public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
            @Nullable KeySourceException failure = null;
            for (JWKSource<SecurityContext> source : sources) {
                try {
                    List<JWK> found = source.get(selector, context);
                    if (!found.isEmpty()) {
                        return found;
                    }
                } catch (RateLimitReachedException e) {
                    // it has just been asked: the key is not there
                } catch (KeySourceException e) {
                    failure = e;
                }
            }
            if (failure != null) {
                throw failure;
            }
            return List.of();
        }
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
