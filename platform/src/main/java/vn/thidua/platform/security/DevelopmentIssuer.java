package vn.thidua.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives a token with any claims to whoever asks, on this machine alone: for development, until the gateway is there. It is
 * there only where it was switched on by name, and keeps a service that listens beyond the loopback from starting.
 */
@RestController
@RequestMapping(DevelopmentIssuer.PATH)
public final class DevelopmentIssuer {

    /** Below this address. */
    public static final String PATH = "/development";

    private static final Logger LOG = LoggerFactory.getLogger(DevelopmentIssuer.class);
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final TokenSigner signer;

    /**
     * @param address that the server is bound to; null for every one
     * @throws IllegalStateException if others than this machine could ask
     */
    public DevelopmentIssuer(TokenSigner signer, @Nullable InetAddress address) {
        if (address == null || !address.isLoopbackAddress()) {
            throw new IllegalStateException("the development issuer gives any token to whoever asks;"
                    + " it starts only where server.address is a loopback address, as 127.0.0.1");
        }
        this.signer = signer;
        LOG.warn("the development issuer is on: whoever is on this machine may become anybody");
    }

    /** A post as it is asked for. */
    public record Post(Role role, String unit, @Nullable LocalDate until) {}

    /**
     * Whose token it shall be.
     *
     * @param scope scopes of a client, separated by blanks
     * @param act id of the person acted for
     */
    public record Wanted(
            String subject,
            @Nullable String person,
            @Nullable List<Post> posts,
            @Nullable String scope,
            @Nullable String act,
            @Nullable String sid) {}

    /**
     * What is given.
     *
     * @param expiresIn seconds
     */
    public record Given(String token, long expiresIn) {}

    /** A token, for 2 minutes at most. */
    @PostMapping(path = "/token", consumes = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<Given> token(@RequestBody Wanted wanted, HttpServletRequest request)
            throws UnknownHostException {
        if (!isFromHere(request)) {
            throw new NotAllowedException();
        }
        List<Post> posts = wanted.posts() == null ? List.of() : wanted.posts();
        String scope = wanted.scope() == null ? "" : wanted.scope().strip();
        var caller = new Caller(
                wanted.subject(),
                wanted.person(),
                signer.rules().installation(),
                posts.stream()
                        .map(post -> new Caller.Binding(post.role(), post.unit(), post.until()))
                        .toList(),
                scope.isEmpty() ? Set.of() : Set.of(scope.split("\\s+", -1)),
                wanted.act(),
                wanted.sid());
        return ResponseEntity.ok(
                new Given(signer.sign(caller), signer.rules().lifetime().toSeconds()));
    }

    /** The public keys, for services in other processes. */
    @GetMapping(path = "/jwk-set", produces = MediaType.APPLICATION_JSON_VALUE)
    public String jwkSet() {
        return signer.jwkSet();
    }

    /** Neither through a proxy nor from a page in a browser, whatever name it has given this machine. */
    private static boolean isFromHere(HttpServletRequest request) throws UnknownHostException {
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && LOCAL.contains(request.getServerName().toLowerCase(Locale.ROOT))
                && request.getHeader("Origin") == null
                && request.getHeader("Forwarded") == null
                && request.getHeader("X-Forwarded-For") == null;
    }
}
