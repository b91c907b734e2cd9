package vn.thidua.planservice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.FlowGround.who;
import static vn.thidua.planservice.RunningService.OPERATOR;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.plan.domain.Target;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;
import vn.thidua.platform.testing.Tokens;

/** Two communes become one: what they had to do stands at the new one, under the names of its time. */
class UnitChangesFlowIT {

    /** From that day on there are no districts between provinces and communes. */
    private static final LocalDate MERGED = LocalDate.of(2025, 7, 1);

    private static RunningService service;
    private static FlowGround ground;
    private static String plan;
    private static String own;
    private static String merged;
    /** Begun for a commune before it ended. */
    private static String draft;

    @BeforeAll
    static void tasksOfTwoCommunesThatAreMergedAfterwards() {
        service = RunningService.start(UnitChangesFlowIT.class, Backends.mongoUri(), Backends.kafka());
        ground = new FlowGround(service, "U", "Huyện Bản Sen", "Xã Khe Ráy");
        LocalDate issued = LocalDate.of(2025, 1, 6);
        LocalDate due = LocalDate.of(2025, 12, 20);
        plan = IssuedPlans.issue(
                service,
                ground.district,
                IssuedPlans.details("21/KH-UBND", issued, List.of()),
                IssuedPlans.task("Sơ kết thi đua", due, Target.unit(ground.commune, "Xã Khe Ráy")),
                IssuedPlans.task("Chấm chéo", due, Target.unit(ground.neighbour, "Xã Nà Lùng")));
        own = IssuedPlans.issue(
                service,
                ground.neighbour,
                IssuedPlans.details("3/KH-UBND", issued, List.of()),
                IssuedPlans.task("Họp thôn", due, Target.unit(ground.neighbour, "Xã Nà Lùng")));
        draft = RunningService.json(begun("draft-of-the-neighbour")).get("id").asString();
        merged = service.does(
                OPERATOR, "/mergers", """
                {"units": ["%s", "%s"], "effective": "%s",
                 "into": {"kind": "COMMUNE", "code": "U-Z", "name": "Xã Phiêng Bay", "parent": "%s"}}""".formatted(ground.commune, ground.neighbour, MERGED, ground.province));
        Eventually.eventually("the merger has come over", () -> names(tasks("?unit=" + merged)).stream()
                .allMatch("Xã Phiêng Bay"::equals));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<byte[]> begun(String key) {
        return ground.plan.send(
                "POST",
                who("clerk-of-the-province", Role.OFFICER, ground.province),
                "/drafts",
                "{\"unit\": \"%s\", \"year\": 2026}".formatted(ground.neighbour),
                "Idempotency-Key",
                key);
    }

    private static Tokens clerk() {
        return who("clerk-of-the-merged", Role.OFFICER, merged);
    }

    private static List<JsonNode> tasks(String query) {
        List<JsonNode> tasks = new ArrayList<>();
        ground.plan.get(clerk(), "/tasks" + query).get("items").forEach(tasks::add);
        return tasks;
    }

    /** Who executes, as it is called on the day asked for. */
    private static List<String> names(List<JsonNode> tasks) {
        return tasks.stream().map(task -> executor(task).get("name").asString()).toList();
    }

    private static JsonNode executor(JsonNode task) {
        return task.get("executors").get(0).get("targets").get(0).get("unit");
    }

    @Test
    void theTasksStandAtTheNewUnitWithTheOldName() {
        List<JsonNode> today = tasks("?unit=" + merged);
        assertThat(today).hasSize(3);
        assertThat(names(today)).containsOnly("Xã Phiêng Bay");
        assertThat(today)
                .extracting(task -> executor(task).get("formerly").get("name").asString())
                .containsExactlyInAnyOrder("Xã Khe Ráy", "Xã Nà Lùng", "Xã Nà Lùng");
    }

    @Test
    void aUnitThatHasEndedDraftsAndIssuesNothingMoreAndTheHeirIsNamed() {
        new Refused(service, begun("another-draft"))
                .with(409, "unit-has-ended")
                .naming("unit")
                .saying("Xã Phiêng Bay")
                .isRecorded();
        new Refused(
                        service,
                        ground.plan.send(
                                "POST",
                                who("leader-of-the-province", Role.LEADER, ground.province),
                                "/drafts/" + draft + "/issuance",
                                null,
                                "If-Match",
                                "\"0\""))
                .with(409, "unit-has-ended")
                .naming("unit")
                .saying("Xã Phiêng Bay")
                .isRecorded();
        // what was begun before is answered again as it was
        HttpResponse<byte[]> again = begun("draft-of-the-neighbour");
        assertThat(again.statusCode()).as(RunningService.text(again)).isEqualTo(201);
        assertThat(RunningService.json(again).get("id").asString()).isEqualTo(draft);
    }

    @Test
    void onADayBeforeTheyStandAtTheOldOnes() {
        List<JsonNode> before = tasks("?unit=" + ground.neighbour + "&asOf=" + MERGED.minusDays(1));
        // what was assigned is recorded as of the plan's own days
        assertThat(names(before)).containsOnly("Xã Nà Lùng");
        assertThat(before)
                .allSatisfy(task -> assertThat(executor(task).has("formerly")).isFalse());
    }

    @Test
    void itsPeopleReportForEitherOfTheOldUnitsOrForTheNewOne() {
        String first = "/plans/" + plan + "/tasks/1";
        ground.plan.does(clerk(), first + "/reports", """
                {"unit": "%s", "percent": 30}""".formatted(merged));
        ground.plan.does(clerk(), "/plans/" + plan + "/tasks/2/reports", """
                {"unit": "%s", "percent": 40}""".formatted(ground.neighbour));
        ground.plan.does(clerk(), "/plans/" + own + "/tasks/1/completion", """
                {"unit": "%s", "note": "Đã họp"}""".formatted(merged));

        assertThat(tasks("?unit=" + merged + "&plan=" + plan))
                .extracting(task -> task.get("percent").asInt())
                .containsExactlyInAnyOrder(30, 40);
        // the unit that has ended gives nobody a right any more
        Tokens former = who("clerk-of-the-former", Role.OFFICER, ground.commune);
        new Refused(service, ground.plan.send("POST", former, first + "/reports", """
                {"unit": "%s", "percent": 50}""".formatted(ground.commune)))
                .with(404, "not-found");
    }
}
