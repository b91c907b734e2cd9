package vn.thidua.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.thidua.platform.testing.Backends;

/** The services as they are: the invented province and its plans, loaded twice, taken to another database, served by another process. */
class DemoIT {

    private static final List<String> PLANS = List.of(
            "08/KH-UBND 2025 CLOSED",
            "15/KH-UBND 2025 ISSUED",
            "05/KH-UBND 2025 ISSUED",
            "04/KH-UBND 2025 ISSUED",
            "06/KH-UBND 2025 ISSUED",
            "21/KH-UBND now ISSUED",
            "112/KH-SNV now ISSUED",
            "33/KH-UBND now ISSUED");
    private static final List<String> STATES =
            List.of("DONE", "OPEN", "OPEN reported", "OPEN overdue", "OPEN overdue reported", "OPEN extension asked");

    private static final Pattern FIRST_PASSWORD = Pattern.compile("mật khẩu dùng một lần (\\S+)");

    @TempDir
    private Path folder;

    @Test
    void theDemoIsThereOnceAndMovesAlong() throws Exception {
        try (Installation installation = new Installation(Main.class, folder, "THIDUA_PORT_PLAN_SERVICE")) {
            var up = installation.call("up", "--demo");
            assertThat(up.code()).as(up.out()).isZero();
            assertThat(names(installation, "2025-06-30"))
                    .hasSize(18)
                    .contains("Sở Nội vụ", "Huyện Thanh Lâm", "Xã An Bình", "Xã An Hòa", "Xã Tân Lập", "Thôn Bến");
            List<String> after = names(installation, "2025-07-01");
            assertThat(after)
                    .hasSize(18)
                    .contains("Tỉnh Hòa Lạc", "Xã Thanh Lâm", "Thôn Bến")
                    .doesNotContain("Huyện Thanh Lâm", "Xã An Bình");

            assertThat(plans(installation)).containsExactlyInAnyOrderElementsOf(PLANS);
            Map<String, Integer> states = states(installation);
            assertThat(states.keySet()).containsExactlyInAnyOrderElementsOf(STATES);

            throughTheDoor(installation, up.out());

            int commits = commits(installation, "organization");
            int planned = commits(installation, "plan");
            assertThat(installation.call("up", "--demo").code()).isZero();
            assertThat(commits(installation, "organization")).isEqualTo(commits);
            assertThat(commits(installation, "plan")).isEqualTo(planned);
            List<String> head = heads(installation);

            installation.call("down");
            installation.with("THIDUA_MONGOD", Backends.mongod().orElseThrow().toString());
            var move = installation.call("move");
            assertThat(move.code()).as(move.out()).isZero();

            var apart = installation.call("up", "--apart");
            assertThat(apart.code()).as(apart.out()).isZero();
            assertThat(apart.out()).contains("a replica set of one");
            assertThat(heads(installation)).isEqualTo(head);
            assertThat(names(installation, "2025-07-01")).isEqualTo(after);
            assertThat(states(installation)).isEqualTo(states);
        }
    }

    /** With the password that was printed once: nothing before it is changed, everything behind the door after. */
    private static void throughTheDoor(Installation installation, String up) throws Exception {
        Matcher printed = FIRST_PASSWORD.matcher(up);
        assertThat(printed.find()).as(up).isTrue();
        try (var visitor = new Visitor(installation.door())) {
            assertThat(up).contains("  " + installation.door() + "/\n");
            assertThat(visitor.get("/api/v1/plan/plans").statusCode()).isEqualTo(401);
            assertThat(visitor.signIn("quantri", printed.group(1)).statusCode()).isBetween(200, 303);
            assertThat(visitor.get("/api/v1/plan/plans").statusCode()).isEqualTo(403);
            var changed = visitor.post("/api/v1/access/me/password", """
                    {"current": "%s", "new": "ba mươi con voi qua cầu"}""".formatted(printed.group(1)));
            assertThat(changed.statusCode()).as(changed.body()).isBetween(200, 204);

            // answered by the service behind, which knows who asks
            assertThat(visitor.get("/api/v1/plan/plans").statusCode()).isEqualTo(200);
            assertThat(visitor.get("/api/v1/access/me").body()).contains("quantri");
            assertThat(visitor.get("/openapi.json").body())
                    .contains("/api/v1/organization/tree", "/api/v1/plan/plans", "/api/v1/access/me")
                    .doesNotContain("x-missing");
            var status = visitor.get("/status");
            assertThat(status.statusCode()).isEqualTo(200);
            assertThat(status.body()).contains("\"kind\":\"embedded\"", "plan-service", "\"name\":\"access\"");
        }
        var status = installation.call("status");
        assertThat(status.code()).as(status.out()).isZero();
        assertThat(status.out()).contains("context   access  events");
        assertThat(installation.call("up").out()).doesNotContainPattern(FIRST_PASSWORD);
        assertThat(installation.call("reset-admin", "quantri").out()).containsPattern(FIRST_PASSWORD);
    }

    private static int commits(Installation installation, String context) {
        try (MongoClient client = RunningDatabase.client(
                Objects.requireNonNull(installation.state().database()).address())) {
            return Math.toIntExact(client.getDatabase("thidua_" + context)
                    .getCollection("commits")
                    .countDocuments());
        }
    }

    private static Rest rest(Installation installation) {
        return new Rest(
                "http://127.0.0.1:" + installation.port(),
                installation.home(),
                Secrets.of(installation.home()),
                "reader",
                List.of(),
                Set.of("operations"));
    }

    /** What verify says of the chains, without the time it took. */
    private static List<String> heads(Installation installation) {
        var verify = installation.call("verify");
        assertThat(verify.code()).as(verify.out()).isZero();
        assertThat(verify.out()).contains("organization: clean", "plan: clean", "access: clean");
        return Pattern.compile("head [0-9a-f]{64}")
                .matcher(verify.out())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Number and year of all issued plans. */
    private static List<String> plans(Installation installation) throws Exception {
        try (Rest rest = rest(installation)) {
            return plansOf(rest).stream()
                    .map(plan -> plan.path("documentNumber").asString("") + " "
                            + (plan.path("issueDate").asString("").startsWith("2025-0") ? "2025" : "now") + " "
                            + plan.path("state").asString(""))
                    .toList();
        }
    }

    /** In which states tasks are, and how many. */
    private static Map<String, Integer> states(Installation installation) throws Exception {
        var states = new TreeMap<String, Integer>();
        try (Rest rest = rest(installation)) {
            for (JsonNode plan : plansOf(rest)) {
                Rest.Answer answer =
                        rest.get("/api/v1/plan/plans/" + plan.path("id").asString("") + "/tasks", null);
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                for (JsonNode task : items(answer)) {
                    states.merge(state(task), 1, Integer::sum);
                }
            }
        }
        return states;
    }

    private static String state(JsonNode task) {
        boolean asked = !task.path("extensionAsked").isMissingNode()
                && !task.path("extensionAsked").isNull();
        return task.path("state").asString("")
                + (task.path("overdue").asBoolean(false) ? " overdue" : "")
                + (task.path("state").asString("").equals("OPEN")
                                && task.path("percent").asInt(0) > 0
                        ? " reported"
                        : "")
                + (asked ? " extension asked" : "");
    }

    private static List<JsonNode> plansOf(Rest rest) throws Exception {
        Rest.Answer answer = rest.get("/api/v1/plan/plans?limit=100", null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return items(answer);
    }

    private static List<JsonNode> items(Rest.Answer answer) {
        JsonNode body = JsonFile.JSON.readTree(answer.body());
        var items = new ArrayList<JsonNode>();
        (body.isArray() ? body : body.path("items")).forEach(items::add);
        return items;
    }

    private static List<String> names(Installation installation, String day) throws Exception {
        try (Rest rest = rest(installation)) {
            Rest.Answer answer = rest.get("/api/v1/organization/tree?asOf=" + day, null);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            var names = new ArrayList<String>();
            for (JsonNode unit : JsonFile.JSON.readTree(answer.body()).path("units")) {
                names.add(unit.path("name").asString(""));
            }
            return names;
        }
    }
}
