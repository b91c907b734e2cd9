package vn.thidua.gateway.signin.client;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thidua.access.view.Accounts;
import vn.thidua.gateway.signin.Brief;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.Role;

/** API clients as they stand, read again every second: a token does not outlive its client. */
public final class LiveClients {

    private final Brief<String, Optional<Accounts.Client>> known;
    private final String installation;
    private final Clock clock;

    public LiveClients(Accounts accounts, Duration knowledge, String installation, Clock clock) {
        known = new Brief<>(knowledge, accounts::client);
        this.installation = installation;
        this.clock = clock;
    }

    /** The client, if it is let in now. */
    public Optional<Accounts.Client> standing(String id) {
        return known.get(id).filter(client -> client.standsAt(clock.instant()));
    }

    /**
     * The caller behind a token; empty if the client stands no more.
     *
     * @param scopes of the token; those that were taken from the client since are not among the caller's
     */
    public Optional<Caller> caller(String id, Set<String> scopes) {
        return standing(id)
                .map(client -> new Caller(
                        client.id(),
                        null,
                        installation,
                        client.unit().isEmpty()
                                ? List.of()
                                : List.of(new Caller.Binding(Role.API_CLIENT, client.unit(), null)),
                        scopes.stream().filter(client.scopes()::contains).collect(Collectors.toUnmodifiableSet()),
                        null,
                        null));
    }
}
