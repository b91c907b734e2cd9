package vn.thidua.gateway.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import vn.thidua.platform.testing.Tokens;

/** The edge as it runs, before services that are none. */
final class RunningEdge implements AutoCloseable {

    static final Tokens CALLER = Tokens.of("nguyen.van.an").person("person-1");

    private final ServletWebServerApplicationContext application;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningEdge(ServletWebServerApplicationContext application) {
        this.application = application;
    }

    /** @param settings beside those that the tests share */
    static RunningEdge start(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Tokens.properties());
        all.put("thidua.gateway.resilience.rest", "300ms");
        all.put("thidua.gateway.resilience.probe", "200ms");
        all.putAll(settings);
        List<String> arguments = new ArrayList<>();
        all.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new RunningEdge((ServletWebServerApplicationContext) new SpringApplicationBuilder(EdgeApplication.class)
                .properties("spring.config.name=gateway")
                .run(arguments.toArray(String[]::new)));
    }

    /** Before one service with the context plan. */
    static RunningEdge before(FakeService service, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("thidua.gateway.services.plan-service.uri", service.address());
        settings.put("thidua.gateway.services.plan-service.contexts", "plan");
        settings.putAll(more);
        return start(settings);
    }

    int port() {
        return Objects.requireNonNull(application.getWebServer()).getPort();
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    HttpRequest.Builder signed(String path) {
        return request(path).header("Authorization", CALLER.bearer());
    }

    HttpResponse<String> get(String path) {
        return send(signed(path));
    }

    HttpResponse<String> post(String path, String body, @Nullable String key) {
        HttpRequest.Builder request =
                signed(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        return send(key == null ? request : request.header("Idempotency-Key", key));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        application.close();
        http.close();
    }
}
