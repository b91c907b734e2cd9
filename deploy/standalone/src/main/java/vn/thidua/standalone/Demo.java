package vn.thidua.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Loads an invented province with a year of plans the way clients would: over REST, each request under a key of its own, so
 * that loading it again changes nothing. What is to be open or overdue counts from the day of the first loading.
 */
final class Demo {

    private static final String FOLDER = "/demo/";
    private static final String FILE = FOLDER + "requests.json";
    /** Queries of 2 s each; of what comes over Kafka, one a fifth of a second. */
    private static final int PATIENCE = 15;

    private static final int PATIENCE_FOR_WORDS = 150;
    private static final int GONE = 404;

    /** Stands for the id that an earlier request has brought. */
    private static final Pattern EARLIER = Pattern.compile("\\$\\{([a-z0-9-]+)}");

    /**
     * What is asked of a service, in this order.
     *
     * @param name of the request; later ones refer to the id of what it has made as <code>${name}</code>
     * @param awaits a query that is asked first, until it knows of everything before
     * @param until words that must stand in the answer to it
     * @param as the role and unit that ask, as <code>OFFICER@${province}</code>; operators, if it is absent. For units that
     *     end during the demo those above ask: they reach them also when it is loaded again
     * @param ifMatch name of the request whose answer told the version that is meant
     * @param document text that is sent instead of a body, a file beside this one
     * @param again whether it is asked again for a moment if it is refused: another context may not have heard of all it names
     * @param body absent where there is nothing to say
     */
    record Request(
            String name,
            String service,
            String path,
            @Nullable String awaits,
            @Nullable String until,
            @Nullable String as,
            @Nullable String ifMatch,
            @Nullable String document,
            @Nullable Boolean again,
            @Nullable JsonNode body) {}

    /** All of it. */
    record Requests(String version, List<Request> requests) {}

    private final Launcher launcher;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> versions = new HashMap<>();

    Demo(Launcher launcher) {
        this.launcher = launcher;
    }

    int load(State state) throws InterruptedException {
        Secrets secrets = Secrets.of(launcher.home());
        Requests demo = read();
        DemoDay day = DemoDay.of(launcher.home());
        Map<String, Rest> clients = new HashMap<>();
        @Nullable String position = null;
        try {
            for (Request request : demo.requests()) {
                String as = filled(Objects.requireNonNullElse(request.as(), ""), ids);
                Rest client = clients.computeIfAbsent(
                        request.service() + " " + as, _ -> client(url(state, request.service()), secrets, as));
                if (request.awaits() != null) {
                    await(client, filled(request.awaits(), ids), position, request.until());
                }
                String key = "demo-" + demo.version() + "-" + request.name();
                Rest.Answer answer = sent(client, request, day, key);
                for (int i = 0; i < PATIENCE && !answer.isDone() && Boolean.TRUE.equals(request.again()); i++) {
                    Thread.sleep(200);
                    answer = sent(client, request, day, key);
                }
                if (!answer.isDone()) {
                    throw stopped(request.name(), answer);
                }
                if (answer.location() != null) {
                    ids.put(request.name(), answer.id());
                }
                if (answer.etag() != null) {
                    versions.put(request.name(), answer.etag());
                }
                position = answer.position() == null ? position : answer.position();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            clients.values().forEach(Rest::close);
        }
        say(demo);
        return 0;
    }

    private void say(Requests demo) {
        Console console = launcher.console();
        console.say("Đã nạp dữ liệu mẫu: " + demo.requests().size() + " requests; loading it again changes nothing");
        console.print("  /api/v1/organization/tree?asOf=2025-06-30  province, district, three communes");
        console.print("  /api/v1/organization/tree?asOf=2025-07-01  province, the one commune they became");
        console.print("  /api/v1/plan/plans                         their plans, of 2025 and of this year");
        console.print(
                "  /api/v1/plan/plans/" + ids.get("plan-province-now") + "/cascade  who has answered the province");
        console.print("  /api/v1/plan/tasks?unit=" + ids.get("merger") + "  the tasks of the commune");
    }

    private Rest client(String url, Secrets secrets, String as) {
        if (as.isEmpty()) {
            return new Rest(url, launcher.home(), secrets, "demo", List.of(), Set.of("operations"));
        }
        // who asks for an extension is not who grants it: each role is somebody of its own
        String role = as.substring(0, as.indexOf('@')).toLowerCase(Locale.ROOT);
        return new Rest(url, launcher.home(), secrets, "demo-" + role, Tokens.posts(List.of(as)), Set.of());
    }

    private Rest.Answer sent(Rest client, Request request, DemoDay day, String key)
            throws IOException, InterruptedException {
        String path = filled(request.path(), ids);
        if (request.document() != null) {
            byte[] document = day.filled(text(FOLDER + request.document())).getBytes(StandardCharsets.UTF_8);
            return client.upload(path, document, key);
        }
        String body =
                request.body() == null ? "" : filled(day.filled(request.body().toString()), ids);
        return client.post(path, body, key, request.ifMatch() == null ? null : versions.get(request.ifMatch()));
    }

    private static void await(Rest client, String path, @Nullable String position, @Nullable String words)
            throws IOException, InterruptedException {
        if (words != null) {
            awaitWords(client, path, words);
            return;
        }
        Rest.Answer answer = client.get(path, position);
        for (int i = 0; i < PATIENCE && (!answer.isDone() || answer.stale()); i++) {
            answer = client.get(path, position);
        }
        if (!answer.isDone()) {
            throw stopped(path, answer);
        }
    }

    /**
     * What another context has to hear of first is not told by a position. A draft that is none any more was issued by an
     * earlier loading.
     */
    private static void awaitWords(Rest client, String path, String words) throws IOException, InterruptedException {
        Rest.Answer answer = client.get(path, null);
        for (int i = 0; i < PATIENCE_FOR_WORDS && !answer.body().contains(words); i++) {
            if (answer.status() == GONE && i > 2) {
                return;
            }
            Thread.sleep(200);
            answer = client.get(path, null);
        }
        if (!answer.body().contains(words)) {
            throw stopped(path + " (" + words + ")", answer);
        }
    }

    private static Refusal stopped(String at, Rest.Answer answer) {
        return new Refusal(
                Refusal.FAILED,
                "Không nạp được dữ liệu mẫu (" + at + ").",
                "the demo stops at " + at + ": " + answer.status() + " " + answer.body());
    }

    private static Requests read() {
        return JsonFile.JSON.readValue(text(FILE), Requests.class);
    }

    private static String text(String resource) {
        try (InputStream file = Demo.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(State state, String service) {
        return state.services().stream()
                .filter(running -> running.name().equals(service))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.FAILED, "Không có " + service, "there is no " + service + " to load the demo into"))
                .url();
    }

    static String filled(String text, Map<String, String> ids) {
        return EARLIER.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Objects.requireNonNull(
                        ids.get(found.group(1)), () -> "nothing was made by " + found.group(1))));
    }
}
