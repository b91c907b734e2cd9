package vn.thidua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import vn.thidua.platform.notes.Client;
import vn.thidua.platform.notes.FaultyApi;
import vn.thidua.platform.notes.NotesApplication;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Tokens;

/** Who gets what, over a real server. */
class AccessIT {

    private static final String NOTE = "{\"text\":\"words\",\"unit\":\"left\"}";

    private static ServletWebServerApplicationContext application;
    private static Client client;

    @BeforeAll
    static void start() {
        application = NotesApplication.start(Map.of(), FaultyApi.class);
        client = new Client(application);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void withoutATokenNothingIsOpenButHealth() {
        assertThat(client.get(null, "/api/v1/notes/me").statusCode()).isEqualTo(401);
        assertThat(client.get(null, "/api/v1/notes/no-such-thing").statusCode()).isEqualTo(401);
        assertThat(client.get(null, "/actuator/info").statusCode()).isEqualTo(401);
        assertThat(client.get(null, "/development/jwk-set").statusCode()).isEqualTo(401);
        assertThat(client.get(null, "/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(client.get(null, "/api/v1/notes/me").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void aCallerIsWhatTheTokenSays() {
        HttpResponse<String> answer = client.get(
                Tokens.of("an")
                        .person("p1")
                        .role(Role.OFFICER, "left", LocalDate.of(2030, 1, 31))
                        .scope("s1"),
                "/api/v1/notes/me");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"subject\":\"an\",\"person\":\"p1\",\"installation\":\"" + Tokens.INSTALLATION
                        + "\",\"posts\":[{\"role\":\"OFFICER\",\"unit\":\"left\",\"until\":\"2030-01-31\"}],"
                        + "\"scopes\":[\"s1\"]}");
    }

    @Test
    void whoHasNoRoleIsRefused() {
        assertThat(client.get(Tokens.of("an"), "/api/v1/notes/notes/of-left").statusCode())
                .isEqualTo(403);
        assertThat(client.get(Tokens.of("an").role(Role.FINANCE, "left"), "/api/v1/notes/notes/of-left")
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.get(
                                Tokens.of("an").role(Role.OFFICER, "left", LocalDate.of(2020, 1, 1)),
                                "/api/v1/notes/notes/of-left")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aResourceOutOfReachAndNoneAreTheSameBytes() {
        var officer = Tokens.of("an").role(Role.OFFICER, "left");
        HttpResponse<String> hidden = client.get(officer, "/api/v1/notes/notes/of-right");
        HttpResponse<String> unknown = client.get(officer, "/api/v1/notes/notes/of-nobody");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(unknown.body()).contains("https://thidua.vn/problems/not-found");
        assertThat(hidden.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        assertThat(client.get(officer, "/api/v1/notes/notes/of-leaf").statusCode())
                .isEqualTo(200);
        assertThat(client.get(Tokens.of("an").role(Role.OFFICER, "root"), "/api/v1/notes/notes/of-right")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aUnitNamedOutOfReachIsRefusedWhetherItIsThereOrNot() {
        var officer = Tokens.of("an").role(Role.OFFICER, "left");
        HttpResponse<String> there = client.get(officer, "/api/v1/notes/notes?unit=right");
        HttpResponse<String> nowhere = client.get(officer, "/api/v1/notes/notes?unit=nowhere");
        assertThat(there.statusCode()).isEqualTo(403);
        assertThat(nowhere.statusCode()).isEqualTo(403);
        assertThat(withoutInstance(there)).isEqualTo(withoutInstance(nowhere)).contains("out-of-scope");
        assertThat(client.send("POST", officer, "/api/v1/notes/notes", NOTE.replace("left", "right"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatIsAboutAPersonIsForThatPerson() {
        assertThat(client.get(Tokens.of("an").person("p1"), "/api/v1/notes/people/p1/notes")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get(Tokens.of("an").person("p2").actingFor("p1"), "/api/v1/notes/people/p1/notes")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get(Tokens.of("an").person("p2"), "/api/v1/notes/people/p1/notes")
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.get(Tokens.of("client"), "/api/v1/notes/people/p1/notes")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aScopeOfAClientOpensWhatNamesItForEveryUnit() {
        var operations = Tokens.of("script").scope("operations");
        assertThat(client.get(operations, "/api/v1/notes/upkeep").statusCode()).isEqualTo(200);
        assertThat(client.send("POST", operations, "/api/v1/notes/notes", NOTE).statusCode())
                .isEqualTo(201);
        assertThat(client.get(operations, "/api/v1/notes/notes/of-left").statusCode())
                .isEqualTo(403);
        assertThat(client.get(operations, "/actuator/metrics").statusCode()).isEqualTo(200);
        assertThat(client.get(Tokens.of("an"), "/actuator/metrics").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anEndpointThatDoesNotAskGivesNoAnswer() {
        HttpResponse<String> answer =
                client.get(Tokens.of("an").role(Role.OFFICER, "left"), "/api/v1/notes/careless/of-right");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("nobody asked");
    }

    private static String withoutInstance(HttpResponse<String> answer) {
        return answer.body().replaceAll(",\"instance\":\"[^\"]*\"", "");
    }
}
