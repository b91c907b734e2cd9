package vn.thidua.gateway.edge.routes;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import vn.thidua.gateway.ServiceTokens;
import vn.thidua.gateway.edge.GatewayProperties;
import vn.thidua.gateway.edge.limits.BodyLimits;
import vn.thidua.gateway.edge.routes.ExchangeFailure.Kind;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.RequestIds;
import vn.thidua.platform.web.access.RequestScope;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;

/** Calls one service for a request: finds an address, tries again where nothing can be done twice, gives up in time. */
final class ServiceCalls implements HandlerFunction<ServerResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceCalls.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String CORRELATION = "X-Correlation-Id";

    private final BackingService service;
    private final ProxyExchange exchange;
    private final ServiceTokens tokens;
    private final GatewayProperties.Resilience resilience;

    ServiceCalls(
            BackingService service,
            ProxyExchange exchange,
            ServiceTokens tokens,
            GatewayProperties.Resilience resilience) {
        this.service = service;
        this.exchange = exchange;
        this.tokens = tokens;
        this.resilience = resilience;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        HttpServletRequest from = request.servletRequest();
        requireAddressOfService(from.getRequestURI());
        if (!service.places().tryAcquire()) {
            return Outages.busy(service, from);
        }
        try {
            return attempts(request, from);
        } finally {
            // the answer's body is still to come: it takes none of the service's patience
            service.places().release();
        }
    }

    /** The service reads the address as it was sent: one that only means the same after decoding is none of its own. */
    private void requireAddressOfService(String raw) {
        if (service.contexts().stream().noneMatch(context -> raw.startsWith("/api/v1/" + context + "/"))) {
            throw UnknownResourceException.unknown();
        }
    }

    private ServerResponse attempts(ServerRequest request, HttpServletRequest from) {
        boolean repeatable = mayBeRepeated(from);
        List<ServiceAddress> tried = new ArrayList<>();
        @Nullable ExchangeFailure last = null;
        for (int attempt = 1; attempt <= resilience.attempts(); attempt++) {
            Optional<ServiceAddress> address = service.next(tried);
            if (address.isEmpty() || !service.breaker().tryAcquirePermission()) {
                break;
            }
            tried.add(address.get());
            try {
                return once(request, from, address.get());
            } catch (ExchangeFailure e) {
                last = e;
                LOG.warn("{} at {}: {}", service.name(), address.get().base(), e.getMessage());
                boolean again =
                        switch (e.kind()) {
                            // a body that has begun to be read is gone
                            case NOT_SENT -> repeatable || !BodyLimits.isBegun(from);
                            case BROKEN -> repeatable;
                            case TIMED_OUT, CALLER -> false;
                        };
                if (!again || !pause(attempt)) {
                    break;
                }
            }
        }
        return last == null ? Outages.down(service, from) : told(last, from);
    }

    private ServerResponse once(ServerRequest request, HttpServletRequest from, ServiceAddress address) {
        CircuitBreaker breaker = service.breaker();
        long began = System.nanoTime();
        try {
            ServerResponse answer = exchange.exchange(built(request, from, address));
            breaker.onSuccess(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            return answer;
        } catch (ExchangeFailure e) {
            if (e.kind() == Kind.CALLER) {
                breaker.releasePermission();
            } else {
                if (e.kind() == Kind.NOT_SENT) {
                    address.isAway();
                }
                breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, e);
            }
            throw e;
        } catch (RuntimeException e) {
            breaker.releasePermission();
            throw e;
        }
    }

    private ProxyExchange.Request built(ServerRequest request, HttpServletRequest from, ServiceAddress address) {
        from.setAttribute(
                ServiceExchange.TIMEOUT, KeptBody.of(from).isPresent() ? service.timeout() : resilience.upload());
        HttpHeaders headers = PassedHeaders.toTheService(request.headers().asHttpHeaders());
        headers.set(CORRELATION, RequestIds.correlation(from));
        @Nullable Caller caller = RequestScope.caller();
        if (caller != null) {
            headers.setBearerAuth(tokens.bearerFor(caller));
        }
        return exchange.request(request)
                .method(HttpMethod.valueOf(from.getMethod()))
                .uri(target(address, from))
                .headers(headers)
                .responseConsumer((head, answer) -> PassedHeaders.toTheCaller(head.getHeaders(), answer.headers()))
                .build();
    }

    /** Address and query as they were sent, not a letter of them changed. */
    private static URI target(ServiceAddress address, HttpServletRequest from) {
        @Nullable String query = from.getQueryString();
        try {
            return URI.create(address.base() + from.getRequestURI() + (query == null ? "" : "?" + query));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST);
        }
    }

    /** What only asks; and what carries a key, under which the service does it once, as far as it can be sent again. */
    private static boolean mayBeRepeated(HttpServletRequest from) {
        return switch (from.getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default ->
                from.getHeader("Idempotency-Key") != null && KeptBody.of(from).isPresent();
        };
    }

    private static boolean onlyAsks(HttpServletRequest from) {
        return from.getMethod().equals("GET") || from.getMethod().equals("HEAD");
    }

    private ServerResponse told(ExchangeFailure failure, HttpServletRequest from) {
        return switch (failure.kind()) {
            case NOT_SENT -> Outages.down(service, from);
            case BROKEN -> onlyAsks(from) ? Outages.down(service, from) : Outages.unknown(service, from);
            case TIMED_OUT -> onlyAsks(from) ? Outages.slow(service, from) : Outages.unknown(service, from);
            case CALLER -> throw new ProblemException(BodyLimits.failure(from).orElse(ProblemType.MALFORMED_REQUEST));
        };
    }

    private static boolean pause(int attempt) {
        try {
            Thread.sleep(PAUSE.multipliedBy(attempt));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
