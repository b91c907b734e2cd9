package vn.thidua.planservice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.FlowGround.who;
import static vn.thidua.planservice.RunningService.OPERATOR;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.domain.Target;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;
import vn.thidua.platform.testing.Tokens;

/** What must not be done: refused with the field and the remedy, and kept among what was refused. */
class WrongActsIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final byte[] PICTURE = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1
    };

    private static RunningService service;
    private static FlowGround ground;
    private static String plan;

    @BeforeAll
    static void aPlanOfTheDistrictWithATaskForEachCommune() {
        service = RunningService.start(WrongActsIT.class, Backends.mongoUri(), Backends.kafka());
        ground = new FlowGround(service, "W", "Huyện Bản Sen", "Xã Khe Ráy");
        plan = issue("11/KH-UBND");
    }

    private static String issue(String number) {
        LocalDate due = TODAY.plusDays(20);
        return IssuedPlans.issue(
                service,
                ground.district,
                number,
                IssuedPlans.task("Sơ kết thi đua", due, Target.unit(ground.commune, "Xã Khe Ráy")),
                IssuedPlans.task("Chấm chéo", due, Target.unit(ground.neighbour, "Xã Nà Lùng")),
                IssuedPlans.task("Gửi hồ sơ", due, Target.unit(ground.commune, "Xã Khe Ráy")));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Refused refused(String method, Tokens token, String path, @Nullable String body, String... headers) {
        return new Refused(service, ground.plan.send(method, token, path, body, headers));
    }

    private static String task(int n) {
        return "/plans/" + plan + "/tasks/" + n;
    }

    private static String report(String unit, int percent, String more) {
        return "{\"unit\": \"%s\", \"percent\": %d%s}".formatted(unit, percent, more);
    }

    @Test
    void aPlanWithoutANumberIsNotIssued() {
        String draft = ground.plan.does(ground.clerk(), "/drafts", """
                {"unit": "%s", "title": "Kế hoạch năm 2027", "year": 2027}""".formatted(ground.commune));
        refused("POST", ground.leader(), "/drafts/" + draft + "/issuance", null)
                .with(428, "precondition-required")
                .naming("If-Match");
        refused("POST", ground.leader(), "/drafts/" + draft + "/issuance", null, "If-Match", "\"0\"")
                .with(422, "plan-incomplete")
                .naming("documentNumber")
                .saying("số")
                .isRecorded();
    }

    @Test
    void nobodyUnknownIsNamedInADraft() {
        String draft = ground.plan.does(ground.clerk(), "/drafts", """
                {"unit": "%s", "title": "Kế hoạch năm 2028", "year": 2028}""".formatted(ground.commune));
        refused("POST", ground.clerk(), "/drafts/" + draft + "/revision", """
                {"tasks": [{"text": "Họp", "lead": [{"targets": [{"kind": "UNIT", "id": "nobody"}]}]}]}""", "If-Match", "\"0\"")
                .with(422, "assignee-unknown")
                .naming("tasks[0].lead[0].targets[0].id")
                .isRecorded();
    }

    @Test
    void anIssuedPlanIsNotEdited() {
        Tokens leader = who("leader-of-the-district", Role.LEADER, ground.district);
        for (String method : new String[] {"PATCH", "PUT", "DELETE"}) {
            refused(method, leader, "/plans/" + plan, "{\"title\": \"Kế hoạch khác\"}")
                    .with(409, "plan-issued-not-edited")
                    .saying("11/KH-UBND")
                    .isRecorded();
        }
    }

    @Test
    void nobodyReportsForAnotherUnit() {
        String neighbour = report(ground.neighbour, 10, "");
        refused("POST", ground.clerk(), task(2) + "/reports", neighbour)
                .with(403, "out-of-scope")
                .naming("unit")
                .isRecorded();
        // of the own reach, and not among those to whom it was given
        refused("POST", ground.clerk(), task(1) + "/reports", report(ground.village, 10, ""))
                .with(422, "task-unit-not-assigned")
                .naming("unit")
                .isRecorded();
        refused("POST", ground.stranger(), task(1) + "/completion", """
                {"unit": "%s", "note": "Đã xong"}""".formatted(ground.commune))
                .with(403, "out-of-scope")
                .naming("unit")
                .isRecorded();
    }

    @Test
    void nobodyDecidesOnTheirOwnExtension() {
        Tokens leader = who("leader-who-asks", Role.LEADER, ground.district);
        String dueTo = TODAY.plusDays(30).toString();
        ground.plan.does(leader, task(3) + "/extension-requests", """
                {"unit": "%s", "dueTo": "%s", "reason": "Mưa lũ"}""".formatted(ground.district, dueTo));
        String granted = "{\"granted\": true, \"dueTo\": \"%s\"}".formatted(dueTo);
        refused("POST", leader, task(3) + "/extension-requests/decision", granted)
                .with(403, "task-extension-own")
                .isRecorded();
        refused("POST", leader, task(3) + "/extension-requests/decision", "{\"granted\": true}")
                .with(422, "extension-day-missing")
                .naming("dueTo")
                .isRecorded();

        // nor through somebody who acts for them
        Tokens delegate =
                who("delegate-of-who-asks", Role.LEADER, ground.district).actingFor("leader-who-asks");
        refused("POST", delegate, task(3) + "/extension-requests/decision", granted)
                .with(403, "task-extension-own")
                .isRecorded();

        Tokens other = who("another-leader", Role.LEADER, ground.district);
        ground.plan.does(other, task(3) + "/extension-requests/decision", granted);
        // the audit tells the day that was granted, though it is the one that was asked for
        String acts = "/audit?aggregate=" + plan + "/3";
        Eventually.eventually("the grant stands in the audit", () -> ground.plan
                .get(OPERATOR, acts)
                .get("items")
                .get(0)
                .get("event")
                .asString()
                .equals("plan.extension-granted"));
        String act =
                ground.plan.get(OPERATOR, acts).get("items").get(0).get("id").asString();
        assertThat(ground.plan.get(OPERATOR, "/audit/" + act).get("changes")).anySatisfy(change -> {
            assertThat(change.get("field").asString()).isEqualTo("dueTo");
            assertThat(change.get("before").asString()).isEqualTo(dueTo);
            assertThat(change.get("after").asString()).isEqualTo(dueTo);
        });
    }

    @Test
    void progressIsOfADayThatHasComeAndBetweenNothingAndAll() {
        String tomorrow = ", \"on\": \"%s\"".formatted(TODAY.plusDays(1));
        refused("POST", ground.clerk(), task(1) + "/reports", report(ground.commune, 10, tomorrow))
                .with(422, "task-day-in-future")
                .naming("on")
                .isRecorded();
        for (int percent : new int[] {101, -1}) {
            refused("POST", ground.clerk(), task(1) + "/reports", report(ground.commune, percent, ""))
                    .with(422, "task-percent-out-of-range")
                    .naming("percent")
                    .isRecorded();
        }
    }

    @Test
    void aFileOfAnotherPlanProvesNothing() {
        String other = issue("12/KH-UBND");
        var sent = ground.plan.upload(ground.clerk(), "/plans/" + other + "/tasks/1/evidence?name=anh.png", PICTURE);
        assertThat(sent.statusCode()).as(RunningService.text(sent)).isEqualTo(201);
        String file = RunningService.json(sent).get("id").asString();
        for (String named : new String[] {file, "01940000-0000-7000-8000-00000000ffff"}) {
            refused(
                            "POST",
                            ground.clerk(),
                            task(1) + "/reports",
                            report(ground.commune, 10, ", \"evidence\": [\"" + named + "\"]"))
                    .with(422, "file-of-another-task")
                    .naming("evidence")
                    .isRecorded();
        }
        refused("GET", ground.clerk(), task(1) + "/evidence/" + file, null).with(404, "not-found");
        // where it belongs, it is taken and can be read back
        String its = "/plans/" + other + "/tasks/1";
        ground.plan.does(
                ground.clerk(), its + "/reports", report(ground.commune, 10, ", \"evidence\": [\"" + file + "\"]"));
        var read = ground.plan.send("GET", ground.districtOffice(), its + "/evidence/" + file, null);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(PICTURE);
        assertThat(read.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("anh.png");
    }

    @Test
    void evidenceIsAPictureOrADocument() {
        var text = ground.plan.upload(
                ground.clerk(), task(1) + "/evidence?name=a.pdf", "không phải PDF".getBytes(StandardCharsets.UTF_8));
        new Refused(service, text)
                .with(422, "file-type-not-allowed")
                .saying("Các loại được nhận")
                .naming("file")
                .isRecorded();
        // who may read the plan and has no part in the task sends nothing
        var reader = who("head-of-the-village", Role.VILLAGE_HEAD, ground.village);
        new Refused(service, ground.plan.upload(reader, task(1) + "/evidence", PICTURE)).with(404, "not-found");
    }

    @Test
    void whatWasChangedMeanwhileIsNotOverwritten() {
        String path = task(1) + "/reports";
        String noted = ", \"note\": \"Số liệu tháng 11\"";
        ground.plan.does(ground.clerk(), path, report(ground.commune, 20, noted));
        refused("POST", ground.clerk(), path, report(ground.commune, 30, noted), "If-Match", "\"0\"")
                .with(412, "version-mismatch")
                .naming("If-Match")
                .isRecorded();
        Tokens leader = who("leader-of-the-district", Role.LEADER, ground.district);
        refused("POST", leader, "/plans/" + plan + "/closing", "{}", "If-Match", "\"7\"")
                .with(412, "version-mismatch")
                .naming("If-Match")
                .isRecorded();
    }

    @Test
    void aKeyStandsForOneRequest() {
        String path = task(1) + "/reports";
        String[] key = {"Idempotency-Key", "report-of-november"};
        String body = report(ground.commune, 40, ", \"note\": \"Xong việc\"");
        var first = ground.plan.send("POST", ground.clerk(), path, body, key);
        assertThat(first.statusCode()).as(RunningService.text(first)).isEqualTo(204);
        var again = ground.plan.send("POST", ground.clerk(), path, body, key);
        assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
        refused("POST", ground.clerk(), path, report(ground.commune, 60, ""), key)
                .with(422, "idempotency-key-reused")
                .naming("Idempotency-Key")
                .isRecorded();
    }
}
