package vn.thidua.gateway.signin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of sign-in, below {@code thidua.sign-in}.
 *
 * @param sessions how long one lasts
 * @param passwords what one costs, and what it must be like
 * @param keys of tokens
 * @param clients tokens of API clients
 * @param firstPassword file for the first administrator's password, where the gateway is started by itself
 * @param issuer an outside one; absent: people sign in with passwords alone
 */
@ConfigurationProperties("thidua.sign-in")
public record SignInProperties(
        @DefaultValue Sessions sessions,
        @DefaultValue Passwords passwords,
        @DefaultValue Keys keys,
        @DefaultValue Clients clients,
        @DefaultValue(".thidua/data/first-password") Path firstPassword,
        @Nullable Issuer issuer) {

    /**
     * Sessions.
     *
     * @param idle ends after so long without a request
     * @param longest ends after so long, whatever happens
     * @param sweep how often what has ended is removed
     * @param knowledge how long a gateway goes by what it has read of an account: a lock and a role taken away take effect
     *     within this time
     */
    public record Sessions(
            @DefaultValue("30m") Duration idle,
            @DefaultValue("12h") Duration longest,
            @DefaultValue("5m") Duration sweep,
            @DefaultValue("2s") Duration knowledge) {}

    /**
     * Passwords (Argon2id, one lane).
     *
     * @param memory KiB; OWASP asks for 19 MiB with 2 passes at least
     * @param passes over the memory
     * @param concurrent how many are computed at once; 0: as many as there are processors
     * @param waiting how many may wait for that; the next one is told to come again
     * @param patience how long one waits
     * @param shortest code points; NIST SP 800-63B-4 asks for 15 where nothing but the password is asked for
     */
    public record Passwords(
            @DefaultValue("19456") int memory,
            @DefaultValue("2") int passes,
            @DefaultValue("0") int concurrent,
            @DefaultValue("64") int waiting,
            @DefaultValue("5s") Duration patience,
            @DefaultValue("15") int shortest) {}

    /**
     * Keys that tokens are signed with.
     *
     * @param rotate a key signs for so long
     * @param ahead a new key is published for so long before it signs; an old one for so long after
     * @param refresh how often a gateway looks what the other ones have done
     */
    public record Keys(
            @DefaultValue("30d") Duration rotate,
            @DefaultValue("1h") Duration ahead,
            @DefaultValue("30s") Duration refresh) {}

    /**
     * API clients.
     *
     * @param issuer claim {@code iss} of their tokens
     * @param audience claim {@code aud} of their tokens
     * @param lifetime of their tokens
     * @param knowledge how long a gateway goes by what it has read of a client: a revocation takes effect within this time
     */
    public record Clients(
            @DefaultValue("https://thidua.vn/gateway/clients")
            String issuer,

            @DefaultValue("thidua-gateway") String audience,
            @DefaultValue("10m") Duration lifetime,
            @DefaultValue("1s") Duration knowledge) {}

    /**
     * An outside issuer (OpenID Connect).
     *
     * @param uri of the issuer, whose {@code /.well-known/openid-configuration} is read
     * @param clientId that the issuer knows this installation by
     * @param clientSecret that goes with it
     * @param name that people read on the page, as "Đăng nhập tỉnh X"
     * @param patience how long the issuer may take to answer
     */
    public record Issuer(
            URI uri,
            String clientId,
            String clientSecret,
            @DefaultValue("tài khoản dùng chung") String name,
            @DefaultValue("5s") Duration patience) {}
}
