package vn.thidua.bench.http;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import vn.thidua.bench.figure.Bench;
import vn.thidua.bench.figure.Figure;
import vn.thidua.bench.figure.Load;
import vn.thidua.bench.figure.Run;
import vn.thidua.bench.figure.Target;
import vn.thidua.bench.note.NoteEvent.LineAdded;
import vn.thidua.bench.note.NoteLines;
import vn.thidua.bench.note.Notes;
import vn.thidua.bench.store.Store;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.TokenSigner;

/** Commands and queries over HTTP. */
public final class Http implements Bench {

    private static final String BODY = "{\"unit\":\"unit-1\",\"text\":\"Phát động thi đua trong quý\"}";
    private static final java.time.Duration TOKEN = java.time.Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();

    /** What one request is made of, and what must come back. */
    private interface Call {
        HttpRequest next();
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String words() {
        return "a write and a read over HTTP beside an empty Spring MVC endpoint";
    }

    @Override
    public void measure(Run run) throws Exception {
        int notes = Math.min(1_000, run.scale().aggregates());
        String databases = run.databases("http");
        Path keys = Files.createTempDirectory("thidua-bench-");
        run.say("starting two services");
        try (var ours = service(run, databases, keys.resolve("keys.json"));
                var empty = empty(run.database(databases + "raw"))) {
            prepare(ours, run.database(databases + "raw"), notes);
            var tokens = new Tokens(ours.getBean(TokenSigner.class));
            String ourBase = base(ours) + "/api/v1/notes/";
            String rawBase = base(empty) + "/raw/";
            Call write = () -> post(ourBase + any(notes) + "/lines")
                    .header("Authorization", tokens.bearer())
                    .header("Idempotency-Key", Ids.fresh())
                    .build();
            Call rawWrite = () -> post(rawBase + any(notes) + "/lines").build();
            Call read = () -> HttpRequest.newBuilder(URI.create(ourBase + any(notes) + "/lines/1"))
                    .header("Authorization", tokens.bearer())
                    .build();
            Call rawRead = () -> HttpRequest.newBuilder(URI.create(rawBase + any(notes) + "/lines/1"))
                    .build();
            for (Call call : List.of(write, rawWrite, read, rawRead)) {
                rate(run, 64, call, run.scale().warmUp());
            }
            for (int clients : new int[] {8, 64}) {
                compare(
                        run,
                        "HTTP write, " + clients + " clients",
                        "empty endpoint, one durable insert",
                        clients,
                        write,
                        rawWrite);
                compare(run, "HTTP read, " + clients + " clients", "empty endpoint, one find", clients, read, rawRead);
            }
        } finally {
            Files.deleteIfExists(keys.resolve("keys.json"));
            Files.deleteIfExists(keys);
        }
    }

    private void compare(Run run, String what, String baseline, int clients, Call ours, Call raw) {
        Figure figure = run.figure(what, "1/s", baseline, Target.atLeast(0.5, 0.8));
        for (int round = 0; round < run.scale().rounds(); round++) {
            double theirs = rate(run, clients, raw, run.scale().slice());
            figure.add(rate(run, clients, ours, run.scale().slice()), theirs);
        }
    }

    private double rate(Run run, int clients, Call call, java.time.Duration slice) {
        return Load.perSecond(clients, slice, _ -> _ -> expectSuccess(call.next()));
    }

    private void expectSuccess(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(request.method() + " "
                    + request.uri().getPath() + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static HttpRequest.Builder post(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(BODY));
    }

    private static String any(int notes) {
        return Store.note(ThreadLocalRandom.current().nextInt(notes));
    }

    private static String base(ServletWebServerApplicationContext application) {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(application.getWebServer()).getPort();
    }

    /** The same notes with one line each on both sides. */
    private static void prepare(ServletWebServerApplicationContext ours, MongoDatabase raw, int notes)
            throws InterruptedException {
        ContextRuntime context = ours.getBean(Contexts.class).get(Notes.CONTEXT);
        Load.times(32, notes, number -> {
            String note = Store.note(number);
            context.commands().send(new vn.thidua.bench.note.NoteCommand.BeginNote(note, "unit-1"), Notes.act());
            context.commands().send(new vn.thidua.bench.note.NoteCommand.AddLine(note), Notes.act());
            LineAdded line = LineAdded.number(note, 1);
            raw.getCollection("raw_rows")
                    .insertOne(NoteLines.row(
                            new Document("_id", NoteLines.id(note, 1)), note, line.unit(), 1, line.text()));
        });
        String processor = context.views().store().active(NoteLines.NAME).processor();
        if (!context.processors().await(processor, context.log().nextPosition() - 1, java.time.Duration.ofMinutes(2))) {
            throw new IllegalStateException("the view does not catch up");
        }
    }

    private static ServletWebServerApplicationContext service(Run run, String databases, Path keys) {
        Map<String, Object> settings = new HashMap<>(common());
        settings.put("thidua.installation", Notes.INSTALLATION);
        settings.put("thidua.secret", "dGhpcyBpcyBhIHNlY3JldCBmb3IgdGVzdHMgYWxvbmUh");
        settings.put("thidua.tokens.signing-keys", keys.toString());
        settings.put("thidua.mongodb.uri", run.mongo());
        settings.put("thidua.mongodb.databases", databases);
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(NotesService.class)
                .properties(settings)
                .run();
    }

    private static ServletWebServerApplicationContext empty(MongoDatabase database) {
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(EmptyService.class)
                .properties(common())
                .initializers((GenericApplicationContext context) ->
                        context.registerBean(MongoDatabase.class, () -> database))
                .run();
    }

    private static Map<String, Object> common() {
        return Map.of(
                "server.address", "127.0.0.1",
                "server.port", "0",
                "spring.main.banner-mode", "off",
                "logging.level.root", "warn",
                "spring.jmx.enabled", "false");
    }

    /** One caller, whose token is signed anew before it ends. */
    private static final class Tokens {

        private final TokenSigner signer;
        private volatile String bearer;
        private volatile long since;

        Tokens(TokenSigner signer) {
            this.signer = signer;
            this.bearer = "Bearer " + signer.sign(caller());
            this.since = System.nanoTime();
        }

        String bearer() {
            if (System.nanoTime() - since > TOKEN.toNanos()) {
                since = System.nanoTime();
                bearer = "Bearer " + signer.sign(caller());
            }
            return bearer;
        }

        private static Caller caller() {
            return new Caller(
                    "account-1",
                    "person-1",
                    Notes.INSTALLATION,
                    List.of(new Caller.Binding(Role.OFFICER, NotesService.OneUnit.ID, null)),
                    Set.of(),
                    null,
                    null);
        }
    }
}
