package vn.thidua.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.security.Caller;

/** Talks to a service of this installation, under tokens that it signs by itself. */
public final class Rest implements AutoCloseable {

    /** A token lives for two minutes. */
    private static final long TOKEN_NANOS = Duration.ofSeconds(60).toNanos();

    /**
     * What a service has answered.
     *
     * @param location of what was made
     * @param position what a later query may wait for
     * @param stale whether it may be older than the position that was asked for
     */
    public record Answer(
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String position,
            boolean stale,
            String body) {

        /** Whether it was done. */
        public boolean isDone() {
            return status >= 200 && status < 300;
        }

        /** The last part of the location. */
        public String id() {
            String path = Optional.ofNullable(location)
                    .orElseThrow(() -> new IllegalStateException("an answer without a location: " + status));
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final Home home;
    private final Secrets secrets;
    private final String subject;
    private final List<Caller.Binding> posts;
    private final Set<String> scopes;
    private @Nullable String token;
    private long signed;

    /**
     * @param url of the service
     * @param subject in whose name
     */
    public Rest(
            String url, Home home, Secrets secrets, String subject, List<Caller.Binding> posts, Set<String> scopes) {
        this.url = url;
        this.home = home;
        this.secrets = secrets;
        this.subject = subject;
        this.posts = List.copyOf(posts);
        this.scopes = Set.copyOf(scopes);
    }

    private synchronized String token() {
        String current = token;
        if (current == null || System.nanoTime() - signed > TOKEN_NANOS) {
            current = Tokens.sign(home, secrets, subject, posts, scopes);
            token = current;
            signed = System.nanoTime();
        }
        return current;
    }

    /** Waits at most 20 s for the answer. */
    public Answer get(String path, @Nullable String position) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).GET();
        if (position != null) {
            request.header("X-Position", position);
        }
        return send(request.build());
    }

    /** Does it once, however often it is asked under the same key. */
    public Answer post(String path, String body, String key) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The same for the version that was seen; null if any will do. */
    public Answer post(String path, String body, String key, @Nullable String version)
            throws IOException, InterruptedException {
        if (version == null) {
            return post(path, body, key);
        }
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("If-Match", version)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The same with the bytes of a file as the body. */
    public Answer upload(String path, byte[] file, String key) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build());
    }

    /** Takes away what is at the path. */
    public Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token());
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("Location").orElse(null),
                answer.headers().firstValue("ETag").orElse(null),
                answer.headers().firstValue("X-Position").orElse(null),
                answer.headers().firstValue("X-Stale").isPresent(),
                answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
