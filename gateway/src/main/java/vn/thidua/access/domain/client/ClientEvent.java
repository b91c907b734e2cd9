package vn.thidua.access.domain.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to an API client. {@code unit} is null for one that is let in for every unit. */
public sealed interface ClientEvent {

    String client();

    @Nullable
    String unit();

    /** @param scopes in alphabetical order */
    record ClientRegistered(
            String client,
            @Nullable String unit,
            String name,
            List<ClientScope> scopes,
            @Nullable Instant expires,
            String by)
            implements ClientEvent {
        public ClientRegistered {
            scopes = List.copyOf(scopes);
        }
    }

    /** @param hash of 32 random bytes, so that nothing can be guessed from it */
    record SecretIssued(String client, @Nullable String unit, String secret, String hash, Instant at, String by)
            implements ClientEvent {}

    /** @param validUntil the secret opens nothing from then on */
    record SecretEnded(String client, @Nullable String unit, String secret, Instant validUntil, String by)
            implements ClientEvent {}

    record ClientRevoked(String client, @Nullable String unit, String by) implements ClientEvent {}
}
