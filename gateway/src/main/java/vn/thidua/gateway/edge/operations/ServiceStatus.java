package vn.thidua.gateway.edge.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.gateway.ServiceTokens;
import vn.thidua.gateway.edge.operations.SystemStatus.Follower;
import vn.thidua.gateway.edge.operations.SystemStatus.State;
import vn.thidua.gateway.edge.routes.BackingService;
import vn.thidua.gateway.edge.routes.ServiceAddress;
import vn.thidua.platform.security.Caller;

/** Asks services how they are doing, under a token of the gateway's own. */
final class ServiceStatus {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** A follower that is this far behind is worth a look. */
    static final long FAR_BEHIND_MILLIS = 30_000;

    private final HttpClient http;
    private final ServiceTokens tokens;
    private final JsonMapper mapper;
    private final String installation;

    ServiceStatus(HttpClient http, ServiceTokens tokens, JsonMapper mapper, String installation) {
        this.http = http;
        this.tokens = tokens;
        this.mapper = mapper;
        this.installation = installation;
    }

    SystemStatus.Service of(BackingService service) {
        List<SystemStatus.Address> addresses = service.addresses().stream()
                .map(each -> new SystemStatus.Address(each.base().toString(), each.isHealthy()))
                .toList();
        List<SystemStatus.Context> contexts = service.contexts().stream()
                .map(context -> context(service, context))
                .toList();
        return new SystemStatus.Service(
                service.name(),
                service.label(),
                state(addresses, contexts),
                service.breakerState(),
                addresses,
                contexts);
    }

    static State state(List<SystemStatus.Address> addresses, List<SystemStatus.Context> contexts) {
        boolean any = addresses.isEmpty() || addresses.stream().anyMatch(SystemStatus.Address::healthy);
        if (!any || (!contexts.isEmpty() && contexts.stream().noneMatch(SystemStatus.Context::answered))) {
            return State.DOWN;
        }
        boolean all = addresses.stream().allMatch(SystemStatus.Address::healthy)
                && contexts.stream()
                        .allMatch(context -> context.answered()
                                && context.parked() == 0
                                && context.followers().stream()
                                        .allMatch(follower -> follower.ageMillis() < FAR_BEHIND_MILLIS));
        return all ? State.UP : State.IMPAIRED;
    }

    private SystemStatus.Context context(BackingService service, String context) {
        Optional<ServiceAddress> address = service.next(List.of());
        @Nullable
        JsonNode processors =
                address.flatMap(at -> ask(at, context, "processors")).orElse(null);
        if (processors == null) {
            return new SystemStatus.Context(context, false, 0, 0, 0, List.of());
        }
        List<Follower> followers = new ArrayList<>();
        processors
                .path("processors")
                .forEach(each ->
                        followers.add(follower("processor", each.path("state").asString(""), each)));
        address.flatMap(at -> ask(at, context, "feeds")).ifPresent(feeds -> feeds.path("feeds")
                .forEach(each -> followers.add(
                        follower("feed", each.path("caughtUp").asBoolean(false) ? "CAUGHT_UP" : "BEHIND", each))));
        return context(context, processors.path("events").asLong(0), followers);
    }

    static SystemStatus.Context context(String name, long events, List<Follower> followers) {
        return new SystemStatus.Context(
                name,
                true,
                events,
                followers.stream().mapToLong(Follower::lag).max().orElse(0),
                followers.stream().mapToLong(Follower::parked).sum(),
                followers);
    }

    private static Follower follower(String kind, String state, JsonNode from) {
        return new Follower(
                from.path("name").asString(""),
                kind,
                state,
                from.path("lag").asLong(0),
                from.path("ageMillis").asLong(0),
                from.path("parked").asLong(0),
                from.path("failure").isString() ? from.path("failure").asString("") : null);
    }

    private Optional<JsonNode> ask(ServiceAddress address, String context, String what) {
        var self = new Caller("gateway", null, installation, List.of(), Set.of("operations"), null, null);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address.base() + "/api/v1/" + context + "/operations/" + what))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.bearerFor(self))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? Optional.of(mapper.readTree(answer.body())) : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
