package vn.thidua.platform.boot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of a service, below {@code thidua}.
 *
 * @param installation id of the installation: stands in every commit and every token
 * @param secret Base64, 32 bytes or more, the same in all services of the installation: once-keys and cursors are made with
 *     it. With another one, earlier requests are not recognised any more
 * @param mongodb where the records are
 * @param kafka where the topics are
 * @param keys the keys that everything personal is sealed with
 * @param tokens which tokens are taken
 * @param developmentIssuer gives tokens on a developer's machine
 * @param web bounds of requests
 */
@ConfigurationProperties("thidua")
public record ThiduaProperties(
        String installation,
        String secret,
        @DefaultValue Mongodb mongodb,
        @DefaultValue Kafka kafka,
        @DefaultValue Keys keys,
        @DefaultValue Tokens tokens,
        @DefaultValue DevelopmentIssuer developmentIssuer,
        @DefaultValue Web web) {

    /**
     * MongoDB.
     *
     * @param uri of a replica set, or of the embedded server
     * @param databases what the names of the databases begin with
     */
    public record Mongodb(
            @DefaultValue("mongodb://127.0.0.1:27017") String uri,
            @DefaultValue("thidua_") String databases) {}

    /**
     * Kafka.
     *
     * @param bootstrap addresses of brokers, separated by commas; empty: nothing is sent and nothing is followed
     */
    public record Kafka(@DefaultValue("") String bootstrap) {}

    /**
     * The key ring.
     *
     * @param keyEncryptionKey Base64, 32 bytes: wraps all other keys. Lost, everything sealed is lost; empty: this service
     *     seals nothing
     * @param keyEncryptionKeyId names it in the key store
     */
    public record Keys(
            @DefaultValue("") String keyEncryptionKey,
            @DefaultValue("kek-1") String keyEncryptionKeyId) {}

    /**
     * Tokens of the services.
     *
     * @param issuer claim {@code iss}
     * @param audience one of the claim {@code aud}
     * @param lifetime of tokens that are signed here; at most 2 minutes
     * @param jwkSet where the public keys are, one or more: {@code http(s):} fetched again when a key is new, or {@code
     *     file:}; a token signed with any of them is taken; none: the signing keys
     * @param signingKeys file with the private keys, made if it is missing; only where tokens are signed
     */
    public record Tokens(
            @DefaultValue("https://thidua.vn/gateway") String issuer,
            @DefaultValue("thidua-services") String audience,
            @DefaultValue("2m") Duration lifetime,
            @DefaultValue List<String> jwkSet,
            @Nullable Path signingKeys) {

        public Tokens {
            jwkSet = List.copyOf(jwkSet);
        }
    }

    /**
     * The development issuer.
     *
     * @param enabled never beyond a developer's machine
     */
    public record DevelopmentIssuer(@DefaultValue("false") boolean enabled) {}

    /**
     * Bounds of requests.
     *
     * @param maxBody largest body that is no file
     * @param maxWait how long a query waits for a position
     */
    public record Web(
            @DefaultValue("1MB") DataSize maxBody,
            @DefaultValue("2s") Duration maxWait) {}
}
