package vn.thidua.gateway.signin;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Clock;
import org.springframework.security.oauth2.jwt.Jwt;
import vn.thidua.platform.security.TokenVerifier;
import vn.thidua.platform.testing.Tokens;

/** What a service makes of a token. */
final class Verified {

    private Verified() {}

    /** The token, verified as services do, with the published keys. */
    static Jwt by(String keys, String token) {
        try {
            return TokenVerifier.of(Tokens.RULES, JWKSet.parse(keys), Clock.systemUTC())
                    .decode(token);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
