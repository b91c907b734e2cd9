package vn.thidua.planservice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.RunningService.OPERATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;

/** The office of a commune turns its plan, as it left the typewriter, into tasks. */
class CommuneOfficeFlowIT {

    private static RunningService service;
    private static FlowGround ground;

    @BeforeAll
    static void aCommuneWithItsOffice() {
        service = RunningService.start(CommuneOfficeFlowIT.class, Backends.mongoUri(), Backends.kafka());
        ground = new FlowGround(service, "F", "Thị xã Đông Khê", "Xã Suối Trầm");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static DraftFlow upload() {
        return DraftFlow.upload(
                service, ground.clerk(), ground.commune, "ke-hoach.txt", FlowGround.document("commune-office.txt"));
    }

    @Test
    void whatTheDocumentSaysIsProposedWithItsPlaceInTheText() {
        DraftFlow draft = upload();
        JsonNode proposal = draft.whole().get("proposal");
        JsonNode details = proposal.get("details");

        assertThat(details.get("documentNumber").asString()).isEqualTo("01/KH-UBND");
        assertThat(details.get("issueDate").asString()).isEqualTo("2024-01-05");
        assertThat(details.get("signatory").get("position").asString()).isEqualTo("CHỦ TỊCH");
        assertThat(details.get("signatory").get("name").asString()).isEqualTo("Lục Văn Khải");
        assertThat(details.get("recipients")).hasSize(7);
        assertThat(proposal.get("tasks")).hasSize(10);
        assertThat(draft.source("tasks[1].deadlineText")).isEqualTo("Hoàn thành trước ngày 25/01/2024");
        assertThat(draft.source("documentNumber")).contains("01/KH-UBND");

        // nothing of it is in the plan before somebody decides
        assertThat(draft.content().get("tasks")).isEmpty();
        assertThat(draft.content().get("details").has("documentNumber")
                        && !draft.content().get("details").get("documentNumber").isNull())
                .isFalse();
        assertThat(draft.content().get("undecided").get("tasks")).hasSize(10);
    }

    @Test
    void whoIsNamedIsKeptInTheWordsOfTheDocumentAndNothingIsInvented() {
        DraftFlow draft = upload();
        draft.accept("{}");

        JsonNode first = draft.task(1);
        assertThat(DraftFlow.words(first.get("lead"))).containsExactly("Chủ tịch UBND");
        assertThat(DraftFlow.words(first.get("executors"))).containsExactly("Văn phòng – Thống kê");
        assertThat(DraftFlow.words(first.get("coordinators"))).containsExactly("Cán bộ, công chức");
        assertThat(first.get("dueFrom").asString()).isEqualTo("2024-01-01");
        assertThat(first.get("dueTo").asString()).isEqualTo("2024-01-31");
        assertThat(first.get("deadlineText").asString()).isEqualTo("Trong tháng 01 năm 2024");
        assertThat(draft.task(4).get("lead")).isEmpty();
        assertThat(draft.task(10).get("dueFrom").asString()).isEqualTo("2025-01-01");
        assertThat(draft.task(10).get("dueTo").asString()).isEqualTo("2025-01-31");

        assertThat(draft.warnings()).contains("YEAR_MISMATCH", "TASK_WITHOUT_LEAD", "DEADLINE_ORDER");
        List<String> messages = new ArrayList<>();
        draft.whole()
                .get("warnings")
                .forEach(each -> messages.add(each.get("message").asString()));
        assertThat(messages)
                .anyMatch(each -> each.startsWith("Nhiệm vụ 3 ") && each.contains("2023"))
                .anyMatch(each -> each.startsWith("Nhiệm vụ 4 ") && each.contains("chủ trì"))
                .anyMatch(each -> each.contains("nhiệm vụ 7 (08/11/2024) sớm hơn"));
    }

    @Test
    void confirmedOneByOneItIsIssuedByOneEventAndOnlyAmendedAfterwards() {
        DraftFlow draft = upload();
        new Refused(service, draft.issue(ground.leader()))
                .with(422, "plan-incomplete")
                .saying("documentNumber")
                .isRecorded();
        draft.accept("""
                {"fields": ["documentNumber", "issueDate", "place", "title", "year", "signatory", "recipients"]}""");
        draft.revised("{\"cleared\": [\"campaigns\", \"targets\", \"reportDeadlines\"]}");
        assertThat(draft.content().get("undecided").get("fields")).isEmpty();
        IntStream.rangeClosed(1, 10).forEach(n -> draft.accept("{\"tasks\": [" + n + "]}"));
        draft.revised(firstTask());
        assertThat(draft.content().get("undecided").get("tasks")).isEmpty();

        long seen = draft.content().get("revision").asLong();
        String plan = draft.issued(ground.leader());

        assertThat(tasksOf(plan)).hasSize(10);
        Eventually.eventually("the act stands in the audit", () -> issues(plan).size() == 1);
        new Refused(service, draft.revise("{\"cleared\": [\"place\"]}", seen + 1))
                .with(409, "plan-issued-not-edited")
                .saying("01/KH-UBND")
                .isRecorded();
        new Refused(service, ground.plan.send("PATCH", ground.leader(), "/plans/" + plan, "{}"))
                .with(409, "plan-issued-not-edited");

        ground.plan.does(ground.leader(), "/plans/" + plan + "/amendment", """
                {"reason": "Bỏ việc gặp mặt vì mưa bão", "withdrawn": [5],
                 "tasks": [{"text": "Thăm các hộ bị thiệt hại", "dueTo": "2024-10-31",
                            "executors": [{"targets": [{"kind": "UNIT", "id": "%s"}]}]}]}""".formatted(ground.village));
        JsonNode amended = ground.plan.get(ground.clerk(), "/plans/" + plan);
        assertThat(amended.get("version").asInt()).isEqualTo(2);
        Eventually.eventually("the tasks have followed the amendment", () -> {
            assertThat(tasksOf(plan))
                    .extracting(task -> task.get("n").asInt())
                    .containsExactlyInAnyOrder(1, 2, 3, 4, 6, 7, 8, 9, 10, 11);
            return true;
        });
    }

    /** The first task, with those whom its words mean. */
    private static String firstTask() {
        return """
                {"tasks": [{"n": 1, "ordinal": "1", "text": "Soạn kế hoạch năm", "deadlineText": "Trong tháng 01 năm 2024",
                  "dueFrom": "2024-01-01", "dueTo": "2024-01-31",
                  "lead": [{"words": "Chủ tịch UBND",
                            "targets": [{"kind": "POST", "id": "%s", "post": "Chủ tịch UBND"}]}],
                  "executors": [{"words": "Văn phòng – Thống kê", "targets": [{"kind": "UNIT", "id": "%s"}]}],
                  "coordinators": [{"words": "Cán bộ, công chức", "targets": [{"kind": "GROUP", "id": "%s"}]}]}]}""".formatted(ground.commune, ground.office, ground.officials);
    }

    private static List<JsonNode> tasksOf(String plan) {
        List<JsonNode> tasks = new ArrayList<>();
        ground.plan
                .get(ground.clerk(), "/tasks?plan=" + plan + "&limit=200")
                .get("items")
                .forEach(tasks::add);
        return tasks;
    }

    /** Events of the plan that say it was issued. */
    private static List<JsonNode> issues(String plan) {
        List<JsonNode> acts = new ArrayList<>();
        for (JsonNode act : ground.plan
                .get(OPERATOR, "/audit?aggregate=" + plan + "&limit=200")
                .get("items")) {
            if (act.get("event").asString().equals("plan.plan-issued")) {
                acts.add(act);
            }
        }
        return acts;
    }
}
