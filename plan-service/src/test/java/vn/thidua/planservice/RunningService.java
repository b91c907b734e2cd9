package vn.thidua.planservice;

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
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.organization.OrganizationContext;
import vn.thidua.plan.PlanContext;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Tokens;

/**
 * The service as it runs, on backends that nobody has used, and requests to one of its contexts: to organization, unless
 * {@link #plan} was asked for.
 */
public final class RunningService implements AutoCloseable {

    /** May place a unit at the top. */
    public static final Tokens OPERATOR = Tokens.of("operator").scope("operations");

    private final ServletWebServerApplicationContext application;
    private final HttpClient http;
    private final String context;

    /** Position of the last command's answer by context: the next query to that context waits for it. */
    private final Map<String, String> positions;

    private RunningService(
            ServletWebServerApplicationContext application,
            HttpClient http,
            String context,
            Map<String, String> positions) {
        this.application = application;
        this.http = http;
        this.context = context;
        this.positions = positions;
    }

    public static RunningService start(Class<?> test, String mongo, String kafka) {
        return start(Backends.freshName(test) + "_", mongo, kafka);
    }

    /** @param databases what their names begin with: the same again finds what was there */
    public static RunningService start(String databases, String mongo, String kafka) {
        return start(databases, mongo, kafka, Map.of());
    }

    /** @param more settings */
    public static RunningService start(String databases, String mongo, String kafka, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Tokens.properties());
        settings.put("thidua.mongodb.uri", mongo);
        settings.put("thidua.mongodb.databases", databases);
        settings.put("thidua.kafka.bootstrap", kafka);
        settings.put("thidua.keys.key-encryption-key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        settings.putAll(more);
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new RunningService(
                (ServletWebServerApplicationContext)
                        PlanServiceApplication.builder().run(arguments.toArray(String[]::new)),
                HttpClient.newHttpClient(),
                OrganizationContext.NAME,
                new ConcurrentHashMap<>());
    }

    /** The same service, with requests to {@code /api/v1/plan}. Closing either closes it. */
    public RunningService plan() {
        return new RunningService(application, http, PlanContext.NAME, positions);
    }

    /** Of the context that requests go to. */
    public ContextRuntime runtime() {
        return application.getBean(Contexts.class).get(context);
    }

    public ServletWebServerApplicationContext application() {
        return application;
    }

    /** Address of the context, without a slash at the end. */
    public String base() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(application.getWebServer()).getPort() + "/api/v1/" + context;
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public HttpResponse<byte[]> send(
            String method, @Nullable Tokens token, String path, @Nullable String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (token != null) {
            all.addAll(List.of("Authorization", token.bearer()));
        }
        if (body != null) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        String position = positions.get(context);
        if (position != null && method.equals("GET")) {
            all.addAll(List.of("X-Position", position));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!all.isEmpty()) {
            request.headers(all.toArray(String[]::new));
        }
        return sent(request.build());
    }

    /** A list with a header line, as a file for a unit. */
    public HttpResponse<byte[]> upload(Tokens token, String unit, String csv) {
        return upload(token, "/imports?unit=" + unit, csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes of a file as the body. */
    public HttpResponse<byte[]> upload(Tokens token, String path, byte[] content, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", token.bearer(), "Content-Type", "application/octet-stream"));
        return sent(HttpRequest.newBuilder(URI.create(base() + path))
                .headers(all.toArray(String[]::new))
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build());
    }

    private HttpResponse<byte[]> sent(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().firstValue("X-Position").ifPresent(at -> positions.put(context, at));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A command that is taken; the id of what it made, or "". */
    public String does(Tokens token, String path, String body) {
        HttpResponse<byte[]> answer = send("POST", token, path, body);
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(path + " was answered with " + answer.statusCode() + ": " + text(answer));
        }
        return answer.statusCode() == 201 ? json(answer).get("id").asString() : "";
    }

    /** A question whose words stand in the body; answered. */
    public JsonNode asks(Tokens token, String path, String body) {
        HttpResponse<byte[]> answer = send("POST", token, path, body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " was answered with " + answer.statusCode() + ": " + text(answer));
        }
        return json(answer);
    }

    public JsonNode get(Tokens token, String path) {
        HttpResponse<byte[]> answer = send("GET", token, path, null);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " was answered with " + answer.statusCode() + ": " + text(answer));
        }
        return json(answer);
    }

    /** A unit below another, or at the top. */
    public String unit(String kind, String code, String name, @Nullable String parent, String from) {
        return does(OPERATOR, "/units", """
            {"kind": "%s", "code": "%s", "name": "%s", "effective": "%s"%s}\
            """.formatted(
                        kind, code, name, from, parent == null ? "" : ", \"parent\": \"" + parent + "\""));
    }

    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    public static JsonNode json(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() {
        application.close();
    }
}
