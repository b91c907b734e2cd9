package vn.thidua.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.platform.context.ContextSpec;
import vn.thidua.platform.ledger.Ledger;
import vn.thidua.platform.notes.Client;
import vn.thidua.platform.notes.FakeTree;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;
import vn.thidua.platform.testing.Tokens;

/** A whole service with one context, over HTTP, on a real store. */
class ServiceIT {

    private static final String ACCOUNTS = "/api/v1/ledger/accounts";
    private static final String[] KEY = {"Idempotency-Key", "once-and-only-once"};

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(LedgerApi.class)
    static class LedgerService {

        @Bean
        ContextSpec ledger() {
            return Ledger.spec("ledger").views(new AccountsView()).build();
        }

        @Bean
        FakeTree tree() {
            return new FakeTree();
        }
    }

    private static ServletWebServerApplicationContext start(String mongo, String databases) {
        Map<String, Object> settings = new HashMap<>(Tokens.properties());
        settings.put("thidua.mongodb.uri", mongo);
        settings.put("thidua.mongodb.databases", databases);
        settings.put("thidua.keys.key-encryption-key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(LedgerService.class)
                .properties(settings)
                .run();
    }

    @Test
    void aServiceDoesItsWorkOnTheChosenServer() {
        tellsTheWholeStory(Backends.mongoUri());
    }

    @Test
    void aServiceDoesItsWorkOnTheEmbeddedServer() {
        tellsTheWholeStory(Backends.embeddedUri());
    }

    private static void tellsTheWholeStory(String mongo) {
        AccountsView.poisoned = true;
        String databases = Backends.freshName(ServiceIT.class) + "_";
        HttpResponse<String> first;
        try (var service = start(mongo, databases)) {
            var client = new Client(service);
            first = open(client);
            assertThat(first.statusCode()).isEqualTo(201);
            String account = first.headers().firstValue("Location").orElseThrow();
            HttpResponse<String> seen = client.get(officer(), account, "X-Position", position(first));
            assertThat(seen.statusCode()).isEqualTo(200);
            assertThat(seen.headers().firstValue("ETag"))
                    .isEqualTo(first.headers().firstValue("ETag"));
            assertThat(seen.headers().firstValue("X-Stale")).isEmpty();
            assertThat(client.get(officer(), account, "X-Position", "ledger:999")
                            .statusCode())
                    .isEqualTo(400);

            assertThat(deposit(client, account, 10, "\"0\"").statusCode()).isEqualTo(204);
            HttpResponse<String> late = deposit(client, account, 10, "\"0\"");
            assertThat(late.statusCode()).isEqualTo(412);
            assertThat(late.headers().firstValue("ETag")).hasValue("\"1\"");
            assertThat(deposit(client, account, -1, "*").statusCode()).isEqualTo(422);
            assertThat(client.send("POST", officer(), ACCOUNTS, "{\"name\":\"cash\",\"unit\":\"leaf\"}")
                            .statusCode())
                    .isEqualTo(409);
            assertThat(client.send("POST", officer(), ACCOUNTS, "{\"name\":\"other\",\"unit\":\"leaf\"}", KEY)
                            .body())
                    .contains("idempotency-key-reused");

            auditTells(client, account);
            auditTellsOldAndNew(client, account);
            poisonIsParkedAndTriedAgain(client, account);
            assertThat(client.get(null, "/actuator/health").body()).contains("\"UP\"");
            assertThat(client.get(operator(), "/actuator/health").body())
                    .contains("\"ledger\"", "\"mongo\"", "\"feeds\"");
            assertThat(read(client.send("POST", operator(), "/api/v1/ledger/operations/verify", null))
                            .path("clean")
                            .asBoolean())
                    .isTrue();
            assertThat(client.get(null, "/api/v1/ledger/openapi.json").body())
                    .contains("/api/v1/ledger/audit", "/api/v1/ledger/operations/processors");
        }
        try (var again = start(mongo, databases)) {
            HttpResponse<String> repeated = open(new Client(again));
            assertThat(repeated.statusCode()).isEqualTo(201);
            assertThat(repeated.body()).isEqualTo(first.body());
            assertThat(position(repeated)).isEqualTo(position(first));
        }
    }

    private static void auditTells(Client client, String account) {
        var auditor = Tokens.of("au").person("p9").role(Role.AUDITOR, "left");
        String id = account.substring(account.lastIndexOf('/') + 1);
        Eventually.eventually(
                "the audit tells of it",
                () -> read(client.get(auditor, "/api/v1/ledger/audit?unit=leaf"))
                                .path("items")
                                .size()
                        == 2);
        JsonNode opened = read(client.get(auditor, "/api/v1/ledger/audit?unit=leaf&aggregate=" + id))
                .path("items")
                .path(0);
        assertThat(opened.path("event").asString()).isEqualTo("ledger.account-opened");
        assertThat(opened.path("actor").asString()).isEqualTo("p1");
        assertThat(opened.path("posts").path(0).asString()).isEqualTo("OFFICER@left");
        assertThat(opened.toString()).doesNotContain("cash");
        assertThat(client.get(auditor, "/api/v1/ledger/audit?unit=right").statusCode())
                .isEqualTo(403);
        assertThat(client.get(officer(), "/api/v1/ledger/audit").statusCode()).isEqualTo(403);
        var elsewhere = Tokens.of("au").role(Role.AUDITOR, "right");
        assertThat(read(client.get(elsewhere, "/api/v1/ledger/audit"))
                        .path("items")
                        .size())
                .isZero();

        Eventually.eventually("the refusals are kept", () -> read(client.get(auditor, "/api/v1/ledger/refusals"))
                .toString()
                .contains("GET /api/v1/{context}/audit"));
        JsonNode refusals = read(client.get(auditor, "/api/v1/ledger/refusals?actor=p1"));
        assertThat(refusals.toString())
                .contains("name-taken", "not-allowed", "POST /api/v1/ledger/accounts/{id}/deposits")
                .doesNotContain(id, "cash");
        assertThat(read(client.get(elsewhere, "/api/v1/ledger/refusals"))
                        .path("items")
                        .size())
                .isZero();
    }

    private static void auditTellsOldAndNew(Client client, String account) {
        String id = account.substring(account.lastIndexOf('/') + 1);
        assertThat(deposit(client, account, 20, "*").statusCode()).isEqualTo(204);
        Eventually.eventually(
                "the audit tells of both deposits", () -> acts(client, id).size() == 3);
        String second =
                "/api/v1/ledger/audit/" + acts(client, id).path(0).path("id").asString();
        JsonNode changes = read(client.get(operator(), second)).path("changes");
        assertThat(changes).anySatisfy(change -> {
            assertThat(change.path("field").asString()).isEqualTo("amount");
            assertThat(change.path("before").asLong()).isEqualTo(10);
            assertThat(change.path("after").asLong()).isEqualTo(20);
        });
        assertThat(changes).as("what stays as it was is no change").noneSatisfy(change -> assertThat(
                        change.path("field").asString())
                .isEqualTo("account"));

        var elsewhere = Tokens.of("au").role(Role.AUDITOR, "right");
        assertThat(client.get(elsewhere, second).statusCode()).isEqualTo(404);
        assertThat(client.get(elsewhere, second).body())
                .isEqualTo(client.get(elsewhere, "/api/v1/ledger/audit/unknown").body());
        assertThat(client.get(officer(), second).statusCode()).isEqualTo(403);
    }

    private static JsonNode acts(Client client, String account) {
        return read(client.get(operator(), "/api/v1/ledger/audit?aggregate=" + account))
                .path("items");
    }

    private static void poisonIsParkedAndTriedAgain(Client client, String account) {
        String id = account.substring(account.lastIndexOf('/') + 1);
        String processors = "/api/v1/ledger/operations/processors";
        assertThat(client.get(officer(), processors).statusCode()).isEqualTo(403);
        deposit(client, account, 666, "*");
        String[] name = new String[1];
        Eventually.eventually("the event is parked", () -> {
            for (JsonNode each : read(client.get(operator(), processors)).path("processors")) {
                if (each.path("parked").asInt() == 1) {
                    name[0] = each.path("name").asString();
                    return true;
                }
            }
            return false;
        });
        String parked = processors + "/" + name[0] + "/parked";
        assertThat(read(client.get(operator(), parked))
                        .path(0)
                        .path("aggregate")
                        .asString())
                .isEqualTo(id);
        JsonNode still = read(client.send("POST", operator(), parked + "/" + id + "/retry", null));
        assertThat(still.path("left").asInt()).isEqualTo(1);
        AccountsView.poisoned = false;
        JsonNode done = read(client.send("POST", operator(), parked + "/" + id + "/retry", null));
        assertThat(done.path("left").asInt()).isZero();
        assertThat(done.path("done").asInt()).isEqualTo(1);
        assertThat(client.send("DELETE", operator(), parked + "/77", null).statusCode())
                .isEqualTo(404);
        assertThat(client.get(operator(), processors + "/nobody/parked").statusCode())
                .isEqualTo(404);
        assertThat(client.get(operator(), "/api/v1/strange/operations/processors")
                        .statusCode())
                .isEqualTo(404);
        JsonNode feeds = read(client.get(operator(), "/api/v1/ledger/operations/feeds"));
        assertThat(feeds.path("context").asString()).isEqualTo("ledger");
        assertThat(feeds.path("feeds").isArray()).isTrue();
        assertThat(client.get(officer(), "/api/v1/ledger/operations/feeds").statusCode())
                .isEqualTo(403);
        assertThat(client.send("POST", operator(), "/api/v1/ledger/operations/views/accounts/rebuild", null)
                        .statusCode())
                .isEqualTo(202);
    }

    private static HttpResponse<String> open(Client client) {
        return client.send("POST", officer(), ACCOUNTS, "{\"name\":\"cash\",\"unit\":\"leaf\"}", KEY);
    }

    private static HttpResponse<String> deposit(Client client, String account, long amount, String ifMatch) {
        return client.send(
                "POST", officer(), account + "/deposits", "{\"amount\":" + amount + "}", "If-Match", ifMatch);
    }

    private static String position(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Position").orElseThrow();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static Tokens officer() {
        return Tokens.of("an").person("p1").role(Role.OFFICER, "left");
    }

    private static Tokens operator() {
        return Tokens.of("script").scope("operations");
    }
}
