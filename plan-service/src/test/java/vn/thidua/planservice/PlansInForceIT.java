package vn.thidua.planservice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.FlowGround.who;

import java.time.LocalDate;
import java.time.ZoneId;
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

/** What becomes of a plan in force: amended, superseded, closed. */
class PlansInForceIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private static RunningService service;
    private static FlowGround ground;
    private static Tokens leader;

    @BeforeAll
    static void aDistrict() {
        service = RunningService.start(PlansInForceIT.class, Backends.mongoUri(), Backends.kafka());
        ground = new FlowGround(service, "A", "Huyện Bản Sen", "Xã Khe Ráy");
        leader = who("leader-of-the-district", Role.LEADER, ground.district);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String issue(String number) {
        return IssuedPlans.issue(
                service,
                ground.district,
                number,
                IssuedPlans.task("Sơ kết thi đua", TODAY.plusDays(20), Target.unit(ground.commune, "Xã Khe Ráy")),
                IssuedPlans.task("Chấm chéo", TODAY.plusDays(20), Target.unit(ground.neighbour, "Xã Nà Lùng")));
    }

    private static JsonNode plan(String id, String query) {
        return ground.plan.get(leader, "/plans/" + id + query);
    }

    private static List<Integer> tasks(String id) {
        List<Integer> numbers = new ArrayList<>();
        plan(id, "").get("tasks").forEach(task -> numbers.add(task.get("n").asInt()));
        return numbers;
    }

    private static String fresh(String text) {
        return "{\"text\": \"%s\", \"executors\": [{\"targets\": [{\"kind\": \"UNIT\", \"id\": \"%s\"}]}]}"
                .formatted(text, ground.commune);
    }

    private static String amendment(String more) {
        return "{\"reason\": \"Theo chỉ đạo mới\", %s}".formatted(more);
    }

    @Test
    void anAmendedPlanHasANewVersionAndTheOldOneIsReadable() {
        String id = issue("31/KH-UBND");
        String path = "/plans/" + id + "/amendment";
        ground.plan.does(leader, path, amendment("""
                "fields": {"theme": "Đoàn kết"}, "withdrawn": [2], "tasks": [%s]""".formatted(fresh("Thăm hộ nghèo"))));

        assertThat(tasks(id)).containsExactly(1, 3);
        assertThat(plan(id, "").get("details").get("theme").asString()).isEqualTo("Đoàn kết");
        assertThat(plan(id, "?version=1").get("tasks")).hasSize(2);
        assertThat(plan(id, "?version=1").get("details").path("theme").asString(""))
                .isEmpty();

        // the number of a task that was withdrawn is not used again, whoever counts
        ground.plan.does(leader, path, amendment("\"withdrawn\": [3]"));
        String[] key = {"Idempotency-Key", "amendment-of-december"};
        String body = amendment("\"tasks\": [" + fresh("Trồng cây") + "]");
        var taken = ground.plan.send("POST", leader, path, body, key);
        assertThat(taken.statusCode()).as(RunningService.text(taken)).isEqualTo(204);
        assertThat(tasks(id)).containsExactly(1, 4);

        // sent again it is the same act, though what it says could not be done any more
        var again = ground.plan.send("POST", leader, path, body, key);
        assertThat(again.headers().firstValue("ETag")).isEqualTo(taken.headers().firstValue("ETag"));
        assertThat(tasks(id)).containsExactly(1, 4);
    }

    @Test
    void anAmendmentThatWithdrewATaskIsRepeatedUnderItsKey() {
        String path = "/plans/" + issue("32/KH-UBND") + "/amendment";
        String[] key = {"Idempotency-Key", "amendment-that-withdraws"};
        String body = amendment("\"withdrawn\": [2]");
        var taken = ground.plan.send("POST", leader, path, body, key);
        assertThat(taken.statusCode()).as(RunningService.text(taken)).isEqualTo(204);
        var again = ground.plan.send("POST", leader, path, body, key);
        assertThat(again.statusCode()).as(RunningService.text(again)).isEqualTo(204);
        assertThat(again.headers().firstValue("ETag")).isEqualTo(taken.headers().firstValue("ETag"));
        // without the key it is another act
        new Refused(service, ground.plan.send("POST", leader, path, body)).with(422, "task-unknown");
    }

    @Test
    void nobodyUnknownIsGivenAnything() {
        String path = "/plans/" + issue("33/KH-UBND") + "/amendment";
        Refused unknown = new Refused(
                service,
                ground.plan.send(
                        "POST",
                        leader,
                        path,
                        amendment("\"tasks\": [" + fresh("Trồng cây").replace(ground.commune, "nobody") + "]")));
        unknown.with(422, "assignee-unknown")
                .naming("tasks[0].executors[0].targets[0].id")
                .isRecorded();
        new Refused(service, ground.plan.send("POST", leader, path, amendment("""
                "fields": {"implementsDocuments": [{"type": "Kế hoạch", "plan": "nothing"}]}""")))
                .with(422, "no-such-plan")
                .naming("fields.implementsDocuments[0].plan")
                .isRecorded();
        new Refused(service, ground.plan.send("POST", leader, path, amendment("""
                "fields": {"documentNumber": "34/KH-UBND"}""")))
                .with(422, "stays-as-issued")
                .naming("documentNumber");
    }

    @Test
    void theHeadOfAVillageReportsForItAndTheDistrictSeesIt() {
        String id = IssuedPlans.issue(
                service,
                ground.commune,
                "37/KH-UBND",
                IssuedPlans.task("Họp thôn", TODAY.plusDays(20), Target.unit(ground.village, "Thôn Khuổi Lếch")));
        Tokens head = who("head-of-the-village", Role.VILLAGE_HEAD, ground.village);
        String task = "/plans/" + id + "/tasks/1";
        ground.plan.does(head, task + "/reports", """
                {"unit": "%s", "percent": 60, "note": "Đã họp một buổi"}""".formatted(ground.village));
        ground.plan.does(head, task + "/completion", """
                {"unit": "%s", "note": "Đã họp xong"}""".formatted(ground.village));

        JsonNode seen = ground.plan.get(leader, task).get("task");
        assertThat(seen.get("state").asString()).isEqualTo("DONE");
        assertThat(seen.get("percent").asInt()).isEqualTo(100);
        // opened again by who answers for the plan, and by nobody below
        new Refused(service, ground.plan.send("POST", head, task + "/reopening", "{\"reason\": \"Chưa xong\"}"))
                .with(403, "not-allowed");
        String[] key = {"Idempotency-Key", "village-meets-again"};
        String reopened = "{\"reason\": \"Còn thiếu biên bản\"}";
        assertThat(ground.plan
                        .send("POST", leader, task + "/reopening", reopened, key)
                        .statusCode())
                .isEqualTo(204);
        assertThat(ground.plan.get(leader, task).get("task").get("state").asString())
                .isEqualTo("OPEN");
        // the same once more is answered as it was, also when the plan has ended since
        ground.plan.does(leader, "/plans/" + id + "/closing", "{}");
        assertThat(ground.plan
                        .send("POST", leader, task + "/reopening", reopened, key)
                        .statusCode())
                .isEqualTo(204);
        new Refused(service, ground.plan.send("POST", leader, task + "/reopening", reopened))
                .with(409, "plan-holds-task-no-more")
                .isRecorded();
    }

    @Test
    void whatIsOpenIsWithdrawnWithThePlan() {
        String superseded = issue("35/KH-UBND");
        String by = issue("36/KH-UBND");
        ground.plan.does(leader, "/plans/" + superseded + "/supersession", """
                {"by": {"type": "Kế hoạch", "number": "36/KH-UBND", "plan": "%s"}, "reason": "Gộp hai kế hoạch",
                 "effective": "%s"}""".formatted(by, TODAY));
        assertThat(plan(superseded, "").get("state").asString()).isEqualTo("SUPERSEDED");
        Eventually.eventually("its tasks are withdrawn", () -> ground.plan
                .get(leader, "/tasks?plan=" + superseded)
                .get("items")
                .isEmpty());
        new Refused(
                        service,
                        ground.plan.send(
                                "POST", ground.clerk(), "/plans/" + superseded + "/tasks/1/reports", """
                {"unit": "%s", "percent": 10}""".formatted(
                                                ground.commune)))
                .with(409, "task-withdrawn")
                .isRecorded();

        ground.plan.does(leader, "/plans/" + by + "/closing", "{\"note\": \"Hết năm\"}");
        new Refused(service, ground.plan.send("POST", leader, "/plans/" + by + "/amendment", amendment("""
                "fields": {"theme": "Muộn"}""")))
                .with(409, "plan-closed")
                .isRecorded();
    }
}
