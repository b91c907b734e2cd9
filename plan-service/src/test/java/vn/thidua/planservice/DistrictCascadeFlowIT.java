package vn.thidua.planservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.plan.domain.Target;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;

/** A commune answers the plan of its district with one of its own, first without a number. */
class DistrictCascadeFlowIT {

    private static RunningService service;
    private static FlowGround ground;
    private static String above;

    @BeforeAll
    static void aDistrictWithItsPlanInForce() {
        service = RunningService.start(DistrictCascadeFlowIT.class, Backends.mongoUri(), Backends.kafka());
        ground = new FlowGround(service, "C", "Huyện Bản Sen", "Xã Khe Ráy");
        LocalDate issued = LocalDate.of(2023, 12, 27);
        above = IssuedPlans.issue(
                service,
                ground.district,
                IssuedPlans.details("318/KH-UBND", issued, List.of()),
                IssuedPlans.task(
                        "Lập kế hoạch năm 2024 của xã",
                        LocalDate.of(2024, 1, 15),
                        Target.unit(ground.commune, "Xã Khe Ráy"),
                        Target.unit(ground.neighbour, "Xã Nà Lùng")));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode answerOf(String unit) {
        for (JsonNode node : ground.plan
                .get(ground.districtOffice(), "/plans/" + above + "/cascade")
                .get("units")) {
            if (node.get("unit").get("id").asString().equals(unit)) {
                return node;
            }
        }
        throw new AssertionError("the cascade does not know " + unit);
    }

    private static int tasks(String plan, int quarter) {
        return ground.plan
                .get(ground.clerk(), "/tasks?limit=200&plan=" + plan + "&quarter=" + quarter)
                .get("items")
                .size();
    }

    @Test
    void aDraftWithoutANumberBecomesTheCommunesAnswer() {
        // the tree of units has come over before anybody asks who has answered
        Eventually.eventually("the district is known by its name", () -> answerOf(ground.commune)
                .get("unit")
                .get("name")
                .asString()
                .equals("Xã Khe Ráy"));
        assertThat(answerOf(ground.commune).get("state").asString()).isEqualTo("NONE");

        DraftFlow draft = DraftFlow.upload(
                service,
                ground.clerk(),
                ground.commune,
                "du-thao.txt",
                FlowGround.document("commune-without-number.txt"));
        assertThat(draft.warnings()).contains("NUMBER_MISSING", "YEAR_MISMATCH");
        draft.accept("{}");

        JsonNode details = draft.content().get("details");
        JsonNode cited = details.get("implementsDocuments").get(0);
        assertThat(cited.get("number").asString()).isEqualTo("318/KH-UBND");
        assertThat(cited.get("date").asString()).isEqualTo("2023-12-27");
        assertThat(cited.get("plan").asString()).isEqualTo(above);
        assertThat(details.get("recipients").toString())
                .contains("Nà Lùng", "Phiêng Bay", "Tà Sa", "Lũng Vài", "Bản Hin", "Co Mạ", "Pá Tần");
        assertThat(draft.task(13).get("text").asString()).contains("chấm điểm thi đua năm 2025 của xã");
        assertThat(answerOf(ground.commune).get("state").asString()).isEqualTo("DRAFT");
        assertThat(answerOf(ground.neighbour).get("state").asString()).isEqualTo("NONE");

        new Refused(service, draft.issue(ground.leader()))
                .with(422, "plan-incomplete")
                .naming("documentNumber")
                .saying("số")
                .isRecorded();
        draft.revised("{\"fields\": {\"documentNumber\": \"52/KH-UBND\"}}");
        String plan = draft.issued(ground.leader());

        assertThat(List.of(tasks(plan, 1), tasks(plan, 2), tasks(plan, 3), tasks(plan, 4)))
                .containsExactly(5, 3, 3, 4);
        JsonNode answered = answerOf(ground.commune);
        assertThat(answered.get("state").asString()).isEqualTo("ISSUED");
        assertThat(answered.get("plan").get("id").asString()).isEqualTo(plan);
        assertThat(answered.get("plan").get("number").asString()).isEqualTo("52/KH-UBND");
        // and whoever is below may read what it answers
        assertThat(ground.plan
                        .get(ground.clerk(), "/plans/" + above)
                        .get("details")
                        .get("documentNumber")
                        .asString())
                .isEqualTo("318/KH-UBND");
    }

    @Test
    void aLinkIsMadeByHandAndTakenAway() {
        String other = IssuedPlans.issue(
                service,
                ground.neighbour,
                IssuedPlans.details(
                        "9/KH-UBND",
                        LocalDate.of(2024, 1, 8),
                        List.of(new vn.thidua.plan.domain.plan.CitedDocument(
                                "Kế hoạch", null, null, "UBND huyện", null))),
                IssuedPlans.task("Họp thôn", null));
        String path = "/plans/" + other + "/link";
        new Refused(service, ground.plan.send("POST", ground.stranger(), path, "{\"index\": 0}"))
                .with(428, "precondition-required")
                .naming("If-Match");
        linked(other, "{\"index\": 0, \"above\": \"%s\"}".formatted(above));
        assertThat(answerOf(ground.neighbour).get("state").asString()).isEqualTo("ISSUED");
        linked(other, "{\"index\": 0}");
        assertThat(answerOf(ground.neighbour).get("state").asString()).isEqualTo("NONE");
        // another's plan is not found, and what cannot be read cannot be named
        assertThat(ground.plan
                        .send("POST", ground.clerk(), path, "{\"index\": 0}")
                        .statusCode())
                .isEqualTo(404);
        new Refused(
                        service,
                        ground.plan.send(
                                "POST",
                                ground.stranger(),
                                path,
                                "{\"index\": 0, \"above\": \"01940000-0000-7000-8000-00000000ffff\"}",
                                "If-Match",
                                tag(other)))
                .with(422, "no-such-plan")
                .naming("above")
                .isRecorded();
    }

    /** For the version that stands. */
    private static void linked(String plan, String body) {
        HttpResponse<byte[]> answer =
                ground.plan.send("POST", ground.stranger(), "/plans/" + plan + "/link", body, "If-Match", tag(plan));
        assertThat(answer.statusCode()).as(RunningService.text(answer)).isEqualTo(204);
    }

    private static String tag(String plan) {
        return ground.plan
                .send("GET", ground.stranger(), "/plans/" + plan, null)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }
}
