package vn.thidua.access.domain.client;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.values.RejectedException;

/** A system that comes with a key. */
public class ApiClient {

    static final int NAME_MOST = 100;

    /** Longest time for which an old secret stays valid beside the new one. */
    static final Duration OVERLAP_MOST = Duration.ofDays(30);

    /** How many secrets may be valid at once. */
    static final int SECRETS_MOST = 3;

    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // Axon takes the id from the first event; it must not find another one before
    private String id;

    private @Nullable String unit;
    private boolean revoked;

    /** When each ends; {@link Instant#MAX} without end. */
    private final Map<String, Instant> secrets = new LinkedHashMap<>();

    protected ApiClient() {}

    @CommandHandler
    ApiClient(ClientCommand.RegisterClient command) {
        if (command.name().isBlank() || command.name().length() > NAME_MOST) {
            throw new RejectedException(new ClientRejection.NameNotFit(NAME_MOST));
        }
        if (command.scopes().isEmpty()) {
            throw new RejectedException(new ClientRejection.ScopeMissing());
        }
        boolean operator = command.scopes().contains(ClientScope.OPERATIONS);
        if (operator && command.unit() != null) {
            throw new RejectedException(new ClientRejection.OperatorHasNoUnit());
        }
        if (!operator && command.unit() == null) {
            throw new RejectedException(new ClientRejection.UnitMissing());
        }
        if (command.expires() != null && !command.expires().isAfter(command.now())) {
            throw new RejectedException(new ClientRejection.ExpiryPast());
        }
        apply(new ClientEvent.ClientRegistered(
                command.client(),
                command.unit(),
                command.name(),
                command.scopes().stream().sorted().toList(),
                command.expires(),
                command.by()));
        apply(new ClientEvent.SecretIssued(
                command.client(), command.unit(), command.secret(), command.secretHash(), command.now(), command.by()));
    }

    @CommandHandler
    void rotate(ClientCommand.RotateSecret command) {
        mustStand();
        if (command.othersUntil().isBefore(command.now())
                || command.othersUntil().isAfter(command.now().plus(OVERLAP_MOST))) {
            throw new RejectedException(new ClientRejection.OverlapNotFit(OVERLAP_MOST.toDays()));
        }
        boolean overlapping = command.othersUntil().isAfter(command.now());
        long valid = secrets.values().stream()
                .filter(until -> until.isAfter(command.now()))
                .count();
        if (overlapping && valid >= SECRETS_MOST) {
            throw new RejectedException(new ClientRejection.TooManySecrets(SECRETS_MOST));
        }
        apply(new ClientEvent.SecretIssued(
                id, unit, command.secret(), command.secretHash(), command.now(), command.by()));
        new LinkedHashMap<>(secrets).forEach((secret, until) -> {
            if (!secret.equals(command.secret()) && until.isAfter(command.othersUntil())) {
                apply(new ClientEvent.SecretEnded(id, unit, secret, command.othersUntil(), command.by()));
            }
        });
    }

    @CommandHandler
    void end(ClientCommand.EndSecret command) {
        mustStand();
        Instant until = secrets.get(command.secret());
        if (until == null) {
            throw new RejectedException(new ClientRejection.UnknownSecret());
        }
        if (until.isAfter(command.now())) {
            apply(new ClientEvent.SecretEnded(id, unit, command.secret(), command.now(), command.by()));
        }
    }

    @CommandHandler
    void revoke(ClientCommand.RevokeClient command) {
        mustStand();
        apply(new ClientEvent.ClientRevoked(id, unit, command.by()));
    }

    private void mustStand() {
        if (revoked) {
            throw new RejectedException(new ClientRejection.Revoked());
        }
    }

    @EventSourcingHandler
    void on(ClientEvent event) {
        switch (event) {
            case ClientEvent.ClientRegistered e -> {
                id = e.client();
                unit = e.unit();
            }
            case ClientEvent.SecretIssued e -> secrets.put(e.secret(), Instant.MAX);
            case ClientEvent.SecretEnded e -> secrets.put(e.secret(), e.validUntil());
            case ClientEvent.ClientRevoked _ -> revoked = true;
        }
    }
}
