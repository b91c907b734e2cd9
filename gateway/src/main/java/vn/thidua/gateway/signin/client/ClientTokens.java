package vn.thidua.gateway.signin.client;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import vn.thidua.gateway.signin.SignInProperties;
import vn.thidua.gateway.signin.token.LiveKeys;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.CallerAuthentication;
import vn.thidua.platform.security.CallerAuthentications;

/**
 * Tokens of API clients: how they are signed, and what must be true of one that is taken. They are for the gateway alone
 * (RFC 9068, ES256); the services never see them.
 */
public final class ClientTokens implements Converter<Jwt, CallerAuthentication> {

    private static final String TYPE = "at+jwt";
    private static final String INSTALLATION = "installation";
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final SignInProperties.Clients settings;
    private final String installation;
    private final LiveClients clients;
    private final CallerAuthentications authentications;
    private final Clock clock;
    private final LiveKeys<Keys> keys;

    private record Keys(JwtEncoder encoder, JwtDecoder decoder) {}

    public ClientTokens(
            SignInProperties.Clients settings,
            String installation,
            LiveClients clients,
            CallerAuthentications authentications,
            Supplier<JWKSet> keys,
            Duration refresh,
            Clock clock) {
        this.settings = settings;
        this.installation = installation;
        this.clients = clients;
        this.authentications = authentications;
        this.clock = clock;
        this.keys = new LiveKeys<>(keys, refresh, this::keys);
    }

    private Keys keys(JWKSet set) {
        var signing = new JWKSet(set.getKeys().getFirst());
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(set.toPublicJWKSet()))
                .jwsAlgorithms(allowed -> {
                    allowed.clear();
                    allowed.add(SignatureAlgorithm.ES256);
                })
                .jwtProcessorCustomizer(processor ->
                        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TYPE))))
                .build();
        decoder.setJwtValidator(rules());
        return new Keys(new NimbusJwtEncoder(new ImmutableJWKSet<>(signing)), decoder);
    }

    private OAuth2TokenValidator<Jwt> rules() {
        var time = new JwtTimestampValidator(SKEW);
        time.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(List.of(
                time,
                new JwtIssuerValidator(settings.issuer()),
                token -> check(
                        token.getExpiresAt() != null
                                && token.getAudience() != null
                                && token.getAudience().contains(settings.audience()),
                        "the token is for another audience"),
                token -> check(
                        installation.equals(token.getClaims().get(INSTALLATION)),
                        "the token is of another installation"),
                token -> check(clients.standing(client(token)).isPresent(), "the client stands no more")));
    }

    private static OAuth2TokenValidatorResult check(boolean holds, String otherwise) {
        return holds
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", otherwise, null));
    }

    /** Makes tokens, with the key that signs now. */
    JwtGenerator generator() {
        var generator = new JwtGenerator(parameters -> keys.get().encoder().encode(parameters));
        generator.setClock(clock);
        generator.setJwtCustomizer(this::complete);
        return generator;
    }

    private void complete(JwtEncodingContext context) {
        context.getJwsHeader().algorithm(SignatureAlgorithm.ES256).type(TYPE);
        context.getClaims().audience(List.of(settings.audience())).claim(INSTALLATION, installation);
    }

    /** Takes tokens that are signed with a key of ours, and whose client stands. */
    public JwtDecoder decoder() {
        return token -> keys.get().decoder().decode(token);
    }

    @Override
    public CallerAuthentication convert(Jwt token) {
        Object scope = token.getClaims().get("scope");
        Set<String> scopes =
                switch (scope) {
                    case String text -> Set.of(text.strip().split("\\s+", -1));
                    case Iterable<?> many -> {
                        var all = new LinkedHashSet<String>();
                        many.forEach(one -> all.add(String.valueOf(one)));
                        yield all;
                    }
                    case null, default -> Set.of();
                };
        Caller caller = clients.caller(client(token), scopes)
                .orElseThrow(() -> new InvalidBearerTokenException("the client stands no more"));
        return authentications.of(caller);
    }

    /** The id of the client; of a token without subject, one that nobody has. */
    private static String client(Jwt token) {
        return Objects.requireNonNullElse(token.getSubject(), "");
    }
}
