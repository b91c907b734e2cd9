package vn.thidua.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Loads an invented district the way a client would: over REST, each request under a key of its own, so that loading it
 * again changes nothing.
 */
final class Demo {

    private static final String FILE = "/demo/requests.json";
    /** Queries of 2 s each. */
    private static final int PATIENCE = 15;

    /** Stands for the id that an earlier request has brought. */
    private static final Pattern EARLIER = Pattern.compile("\\$\\{([a-z0-9-]+)}");

    /**
     * What is asked of a service, in this order.
     *
     * @param name of the request; later ones refer to the id of what it has made as <code>${name}</code>
     * @param awaits a query that is asked first, until it knows of everything before
     */
    record Request(
            String name,
            String service,
            String path,
            @Nullable String awaits,
            JsonNode body) {}

    /** All of it. */
    record Requests(String version, List<Request> requests) {}

    private final Launcher launcher;

    Demo(Launcher launcher) {
        this.launcher = launcher;
    }

    int load(State state) throws InterruptedException {
        Secrets secrets = Secrets.of(launcher.home());
        Requests demo = read();
        Map<String, String> ids = new HashMap<>();
        Map<String, Rest> clients = new HashMap<>();
        @Nullable String position = null;
        try {
            for (Request request : demo.requests()) {
                Rest client = clients.computeIfAbsent(
                        request.service(),
                        service -> new Rest(
                                url(state, service),
                                launcher.home(),
                                secrets,
                                "demo",
                                List.of(),
                                Set.of("operations")));
                if (request.awaits() != null) {
                    await(client, filled(request.awaits(), ids), position);
                }
                Rest.Answer answer = client.post(
                        filled(request.path(), ids),
                        filled(request.body().toString(), ids),
                        "demo-" + demo.version() + "-" + request.name());
                if (!answer.isDone()) {
                    throw stopped(request.name(), answer);
                }
                if (answer.location() != null) {
                    ids.put(request.name(), answer.id());
                }
                position = answer.position() == null ? position : answer.position();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            clients.values().forEach(Rest::close);
        }
        launcher.console()
                .say("Đã nạp dữ liệu mẫu: " + demo.requests().size() + " requests; loading it again changes nothing");
        launcher.console().print("  /api/v1/organization/tree?asOf=2025-06-30  province, district, three communes");
        launcher.console().print("  /api/v1/organization/tree?asOf=2025-07-01  province, the one commune they became");
        return 0;
    }

    private static void await(Rest client, String path, @Nullable String position)
            throws IOException, InterruptedException {
        Rest.Answer answer = client.get(path, position);
        for (int i = 0; i < PATIENCE && (!answer.isDone() || answer.stale()); i++) {
            answer = client.get(path, position);
        }
        if (!answer.isDone()) {
            throw stopped(path, answer);
        }
    }

    private static Refusal stopped(String at, Rest.Answer answer) {
        return new Refusal(
                Refusal.FAILED,
                "Không nạp được dữ liệu mẫu (" + at + ").",
                "the demo stops at " + at + ": " + answer.status() + " " + answer.body());
    }

    private static Requests read() {
        try (InputStream file = Demo.class.getResourceAsStream(FILE)) {
            return JsonFile.JSON.readValue(Objects.requireNonNull(file, FILE), Requests.class);
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
