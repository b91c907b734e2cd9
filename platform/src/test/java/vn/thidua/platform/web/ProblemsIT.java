package vn.thidua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.platform.context.ConflictException;
import vn.thidua.platform.context.VersionMismatchException;
import vn.thidua.platform.notes.Client;
import vn.thidua.platform.notes.FakeCommands;
import vn.thidua.platform.notes.FaultyApi;
import vn.thidua.platform.notes.NotesApplication;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Tokens;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.values.Rejection;
import vn.thidua.platform.web.problem.OutdatedException;

/** Every way in which a request can go wrong, over a real server. */
class ProblemsIT {

    private static final String NOTES = "/api/v1/notes/notes";
    private static final String GOOD = "{\"text\":\"words\",\"unit\":\"left\"}";

    private static ServletWebServerApplicationContext application;
    private static Client client;
    private static FakeCommands commands;

    @BeforeAll
    static void start() {
        application = NotesApplication.start(Map.of("thidua.web.max-body", "2KB"), FaultyApi.class);
        client = new Client(application);
        commands = application.getBean(FakeCommands.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private record Refused(Kind kind, Optional<String> field) implements Rejection {

        @Override
        public String code() {
            return "note-refused";
        }

        @Override
        public String vietnamese() {
            return "Không được.";
        }

        @Override
        public String english() {
            return "It may not be.";
        }
    }

    @Test
    void aRefusalOfTheDomainGoesOutAsItIs() {
        commands.failNext(new RejectedException(new Refused(Rejection.Kind.CONFLICT, Optional.of("text"))));
        HttpResponse<String> answer = post(GOOD);
        assertThat(answer.statusCode()).isEqualTo(409);
        JsonNode problem = read(answer);
        assertThat(problem.path("type").asString()).isEqualTo("https://thidua.vn/problems/note-refused");
        assertThat(problem.path("detail").asString()).isEqualTo("Không được.");
        assertThat(problem.path("detailEn").asString()).isEqualTo("It may not be.");
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("text");
        assertThat(problem.path("instance").asString())
                .isEqualTo("urn:request:"
                        + answer.headers().firstValue("X-Request-Id").orElseThrow());

        commands.failNext(new RejectedException(new Refused(Rejection.Kind.INVALID, Optional.empty())));
        assertThat(post(GOOD).statusCode()).isEqualTo(422);
        commands.failNext(new RejectedException(new Refused(Rejection.Kind.NOT_ALLOWED, Optional.empty())));
        assertThat(post(GOOD).statusCode()).isEqualTo(403);
    }

    @Test
    void whatTheDomainDoesNotKnowIsTheSameBytesAsWhatIsHidden() {
        commands.failNext(new RejectedException(new Refused(Rejection.Kind.UNKNOWN, Optional.of("unit"))));
        HttpResponse<String> unknown = post(GOOD);
        HttpResponse<String> hidden = client.get(officer(), NOTES + "/of-right");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo(hidden.body());
        assertThat(client.get(officer(), "/api/v1/notes/no-such-path").body()).isEqualTo(hidden.body());
    }

    @Test
    void aConflictAVersionAndAHungStoreHaveTheirOwnAnswers() {
        commands.failNext(new ConflictException(new IllegalStateException()));
        assertThat(post(GOOD).statusCode()).isEqualTo(409);

        commands.failNext(new VersionMismatchException(12));
        HttpResponse<String> mismatch = post(GOOD);
        assertThat(mismatch.statusCode()).isEqualTo(412);
        assertThat(mismatch.headers().firstValue("ETag")).hasValue("\"12\"");

        commands.failNext(new OutdatedException(13, Map.of("text", "of another")));
        HttpResponse<String> outdated = post(GOOD);
        assertThat(outdated.statusCode()).isEqualTo(412);
        assertThat(outdated.headers().firstValue("ETag")).hasValue("\"13\"");
        assertThat(outdated.body()).contains("version-mismatch", "\"current\":{\"text\":\"of another\"}");

        commands.failNext(new MongoTimeoutException("host secret-host"));
        HttpResponse<String> away = post(GOOD);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(away.body()).contains("store-unavailable").doesNotContain("secret-host");
    }

    @Test
    void aFaultInsideTellsNothingButItsReference() {
        HttpResponse<String> answer = client.get(officer(), "/api/v1/notes/broken");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret words", "IllegalState", "vn.thidua.platform");
        assertThat(read(answer).path("instance").asString()).startsWith("urn:request:");
    }

    @Test
    void invalidFieldsAreNamedWithTheRemedy() {
        HttpResponse<String> answer = post("{\"text\":\"" + "x".repeat(21)
                + "\",\"unit\":\" \",\"lines\":[{\"words\":\"a\",\"count\":1},{\"words\":\"\",\"count\":1}]}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(read(answer).path("errors").valueStream().map(each -> each.path("field")
                        .asString()))
                .containsExactlyInAnyOrder("text", "unit", "lines[1].words");
        assertThat(answer.body()).contains("Độ dài phải từ 0 đến 20.", "Bắt buộc, không được để trống.");
    }

    @Test
    void unreadableJsonIsPlacedAndNotQuoted() {
        assertUnreadable("{\"text\":\"a\",\"unit\":\"left\",\"extra\":1}", "extra");
        assertUnreadable("{\"text\":\"a\",\"unit\":\"left\",\"day\":\"topsecret\"}", "day");
        assertUnreadable("{\"text\":\"a\",\"unit\":\"left\",\"day\":\"+999999999-12-31\"}", "day");
        assertUnreadable("{\"text\":7,\"unit\":\"left\"}", "text");
        assertUnreadable(
                "{\"text\":\"a\",\"unit\":\"left\",\"lines\":[{\"words\":\"b\",\"count\":\"topsecret\"}]}",
                "lines[0].count");
        assertUnreadable("{\"text\":\"a\",\"text\":\"b\",\"unit\":\"left\"}", "body");
        assertUnreadable("{\"text\":", "body");
        assertUnreadable(GOOD + "{}", "body");
        assertUnreadable("{\"text\":\"\\ud800\",\"unit\":\"left\"}", "text");
    }

    @Test
    void methodsMediaAndSizesAreBounded() {
        HttpResponse<String> method = client.send("DELETE", officer(), NOTES, null);
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
        assertThat(client.send("POST", officer(), NOTES, GOOD, "Content-Type", "text/xml")
                        .statusCode())
                .isEqualTo(415);
        assertThat(client.get(officer(), "/api/v1/notes/me", "Accept", "image/png")
                        .statusCode())
                .isEqualTo(406);
        HttpResponse<String> large = post("{\"text\":\"" + "x".repeat(3000) + "\",\"unit\":\"left\"}");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(client.get(officer(), "/api/v1/notes/me", "X-Long", "x".repeat(20_000))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anOddAddressIsAProblemAsAnyOther() {
        HttpResponse<String> odd = client.get(officer(), "/api/v1/notes;x=1/me");
        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(odd.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void textComesInCleaned() {
        // decomposed accents, a control character, a mark that turns the direction of reading
        assertThat(post("{\"text\":\"  Ho\\u0300a\\u0007 \\u202eb\\r\\n \",\"unit\":\"left\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(commands.sent.getLast().command().toString()).contains("text=H\u00f2a b,");
    }

    private static void assertUnreadable(String body, String place) {
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).as(body).isEqualTo(400);
        assertThat(read(answer).path("errors").path(0).path("field").asString())
                .as(body)
                .isEqualTo(place);
        assertThat(answer.body()).doesNotContain("topsecret");
    }

    private static Tokens officer() {
        return Tokens.of("an").person("p1").role(Role.OFFICER, "left");
    }

    private static HttpResponse<String> post(String body) {
        return client.send("POST", officer(), NOTES, body);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
