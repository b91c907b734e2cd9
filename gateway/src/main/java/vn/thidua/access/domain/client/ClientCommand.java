package vn.thidua.access.domain.client;

import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of API clients. Secrets arrive hashed; {@code by} is the account or client that asks. */
public sealed interface ClientCommand {

    /**
     * @param unit whose records it may read, with all below; null for every unit
     * @param secret id of its first secret
     * @param expires null without end
     * @param now the time of the act
     */
    record RegisterClient(
            @TargetAggregateIdentifier String client,
            String name,
            @Nullable String unit,
            Set<ClientScope> scopes,
            @Nullable Instant expires,
            String secret,
            String secretHash,
            String by,
            Instant now)
            implements ClientCommand {
        public RegisterClient {
            scopes = Set.copyOf(scopes);
        }
    }

    /** @param othersUntil until when the secrets before stay valid; {@code now} ends them at once */
    record RotateSecret(
            @TargetAggregateIdentifier String client,
            String secret,
            String secretHash,
            Instant othersUntil,
            String by,
            Instant now)
            implements ClientCommand {}

    record EndSecret(@TargetAggregateIdentifier String client, String secret, String by, Instant now)
            implements ClientCommand {}

    record RevokeClient(@TargetAggregateIdentifier String client, String by) implements ClientCommand {}
}
