package vn.thidua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.platform.notes.Client;
import vn.thidua.platform.notes.FakeCommands;
import vn.thidua.platform.notes.FakeWaiter;
import vn.thidua.platform.notes.NotesApplication;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Tokens;

/** Once-keys, versions, positions and pages over HTTP. */
class CommandsAndQueriesIT {

    private static final String NOTES = "/api/v1/notes/notes";
    private static final String GOOD = "{\"text\":\"words\",\"unit\":\"leaf\"}";

    private static ServletWebServerApplicationContext application;
    private static Client client;
    private static FakeCommands commands;

    @BeforeAll
    static void start() {
        application = NotesApplication.start(Map.of());
        client = new Client(application);
        commands = application.getBean(FakeCommands.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aCommandIsAnsweredWithPlaceVersionAndPosition() {
        HttpResponse<String> answer =
                client.send("POST", officer(), NOTES, GOOD, "X-Correlation-Id", "from-the-gateway");
        String id = JsonMapper.shared().readTree(answer.body()).path("id").asString();
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).hasValue(NOTES + "/" + id);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"0\"");
        assertThat(answer.headers().firstValue("X-Position").orElseThrow()).matches("notes:\\d+");
        var act = commands.sent.getLast().act();
        assertThat(act.actor()).isEqualTo("p1");
        assertThat(act.posts()).containsExactly("OFFICER@left");
        assertThat(act.unit()).isEqualTo("leaf");
        assertThat(act.correlation()).isEqualTo("from-the-gateway");
        assertThat(act.request())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void aRequestThatComesAgainUnderItsKeyIsAnsweredTheSame() {
        String[] key = {"Idempotency-Key", "0190-a-key-of-mine"};
        HttpResponse<String> first = client.send("POST", officer(), NOTES, GOOD, key);
        int sent = commands.sent.size();
        HttpResponse<String> again = client.send("POST", officer(), NOTES, GOOD, key);
        assertThat(commands.sent).hasSize(sent);
        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag", "X-Position")) {
            assertThat(again.headers().firstValue(header))
                    .isEqualTo(first.headers().firstValue(header));
        }
    }

    @Test
    void theKeyIsTheCallersAndWatchesMethodAddressAndBody() {
        String[] key = {"Idempotency-Key", "another-key-of-mine"};
        client.send("POST", officer(), NOTES, GOOD, key);
        var first = Objects.requireNonNull(commands.sent.getLast().once());
        client.send("POST", Tokens.of("binh").role(Role.OFFICER, "left"), NOTES, GOOD, key);
        var ofAnother = Objects.requireNonNull(commands.sent.getLast().once());
        assertThat(ofAnother.key()).isNotEqualTo(first.key());
        assertThat(ofAnother.request()).isEqualTo(first.request());
        client.send("POST", Tokens.of("chi").role(Role.OFFICER, "left"), NOTES, GOOD + " ", key);
        assertThat(Objects.requireNonNull(commands.sent.getLast().once()).request())
                .isNotEqualTo(first.request());
        client.send("PUT", Tokens.of("dung").role(Role.OFFICER, "left"), NOTES + "/of-left", GOOD, key);
        assertThat(Objects.requireNonNull(commands.sent.getLast().once()).request())
                .isNotEqualTo(first.request());
        assertThat(client.send("POST", officer(), NOTES, GOOD, "Idempotency-Key", "short")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.send(
                                "POST",
                                officer(),
                                NOTES,
                                GOOD,
                                "Idempotency-Key",
                                "twice-twice",
                                "Idempotency-Key",
                                "twice-more")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theVersionThatWasSeenGoesAlong() {
        assertThat(put("\"7\"")).isEqualTo(204);
        assertThat(commands.sent.getLast().expectedVersion()).isEqualTo(7);
        assertThat(put("*")).isEqualTo(204);
        assertThat(commands.sent.getLast().expectedVersion()).isNull();
        for (String wrong : List.of("7", "W/\"7\"", "\"7\", \"8\"", "\"seven\"", "\"-1\"", "\"\"")) {
            assertThat(put(wrong)).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void aResourceThatIsKnownAlreadyIsNotSentAgain() {
        HttpResponse<String> first = client.get(officer(), NOTES + "/of-left");
        assertThat(first.headers().firstValue("ETag")).hasValue("\"7\"");
        HttpResponse<String> again = client.get(officer(), NOTES + "/of-left", "If-None-Match", "\"7\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(client.get(officer(), NOTES + "/of-left", "If-None-Match", "\"6\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aQueryWaitsForItsOwnContextAndSaysWhenItIsStale() {
        var waiter = application.getBean(FakeWaiter.class);
        assertThat(client.get(officer(), NOTES, "X-Position", "other:999999, notes:3,notes:49")
                        .statusCode())
                .isEqualTo(200);
        assertThat(waiter.waits).last().isEqualTo("notes:49");
        HttpResponse<String> stale = client.get(officer(), NOTES, "X-Position", "notes:60");
        assertThat(stale.statusCode()).isEqualTo(200);
        assertThat(stale.headers().firstValue("X-Stale")).hasValue("true");
        assertThat(client.get(officer(), NOTES, "X-Position", "notes:49")
                        .headers()
                        .firstValue("X-Stale"))
                .isEmpty();
        HttpResponse<String> above = client.get(officer(), NOTES, "X-Position", "notes:100");
        assertThat(above.statusCode()).isEqualTo(400);
        assertThat(above.body()).contains("position-ahead");
        for (String wrong :
                List.of("notes", "notes:-1", "notes:x", "notes:1,,", "notes:99999999999999999999", "a b:1")) {
            assertThat(client.get(officer(), NOTES, "X-Position", wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void aCommandThatFollowsAnotherWaitsForItToo() {
        var waiter = application.getBean(FakeWaiter.class);
        int sent = commands.sent.size();
        assertThat(client.send("POST", officer(), NOTES, GOOD, "X-Position", "notes:48")
                        .statusCode())
                .isEqualTo(201);
        assertThat(waiter.waits).last().isEqualTo("notes:48");
        // views that are behind do not keep a command from being done
        HttpResponse<String> stale = client.send("POST", officer(), NOTES, GOOD, "X-Position", "notes:61");
        assertThat(stale.statusCode()).isEqualTo(201);
        assertThat(stale.headers().firstValue("X-Stale")).hasValue("true");
        assertThat(commands.sent).hasSize(sent + 2);
        assertThat(client.send("POST", officer(), NOTES, GOOD, "X-Position", "notes:100")
                        .statusCode())
                .isEqualTo(400);
        assertThat(commands.sent).hasSize(sent + 2);
    }

    @Test
    void aListIsReadToItsEndPageByPage() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        while (cursor != null) {
            JsonNode page = JsonMapper.shared()
                    .readTree(
                            client.get(officer(), NOTES + "?limit=50" + cursor).body());
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : null;
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(120).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aCursorIsGoodForItsOwnListAlone() {
        String cursor = JsonMapper.shared()
                .readTree(client.get(officer(), NOTES + "?limit=10").body())
                .path("next")
                .asString();
        assertThat(status("?limit=20&cursor=" + cursor)).isEqualTo(200);
        assertThat(status("?unit=left&cursor=" + cursor)).isEqualTo(400);
        char last = cursor.charAt(20);
        String tampered = cursor.substring(0, 20) + (last == 'A' ? 'B' : 'A') + cursor.substring(21);
        assertThat(status("?cursor=" + tampered)).isEqualTo(400);
        assertThat(status("?cursor=" + cursor.substring(0, 8))).isEqualTo(400);
        assertThat(status("?cursor=" + URLEncoder.encode("không phải", StandardCharsets.UTF_8)))
                .isEqualTo(400);
        for (String limit : List.of("0", "201", "-1", "many", "")) {
            assertThat(status("?limit=" + limit)).as(limit).isEqualTo(400);
        }
        assertThat(status("?limit=200")).isEqualTo(200);
    }

    private static int status(String query) {
        return client.get(officer(), NOTES + query).statusCode();
    }

    private static int put(String ifMatch) {
        return client.send("PUT", officer(), NOTES + "/of-left", GOOD, "If-Match", ifMatch)
                .statusCode();
    }

    private static Tokens officer() {
        return Tokens.of("an").person("p1").role(Role.OFFICER, "left");
    }
}
