package vn.thidua.bench.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import vn.thidua.bench.Statistics;
import vn.thidua.bench.figure.Bench;
import vn.thidua.bench.figure.Figure;
import vn.thidua.bench.figure.Run;
import vn.thidua.bench.figure.Scale;
import vn.thidua.bench.figure.Target;
import vn.thidua.bench.note.Notes;
import vn.thidua.bench.store.Store;
import vn.thidua.gateway.GatewayApplication;
import vn.thidua.gateway.ServiceTokens;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.Role;

/**
 * A small question through the gateway, by people who have signed in, beside the same at the service. Requests begin at
 * their time, however long those before them take: a time counts from when a request was due.
 */
public final class ThroughGateway implements Bench {

    private static final int PER_SECOND = 100;
    private static final int SESSIONS = 1_000;
    private static final String NOTE = Store.note(0);

    private final HttpClient http = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String words() {
        return "a small GET through the gateway, " + PER_SECOND + " a second, beside the service itself; " + SESSIONS
                + " sessions";
    }

    @Override
    public void measure(Run run) throws Exception {
        String databases = run.databases("gateway");
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        run.say("starting a gateway and a service");
        long before = usedMegabytes();
        try (ConfigurableApplicationContext gateway = gateway(run, databases, port)) {
            run.figure("memory on the heap of a gateway without requests", "MB", null, null)
                    .add(Math.max(0, usedMegabytes() - before));
            String door = "http://127.0.0.1:" + gateway.getEnvironment().getProperty("local.server.port");
            try (var service = service(run, databases, port, door)) {
                service.getBean(Contexts.class)
                        .get(Notes.CONTEXT)
                        .commands()
                        .send(new vn.thidua.bench.note.NoteCommand.BeginNote(NOTE, "unit-1"), Notes.act());
                service.getBean(Contexts.class)
                        .get(Notes.CONTEXT)
                        .commands()
                        .send(new vn.thidua.bench.note.NoteCommand.AddLine(NOTE), Notes.act());
                measure(run, gateway, door, "http://127.0.0.1:" + port);
            }
        }
    }

    private void measure(Run run, ConfigurableApplicationContext gateway, String door, String service)
            throws Exception {
        String path = "/api/v1/notes/" + NOTE + "/lines/1";
        int sessions = run.scale() == Scale.TINY ? 20 : SESSIONS;
        run.say("signing in " + sessions + " times");
        List<String> cookies = new SignedIn(gateway, door, http).sessions(sessions);
        ServiceTokens tokens = gateway.getBean(ServiceTokens.class);
        IntFunction<HttpRequest> direct = _ -> HttpRequest.newBuilder(URI.create(service + path))
                .header("Authorization", "Bearer " + tokens.bearerFor(caller()))
                .build();
        IntFunction<HttpRequest> through = number -> HttpRequest.newBuilder(URI.create(door + path))
                .header("Cookie", cookies.get(number % cookies.size()))
                .build();
        await(through.apply(0));
        // enough requests for a hundredth of them to say something
        Duration slice =
                run.scale() == Scale.FULL ? Duration.ofSeconds(10) : run.scale().slice();
        open(direct, run.scale().warmUp());
        open(through, run.scale().warmUp());
        Figure half = run.figure("GET through the gateway, p50", "ms", "the service itself", Target.atMost(1.6, null));
        Figure slow = run.figure("GET through the gateway, p99", "ms", "the service itself", null);
        Figure more = run.figure("... longer than the service, p99", "ms", null, Target.valueAtMost(10, null));
        int rounds = run.scale() == Scale.FULL
                ? Math.max(5, run.scale().rounds())
                : run.scale().rounds();
        for (int round = 0; round < rounds; round++) {
            List<Double> theirs = open(direct, slice);
            List<Double> ours = open(through, slice);
            half.add(Statistics.percentile(ours, 50), Statistics.percentile(theirs, 50));
            slow.add(Statistics.percentile(ours, 99), Statistics.percentile(theirs, 99));
            more.add(Math.max(0, Statistics.percentile(ours, 99) - Statistics.percentile(theirs, 99)));
        }
        run.say("all sessions are used");
        Figure all = run.figure(sessions + " sessions in turn, p99", "ms", null, null);
        all.add(Statistics.percentile(open(through, run.scale() == Scale.FULL ? Duration.ofMinutes(1) : slice), 99));
    }

    /** Milliseconds of each request; one that fails ends the bench. */
    private List<Double> open(IntFunction<HttpRequest> requests, Duration length)
            throws InterruptedException, ExecutionException {
        int count = (int) Math.max(1, length.toMillis() * PER_SECOND / 1000);
        long gap = 1_000_000_000L / PER_SECOND;
        List<Future<Double>> running = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime() + gap;
            for (int i = 0; i < count; i++) {
                long due = start + i * gap;
                int number = i;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                running.add(threads.submit(() -> {
                    succeed(requests.apply(number));
                    return (System.nanoTime() - due) / 1e6;
                }));
            }
            List<Double> times = new ArrayList<>();
            for (Future<Double> each : running) {
                times.add(each.get());
            }
            return times;
        }
    }

    private void succeed(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Until the gateway has found the service, and the view the note. */
    private void await(HttpRequest request) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
            if (System.nanoTime() > end) {
                succeed(request);
            }
            Thread.sleep(200);
        }
    }

    private static Caller caller() {
        return new Caller(
                "account-1",
                "person-1",
                Notes.INSTALLATION,
                List.of(new Caller.Binding(Role.OFFICER, NotesService.OneUnit.ID, null)),
                java.util.Set.of(),
                null,
                null);
    }

    private static long usedMegabytes() {
        System.gc();
        Runtime memory = Runtime.getRuntime();
        return (memory.totalMemory() - memory.freeMemory()) >> 20;
    }

    private static ConfigurableApplicationContext gateway(Run run, String databases, int port) {
        Map<String, Object> settings = settings(run, databases);
        settings.put("server.port", "0");
        settings.put("thidua.gateway.services.plan-service.uri", "http://127.0.0.1:" + port);
        settings.put("thidua.gateway.services.plan-service.contexts", "notes");
        settings.put("thidua.gateway.limits.user", "100000");
        settings.put("thidua.gateway.limits.address", "100000");
        settings.put("thidua.gateway.resilience.probe", "500ms");
        // a thousand sign-ins are not what is measured
        settings.put("thidua.sign-in.passwords.memory", "64");
        settings.put("thidua.sign-in.passwords.passes", "1");
        return GatewayApplication.builder()
                .run(settings.entrySet().stream()
                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                        .toArray(String[]::new));
    }

    private static ServletWebServerApplicationContext service(Run run, String databases, int port, String door) {
        Map<String, Object> settings = settings(run, databases);
        settings.put("server.port", Integer.toString(port));
        settings.put("thidua.tokens.jwk-set", door + "/.well-known/service-keys.json");
        return (ServletWebServerApplicationContext)
                Objects.requireNonNull(new SpringApplicationBuilder(NotesService.class)
                        .properties(settings)
                        .run());
    }

    private static Map<String, Object> settings(Run run, String databases) {
        return new HashMap<>(Map.of(
                "thidua.installation", Notes.INSTALLATION,
                "thidua.secret", "dGhpcyBpcyBhIHNlY3JldCBmb3IgdGVzdHMgYWxvbmUh",
                "thidua.keys.key-encryption-key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                "thidua.mongodb.uri", run.mongo(),
                "thidua.mongodb.databases", databases,
                "server.address", "127.0.0.1",
                "spring.main.banner-mode", "off",
                "logging.level.root", "warn"));
    }
}
