package vn.thidua.gateway.signin.client;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import vn.thidua.access.view.Accounts;
import vn.thidua.access.view.ClientSecrets;

/** API clients as the authorization server knows them: they prove themselves by a secret, and get tokens for themselves. */
final class Clients implements RegisteredClientRepository {

    private static final String BETWEEN = " ";

    private final LiveClients clients;
    private final Duration lifetime;

    /**
     * @param lifetime of tokens
     */
    Clients(LiveClients clients, Duration lifetime) {
        this.clients = clients;
        this.lifetime = lifetime;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are changed by their commands");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return clients.standing(id).map(this::registered).orElse(null);
    }

    private RegisteredClient registered(Accounts.Client client) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                // several while a secret is being replaced
                .clientSecret(String.join(BETWEEN, client.secretHashes()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(lifetime).build())
                .build();
    }

    /** Compares a secret with all that are valid. */
    static final class Secrets implements PasswordEncoder {

        @Override
        public String encode(@Nullable CharSequence secret) {
            throw new UnsupportedOperationException("secrets are made by their command");
        }

        @Override
        public boolean matches(@Nullable CharSequence secret, @Nullable String hashes) {
            return secret != null
                    && hashes != null
                    && ClientSecrets.matches(secret.toString(), List.of(hashes.split(BETWEEN, -1)));
        }
    }
}
