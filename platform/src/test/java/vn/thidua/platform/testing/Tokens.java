package vn.thidua.platform.testing;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.SigningKeys;
import vn.thidua.platform.security.TokenRules;
import vn.thidua.platform.security.TokenSigner;

/**
 * Tokens for tests, signed with a key of this JVM. The application under test takes them with the settings of {@link
 * #properties}: {@code new SpringApplicationBuilder(App.class).properties(Tokens.properties())}, or the same by hand.
 */
public final class Tokens {

    /** The installation that tests run in. */
    public static final String INSTALLATION = "01900000-0000-7000-8000-000000000001";

    /** The rules that the settings lead to. */
    public static final TokenRules RULES =
            new TokenRules("https://thidua.vn/gateway", "thidua-services", INSTALLATION, Duration.ofMinutes(2));

    private static final JWKSet KEYS = SigningKeys.fresh();
    private static @Nullable Path file;

    private final String subject;
    private @Nullable String person;
    private @Nullable String actingFor;
    private final List<Caller.Binding> posts = new ArrayList<>();
    private final Set<String> scopes = new LinkedHashSet<>();

    private Tokens(String subject) {
        this.subject = subject;
    }

    /** Settings of an application that takes these tokens; everything else a service needs is set too. */
    public static Map<String, Object> properties() {
        return Map.of(
                "thidua.installation", INSTALLATION,
                "thidua.secret", "dGhpcyBpcyBhIHNlY3JldCBmb3IgdGVzdHMgYWxvbmUh",
                "thidua.tokens.jwk-set", "file:" + jwkSetFile(),
                "server.address", "127.0.0.1",
                "server.port", "0");
    }

    /** A file with the public keys. */
    public static synchronized Path jwkSetFile() {
        if (file == null) {
            try {
                Path created = Files.createTempFile("thidua-keys-", ".json");
                created.toFile().deleteOnExit();
                Files.writeString(created, signer(Clock.systemUTC()).jwkSet());
                file = created;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }

    /** Begins a token for an account. */
    public static Tokens of(String subject) {
        return new Tokens(subject);
    }

    /** The person behind the account. */
    public Tokens person(String id) {
        person = id;
        return this;
    }

    /** The person acted for. */
    public Tokens actingFor(String id) {
        actingFor = id;
        return this;
    }

    /** A role without end. */
    public Tokens role(Role role, String unit) {
        return role(role, unit, null);
    }

    /** A role until a day. */
    public Tokens role(Role role, String unit, @Nullable LocalDate until) {
        posts.add(new Caller.Binding(role, unit, until));
        return this;
    }

    /** A scope of a client. */
    public Tokens scope(String scope) {
        scopes.add(scope);
        return this;
    }

    /** The caller that the token will stand for. */
    public Caller caller() {
        return new Caller(subject, person, INSTALLATION, posts, scopes, actingFor, null);
    }

    /** The token, from now on for two minutes. */
    public String mint() {
        return mint(Clock.systemUTC());
    }

    /** The token as if it were that time now. */
    public String mint(Clock clock) {
        return signer(clock).sign(caller());
    }

    /** The value of the header {@code Authorization}. */
    public String bearer() {
        return "Bearer " + mint();
    }

    /** What signs these tokens. */
    public static TokenSigner signer(Clock clock) {
        return new TokenSigner(RULES, KEYS, clock);
    }

    /** The keys with their private parts, for tokens that are wrong on purpose. */
    public static JWKSet keys() {
        return KEYS;
    }
}
