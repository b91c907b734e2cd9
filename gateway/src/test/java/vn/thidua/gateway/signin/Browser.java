package vn.thidua.gateway.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser as far as sign-in needs one: cookies, forms, and our page's header against forged requests. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    Browser(String address) {
        this.address = address;
    }

    record Answer(int status, String body, Map<String, List<String>> headers) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .flatMap(each -> each.getValue().stream())
                    .collect(Collectors.joining("\n"));
        }

        /** A text in a JSON body, wherever it stands. */
        String text(String field) {
            Matcher found =
                    Pattern.compile("\"" + field + "\"\\s*:\\s*\"([^\"]*)\"").matcher(body);
            return found.find() ? found.group(1) : "";
        }
    }

    /** The same cookies at another gateway. */
    Browser at(String other) {
        var copy = new Browser(other);
        copy.cookies.putAll(cookies);
        return copy;
    }

    Browser header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    Answer signIn(String name, String password) {
        return signIn(name, password, "/");
    }

    Answer signIn(String name, String password, String next) {
        String csrf = formToken();
        return form("/login", Map.of("name", name, "password", password, "next", next, "_csrf", csrf));
    }

    /** The token of the form, as the page holds it. */
    String formToken() {
        Matcher found = CSRF.matcher(get("/login?problem=none-such").body());
        return found.find() ? found.group(1) : "";
    }

    Answer get(String path) {
        return send("GET", path, null, null);
    }

    Answer form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", body);
    }

    /** As our page does: with the cookie's value in the header. */
    Answer json(String method, String path, String body) {
        headers.put("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
        try {
            return send(method, path, "application/json", body);
        } finally {
            headers.remove("X-XSRF-TOKEN");
        }
    }

    Answer send(
            String method,
            String path,
            @org.jspecify.annotations.Nullable String type,
            @org.jspecify.annotations.Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(
                    answer.statusCode(), answer.body(), answer.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        boolean gone = pair[1].isEmpty() || cookie.contains("Max-Age=0");
        if (gone) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
