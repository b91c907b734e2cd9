package vn.thidua.platform.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import vn.thidua.platform.testing.Tokens;

/** Sends requests over a real connection. */
public final class Client {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    public Client(ServletWebServerApplicationContext application) {
        this.base = "http://127.0.0.1:"
                + Objects.requireNonNull(application.getWebServer()).getPort();
    }

    /** GET. */
    public HttpResponse<String> get(@Nullable Tokens token, String path, String... headers) {
        return send("GET", token, path, null, headers);
    }

    /** Anything. */
    public HttpResponse<String> send(
            String method, @Nullable Tokens token, String path, @Nullable String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (token != null) {
            all.addAll(List.of("Authorization", token.bearer()));
        }
        if (body != null && !all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!all.isEmpty()) {
            request.headers(all.toArray(String[]::new));
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
