package vn.thidua.gateway.edge.routes;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.function.ServerResponse;
import vn.thidua.gateway.edge.limits.BodyLimits;
import vn.thidua.gateway.edge.routes.ExchangeFailure.Kind;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;

/**
 * Sends a request on and streams the answer back. Spring Cloud Gateway's own goes through Spring's RestClient, whose
 * time-out also cuts a download that goes on well over a slow line; here it ends with the answer's head.
 */
public final class ServiceExchange implements ProxyExchange {

    /** Attribute: how long the answer may take, a {@link Duration}. */
    static final String TIMEOUT = ServiceExchange.class.getName() + ".timeout";

    private static final Duration USUAL = Duration.ofSeconds(30);

    private final HttpClient http;

    /**
     * @param http of HTTP/1.1: with another one every first request of a connection asks for an upgrade
     */
    public ServiceExchange(HttpClient http) {
        this.http = http;
    }

    /**
     * Waits for the head of the answer.
     *
     * @throws ExchangeFailure if there is none
     */
    @Override
    public ServerResponse exchange(Request request) {
        HttpServletRequest from = request.getServerRequest().servletRequest();
        Duration timeout = from.getAttribute(TIMEOUT) instanceof Duration wanted ? wanted : USUAL;
        HttpRequest.Builder to = HttpRequest.newBuilder(request.getUri())
                .timeout(timeout)
                .method(request.getMethod().name(), body(from));
        try {
            request.getHeaders().forEach((name, values) -> values.forEach(value -> to.header(name, value)));
        } catch (IllegalArgumentException e) {
            // letters that no header may have
            throw new ProblemException(ProblemType.MALFORMED_REQUEST);
        }
        HttpResponse<InputStream> answer = send(to.build(), from);
        var passed = new PassedAnswer(HttpStatusCode.valueOf(answer.statusCode()), answer.body());
        var head = new Head(HttpStatusCode.valueOf(answer.statusCode()), headers(answer));
        request.getResponseConsumers().forEach(consumer -> consumer.accept(head, passed));
        return passed;
    }

    private HttpResponse<InputStream> send(HttpRequest request, HttpServletRequest from) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (HttpConnectTimeoutException | ConnectException e) {
            throw new ExchangeFailure(Kind.NOT_SENT, e);
        } catch (HttpTimeoutException e) {
            throw new ExchangeFailure(Kind.TIMED_OUT, e);
        } catch (IOException e) {
            throw new ExchangeFailure(BodyLimits.failure(from).isPresent() ? Kind.CALLER : Kind.BROKEN, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExchangeFailure(Kind.BROKEN, e);
        }
    }

    /** What was kept is sent from memory, and again if need be; a file goes through as it comes. */
    private static BodyPublisher body(HttpServletRequest from) {
        Optional<byte[]> kept = KeptBody.of(from);
        if (kept.isPresent()) {
            return kept.get().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(kept.get());
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> input(from));
        long length = from.getContentLengthLong();
        if (length == 0) {
            return BodyPublishers.noBody();
        }
        return length < 0 ? stream : BodyPublishers.fromPublisher(stream, length);
    }

    private static InputStream input(HttpServletRequest from) {
        try {
            return from.getInputStream();
        } catch (IOException e) {
            // the client takes it as a body that cannot be read
            return InputStream.nullInputStream();
        }
    }

    private static HttpHeaders headers(HttpResponse<?> answer) {
        var headers = new HttpHeaders();
        answer.headers().map().forEach(headers::put);
        return headers;
    }

    private record Head(HttpStatusCode status, HttpHeaders headers) implements Response {

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
