package vn.thidua.platform.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Signs the short tokens that the services take. The first key of the set signs; the others are only published, so that
 * a new key can be made known before it is used and an old one after.
 */
public final class TokenSigner {

    private final TokenRules rules;
    private final JWKSet keys;
    private final JWK signing;
    private final NimbusJwtEncoder encoder;
    private final Clock clock;

    /**
     * @param keys each with its id; the first holds a private part (EC P-256 or RSA)
     * @throws IllegalArgumentException if there is no key to sign with
     */
    public TokenSigner(TokenRules rules, JWKSet keys, Clock clock) {
        this.rules = rules;
        this.keys = keys;
        this.clock = clock;
        this.signing = keys.getKeys().stream()
                .findFirst()
                .filter(key -> key.isPrivate() && key.getKeyID() != null)
                .orElseThrow(() -> new IllegalArgumentException("the first key has no private part or no id"));
        this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(List.of(signing))));
    }

    /** A token for the caller, from now on for the lifetime of the rules. */
    public String sign(Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var claims = JwtClaimsSet.builder()
                .id(UUID.randomUUID().toString())
                .issuer(rules.issuer())
                .audience(List.of(rules.audience()))
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(rules.lifetime()));
        CallerClaims.write(caller, claims);
        var header = JwsHeader.with(
                        KeyType.EC.equals(signing.getKeyType()) ? SignatureAlgorithm.ES256 : SignatureAlgorithm.RS256)
                .keyId(signing.getKeyID())
                .type("JWT")
                .build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }

    /** What verifiers need, without any private part: a JWK set as JSON. */
    public String jwkSet() {
        return keys.toPublicJWKSet().toString();
    }

    TokenRules rules() {
        return rules;
    }

    /** The same as a value. */
    public JWKSet publicKeys() {
        return keys.toPublicJWKSet();
    }
}
