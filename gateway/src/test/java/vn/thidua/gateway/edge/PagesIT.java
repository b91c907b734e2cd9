package vn.thidua.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.platform.testing.Tokens;

/** What stands at addresses of the gateway's own: the dashboard, the joined description, the page of operators. */
class PagesIT {

    @TempDir
    private static Path folder;

    private static FakeService plan;
    private static FakeService campaign;
    private static RunningEdge edge;

    @BeforeAll
    static void start() throws IOException {
        Path dist = folder.resolve("dist");
        Files.createDirectories(dist.resolve("assets"));
        Files.writeString(dist.resolve("index.html"), "<!doctype html><title>Thi Đua</title>");
        Files.writeString(dist.resolve("assets/main-1a2b.js"), "export const a = 1;".repeat(300));
        Files.writeString(dist.resolve(".secret"), "hidden");
        Files.writeString(folder.resolve("beside.txt"), "not the dashboard's");
        Files.createSymbolicLink(dist.resolve("link.txt"), folder.resolve("beside.txt"));
        plan = new FakeService();
        campaign = new FakeService();
        describe(plan, "plan", "Unit", "name");
        describe(campaign, "campaign", "Unit", "code");
        plan.on("/api/v1/plan/operations/processors", exchange -> {
            plan.take(exchange);
            FakeService.answer(exchange, 200, """
                    {"context":"plan","events":7,"processors":[{"name":"tasks-v1","state":"WORKING","position":5,"lag":2,
                     "ageMillis":10,"parked":1,"failure":null,"here":true}]}""");
        });
        plan.on("/api/v1/plan/operations/feeds", exchange -> {
            plan.take(exchange);
            FakeService.answer(exchange, 200, "{\"context\":\"plan\",\"feeds\":[]}");
        });
        edge = RunningEdge.before(
                plan,
                Map.of(
                        "thidua.gateway.services.campaign-service.uri", campaign.address(),
                        "thidua.gateway.services.campaign-service.contexts", "campaign",
                        "thidua.dashboard.dir", dist.toString()));
    }

    private static void describe(FakeService service, String context, String schema, String property) {
        service.on("/api/v1/" + context + "/openapi.json", exchange -> {
            service.take(exchange);
            FakeService.answer(exchange, 200, """
                    {"openapi":"3.1.0","info":{"title":"%1$s"},
                     "paths":{"/api/v1/%1$s/list":{"get":{"operationId":"list","responses":{"200":{"content":{
                       "application/json":{"schema":{"$ref":"#/components/schemas/%2$s"}}}}}}}},
                     "components":{"schemas":{"%2$s":{"type":"object","properties":{"%3$s":{"type":"string"}}},
                       "Problem":{"type":"object"}},"securitySchemes":{"bearer":{"type":"http","scheme":"bearer"}}}}""".formatted(context, schema, property));
        });
    }

    @AfterAll
    static void stop() {
        edge.close();
        plan.close();
        campaign.close();
    }

    private static HttpResponse<String> open(String path) {
        return edge.send(edge.request(path));
    }

    @Test
    void whatHasItsContentInItsNameIsKeptForAYear() {
        HttpResponse<String> answer = open("/assets/main-1a2b.js");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/javascript;charset=UTF-8");
        assertThat(edge.send(edge.request("/assets/main-1a2b.js").header("Accept-Encoding", "gzip"))
                        .headers()
                        .firstValue("Content-Encoding"))
                .contains("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/plans", "/plans/01a1/tasks"})
    void thePageIsAskedForEachTime(String path) {
        HttpResponse<String> answer = open(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<title>Thi Đua</title>");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        String etag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(edge.send(edge.request(path).header("If-None-Match", etag)).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/missing.png",
                "/assets/gone-9z.js",
                "/assets/gone",
                "/.secret",
                "/link.txt",
                "/docs/missing",
                "/openapi.json/x"
            })
    void whatIsNoPageIsNotFound(String path) {
        assertThat(open(path).statusCode()).isIn(401, 404);
        assertThat(open(path).body()).doesNotContain("<title>Thi Đua", "hidden", "not the dashboard's");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/v1/plan",
                "/api/v2/x",
                "/login",
                "/logout",
                "/oauth2/token",
                "/.well-known/x",
                "/status"
            })
    void whatIsReservedNeverFallsBackToThePage(String path) {
        assertThat(edge.get(path).body()).doesNotContain("<title>Thi Đua");
        assertThat(open(path).body()).doesNotContain("<title>Thi Đua");
    }

    @Test
    void onlyReadingIsOpen() {
        assertThat(edge.send(edge.request("/plans").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(edge.send(edge.signed("/plans").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isIn(404, 405);
    }

    @Test
    void allContextsStandInOneDescriptionAndNoNameMeansTwoThings() {
        JsonNode joined = JsonMapper.shared().readTree(open("/openapi.json").body());

        assertThat(joined.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(joined.path("paths").propertyNames())
                .containsExactlyInAnyOrder("/api/v1/plan/list", "/api/v1/campaign/list");
        assertThat(joined.at("/components/schemas").propertyNames())
                .containsExactlyInAnyOrder("plan_Unit", "campaign_Unit", "Problem");
        assertThat(joined.at("/paths/~1api~1v1~1plan~1list/get/operationId").asString())
                .isEqualTo("plan_list");
        assertThat(joined.at("/paths/~1api~1v1~1plan~1list/get/responses/200/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/plan_Unit");
    }

    @Test
    void theDescriptionHasAReadablePageThatNeedsNobodyElse() {
        HttpResponse<String> page = open("/docs");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("/docs/docs.js").doesNotContain("https://", "<script>", "onclick");
        assertThat(open("/docs/docs.js").headers().firstValue("Content-Type"))
                .contains("text/javascript;charset=UTF-8");
        assertThat(open("/docs/docs.css").statusCode()).isEqualTo(200);
    }

    @Test
    void operatorsSeeHowAllServicesAre() {
        assertThat(open("/status").statusCode()).isEqualTo(401);
        assertThat(edge.get("/status").statusCode()).isEqualTo(403);

        HttpResponse<String> answer = edge.send(edge.request("/status")
                .header(
                        "Authorization",
                        Tokens.of("operator").scope("operations").bearer()));
        JsonNode status = JsonMapper.shared().readTree(answer.body());

        assertThat(status.path("state").asString()).isEqualTo("DOWN");
        boolean planFirst = status.at("/services/0/name").asString().equals("plan-service");
        JsonNode ofPlan = status.path("services").get(planFirst ? 0 : 1);
        JsonNode ofCampaign = status.path("services").get(planFirst ? 1 : 0);
        // an event waits for an operator
        assertThat(ofPlan.path("state").asString()).isEqualTo("IMPAIRED");
        assertThat(ofPlan.at("/contexts/0/events").asLong()).isEqualTo(7);
        assertThat(ofPlan.at("/contexts/0/lag").asLong()).isEqualTo(2);
        assertThat(ofPlan.at("/contexts/0/parked").asLong()).isEqualTo(1);
        // it does not say how it is doing
        assertThat(ofCampaign.path("state").asString()).isEqualTo("DOWN");
        assertThat(ofCampaign.at("/contexts/0/answered").asBoolean()).isFalse();
    }

    @Test
    void withoutADashboardOnePageSaysHowToGetIt() {
        try (var service = new FakeService();
                var bare = RunningEdge.before(
                        service,
                        Map.of("thidua.dashboard.dir", folder.resolve("nowhere").toString()))) {
            service.onAnything("/api/v1/plan/plans");
            HttpResponse<String> page = bare.send(bare.request("/plans"));
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("npm run build");
            assertThat(bare.get("/api/v1/plan/plans").statusCode()).isEqualTo(200);
            // nobody has described anything: it is said, and not a failure
            assertThat(bare.send(bare.request("/openapi.json")).body()).contains("\"x-missing\":[\"plan\"]");
        }
    }
}
