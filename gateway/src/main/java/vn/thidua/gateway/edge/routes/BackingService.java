package vn.thidua.gateway.edge.routes;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.thidua.gateway.edge.GatewayProperties;

/** A service behind the gateway: where it is, and whether calls to it are worth a try. */
public final class BackingService {

    private final String name;
    private final GatewayProperties.Service settings;
    private final List<ServiceAddress> addresses;
    private final CircuitBreaker breaker;
    private final Semaphore places;
    private final AtomicInteger turn = new AtomicInteger();

    BackingService(String name, GatewayProperties.Service settings, GatewayProperties.Resilience resilience) {
        if (settings.uri().isEmpty() || settings.contexts().isEmpty()) {
            throw new IllegalStateException(
                    "thidua.gateway.services." + name + " must say uri and contexts, one each at least");
        }
        this.name = name;
        this.settings = settings;
        this.addresses = settings.uri().stream().map(ServiceAddress::new).toList();
        this.places = new Semaphore(resilience.waiting());
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(resilience.window())
                        .minimumNumberOfCalls(resilience.enough())
                        .failureRateThreshold(resilience.failures())
                        .waitDurationInOpenState(resilience.rest())
                        .permittedNumberOfCallsInHalfOpenState(3)
                        // a call that never says how it ended must not keep the breaker half open
                        .maxWaitDurationInHalfOpenState(resilience.rest().multipliedBy(6))
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .build());
    }

    /** As it stands in the settings. */
    public String name() {
        return name;
    }

    /** What a clerk calls it. */
    public String label() {
        @Nullable String label = settings.label();
        return label == null ? name : label;
    }

    String labelEn() {
        @Nullable String label = settings.labelEn();
        return label == null ? name : label;
    }

    /** Whose requests it takes. */
    public List<String> contexts() {
        return settings.contexts();
    }

    /** All of them, well or not. */
    public List<ServiceAddress> addresses() {
        return addresses;
    }

    /** {@code CLOSED} while calls go through. */
    public String breakerState() {
        return breaker.getState().name();
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    Semaphore places() {
        return places;
    }

    Duration timeout() {
        return settings.timeout();
    }

    /** A healthy address, each in its turn; one that was tried for this request only where there is no other. */
    public Optional<ServiceAddress> next(Collection<ServiceAddress> tried) {
        List<ServiceAddress> healthy =
                addresses.stream().filter(ServiceAddress::isHealthy).toList();
        List<ServiceAddress> fresh =
                healthy.stream().filter(each -> !tried.contains(each)).toList();
        List<ServiceAddress> choice = fresh.isEmpty() ? healthy : fresh;
        return choice.isEmpty()
                ? Optional.empty()
                : Optional.of(choice.get(Math.floorMod(turn.getAndIncrement(), choice.size())));
    }
}
