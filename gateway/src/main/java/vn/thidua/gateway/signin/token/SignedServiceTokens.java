package vn.thidua.gateway.signin.token;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import vn.thidua.gateway.ServiceTokens;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.TokenRules;
import vn.thidua.platform.security.TokenSigner;

/**
 * Signs them with the keys that all gateways share. One caller's token is used for some seconds: a page asks for many
 * things at once.
 */
public final class SignedServiceTokens implements ServiceTokens {

    private static final int REMEMBERED = 5_000;

    private final LiveKeys<Signing> signing;
    private final long reuseNanos;

    private record Token(String text, long at) {}

    private record Signing(TokenSigner signer, ConcurrentHashMap<Caller, Token> given) {}

    public SignedServiceTokens(Supplier<JWKSet> keys, Duration refresh, TokenRules rules, Clock clock) {
        signing = new LiveKeys<>(
                keys, refresh, set -> new Signing(new TokenSigner(rules, set, clock), new ConcurrentHashMap<>()));
        // what is reused has still most of its life before it
        reuseNanos = rules.lifetime().dividedBy(8).toNanos();
    }

    @Override
    public String bearerFor(Caller caller) {
        Signing current = signing.get();
        long now = System.nanoTime();
        Token known = current.given().get(caller);
        if (known != null && now - known.at() < reuseNanos) {
            return known.text();
        }
        String token = current.signer().sign(caller);
        if (current.given().size() >= REMEMBERED) {
            current.given().clear();
        }
        current.given().put(caller, new Token(token, now));
        return token;
    }

    /** The public keys as a JWK set. */
    public String publicKeys() {
        return signing.get().signer().jwkSet();
    }
}
