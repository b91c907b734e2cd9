package vn.thidua.plan.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.RunningService.json;
import static vn.thidua.planservice.RunningService.text;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.planservice.RunningService;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;
import vn.thidua.platform.testing.Tokens;

/** Drafts that begin with another plan: of the year before, or of the tier above. */
class DraftBeginningsIT {

    private static RunningService organization;
    private static RunningService service;
    private static String district;
    private static String commune;
    private static String neighbour;
    private static String elsewhere;
    private static Tokens above;
    private static Tokens officer;

    @BeforeAll
    static void aDistrictWithTwoCommunes() {
        organization = RunningService.start(DraftBeginningsIT.class, Backends.mongoUri(), Backends.kafka());
        service = organization.plan();
        String province = organization.unit("PROVINCE", "B-T", "Tỉnh Lam Sơn", null, "2000-01-01");
        district = organization.unit("DISTRICT", "B-H", "Huyện Thanh Lâm", province, "2000-01-01");
        commune = organization.unit("COMMUNE", "B-X", "Xã Bình Hoà", district, "2000-01-01");
        neighbour = organization.unit("COMMUNE", "B-Y", "Xã Bình Minh", district, "2000-01-01");
        elsewhere = organization.unit("DISTRICT", "B-K", "Huyện Thanh Sơn", province, "2000-01-01");
        above = Tokens.of("above").role(Role.LEADER, district);
        officer = Tokens.of("officer").role(Role.OFFICER, commune);
        Eventually.eventually("the plans' directory has heard of the units", () -> service.bean(Directory.class)
                .unit(elsewhere, LocalDate.of(2026, 1, 1))
                .isPresent());
    }

    @AfterAll
    static void stop() {
        organization.close();
    }

    private static String issued(Tokens token, String unit, String number, String date, String tasks) {
        String id = service.does(token, "/drafts", "{\"unit\": \"%s\"}".formatted(unit));
        revised(token, id, """
                {"fields": {"documentNumber": "%s", "issueDate": "%s", "title": "Công tác thi đua năm 2026", "year": 2026,
                            "place": "Thanh Lâm", "recipients": ["Lưu: VT"],
                            "signatory": {"position": "CHỦ TỊCH", "name": "Lý Văn Mẫu"}},
                 "tasks": [%s]}""".formatted(number, date, tasks));
        HttpResponse<byte[]> answer =
                service.send("POST", token, "/drafts/" + id + "/issuance", null, "If-Match", tag(token, id));
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(201);
        return id;
    }

    private static void revised(Tokens token, String id, String body) {
        HttpResponse<byte[]> answer = revise(token, id, body);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(204);
    }

    private static HttpResponse<byte[]> revise(Tokens token, String id, String body) {
        return service.send("POST", token, "/drafts/" + id + "/revision", body, "If-Match", tag(token, id));
    }

    private static String tag(Tokens token, String id) {
        return "\""
                + service.get(token, "/drafts/" + id).at("/content/revision").asLong() + "\"";
    }

    private static String begin(Tokens token, String how, String unit, String plan) {
        return service.does(token, "/drafts/" + how, "{\"unit\": \"%s\", \"plan\": \"%s\"}".formatted(unit, plan));
    }

    @Test
    void aUnitBeginsWithWhatThePlanAboveGivesIt() {
        String plan = issued(above, district, "31/KH-UBND", "2026-01-08", """
                {"text": "Việc của xã", "dueTo": "2026-03-31", "executors":
                  [{"words": "UBND xã Bình Hoà", "targets": [{"kind": "UNIT", "id": "%s"}]}]},
                {"text": "Việc của mọi xã", "dueTo": "2026-06-30", "lead": [{"words": "UBND các xã"}]},
                {"text": "Việc của xã khác", "executors": [{"targets": [{"kind": "UNIT", "id": "%s"}]}]}""".formatted(commune, neighbour));

        String id = begin(officer, "from-above", commune, plan);

        JsonNode content = service.get(officer, "/drafts/" + id).get("content");
        assertThat(content.get("kind").asString()).isEqualTo("ABOVE");
        assertThat(content.get("tasks").size()).isEqualTo(2);
        assertThat(content.at("/tasks/0/content/text").asString()).isEqualTo("Việc của xã");
        assertThat(content.at("/tasks/0/content/executors/0/targets/0/id").asString())
                .isEqualTo(commune);
        assertThat(content.at("/tasks/1/content/text").asString()).isEqualTo("Việc của mọi xã");
        assertThat(content.at("/details/implementsDocuments/0/plan").asString()).isEqualTo(plan);
        assertThat(content.at("/details/implementsDocuments/0/number").asString())
                .isEqualTo("31/KH-UBND");
        assertThat(content.at("/details/year").asInt()).isEqualTo(2026);

        Tokens stranger = Tokens.of("stranger").role(Role.OFFICER, elsewhere);
        HttpResponse<byte[]> refused = service.send(
                "POST",
                stranger,
                "/drafts/from-above",
                "{\"unit\": \"%s\", \"plan\": \"%s\"}".formatted(elsewhere, plan));
        HttpResponse<byte[]> unknown = service.send(
                "POST",
                stranger,
                "/drafts/from-above",
                "{\"unit\": \"%s\", \"plan\": \"01940000-0000-7000-8000-00000000ffff\"}".formatted(elsewhere));
        assertThat(refused.statusCode()).as(text(refused)).isEqualTo(422);
        assertThat(json(refused).get("type"))
                .as("as if there were none")
                .isEqualTo(json(unknown).get("type"));
    }

    @Test
    void lastYearsPlanIsCopiedAndWhatIsToBeLookedAtIsNotLost() {
        String earlier = issued(officer, commune, "41/KH-UBND", "2026-01-15", """
                {"text": "Sơ kết 6 tháng đầu năm 2026", "dueTo": "2026-06-18", "executors":
                  [{"targets": [{"kind": "UNIT", "id": "%s"}]}]},
                {"text": "Tổng kết", "dueTo": "2026-09-02"}""".formatted(commune));

        String id = begin(officer, "copies", commune, earlier);

        JsonNode draft = service.get(officer, "/drafts/" + id);
        assertThat(draft.at("/content/plan").asString()).isEqualTo(earlier);
        assertThat(draft.at("/content/details/title").asString()).isEqualTo("Công tác thi đua năm 2027");
        assertThat(draft.at("/content/details").has("documentNumber")).isFalse();
        assertThat(draft.at("/content/details").has("issueDate")).isFalse();
        assertThat(draft.at("/content/tasks/0/content/text").asString()).isEqualTo("Sơ kết 6 tháng đầu năm 2027");
        assertThat(draft.at("/content/tasks/1/content/dueTo").asString()).isEqualTo("2027-09-02");
        assertThat(draft.get("flags").toString()).contains("LEFT_OUT", "YEAR_IN_TEXT", "HOLIDAY", "Quốc khánh");
        int all = draft.get("flags").size();

        revised(officer, id, """
                {"fields": {"documentNumber": "05/KH-UBND"},
                 "tasks": [{"n": 2, "text": "Tổng kết", "dueTo": "2027-09-06"}]}""");

        JsonNode after = service.get(officer, "/drafts/" + id).get("flags");
        assertThat(after.size()).as("what was changed was looked at").isEqualTo(all - 2);
        assertThat(after.toString()).contains("YEAR_IN_TEXT").doesNotContain("HOLIDAY");

        HttpResponse<byte[]> ofAnother = service.send(
                "POST", above, "/drafts/copies", "{\"unit\": \"%s\", \"plan\": \"%s\"}".formatted(district, earlier));
        assertThat(ofAnother.statusCode()).as("a plan of another unit").isEqualTo(422);
        assertThat(json(ofAnother).at("/errors/0/field").asString()).isEqualTo("plan");
    }

    @Test
    void aCitedPlanIsFoundByNumberDateAndIssuer() {
        String plan = issued(above, district, "52/KH-UBND", "2026-01-09", "{\"text\": \"Việc\"}");
        byte[] document = """
                ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                   XÃ BÌNH HOÀ                          Độc lập - Tự do - Hạnh phúc
                Số: 53/KH-UBND                    Bình Hoà, ngày 15 tháng 01 năm 2026

                                               KẾ HOẠCH
                             Công tác thi đua, khen thưởng năm 2026

                Thực hiện Kế hoạch số 52/KH-UBND ngày 09/01/2026 của UBND huyện Thanh Lâm về công tác thi đua năm 2026, UBND xã Bình Hoà xây dựng Kế hoạch như sau:

                1. Văn phòng phát động thi đua trước ngày 31/01/2026.
                """.getBytes(StandardCharsets.UTF_8);
        String id = json(service.upload(officer, "/drafts/documents?unit=" + commune, document))
                .get("id")
                .asString();

        service.does(officer, "/drafts/" + id + "/acceptance", "{\"fields\": [\"implementsDocuments\"]}");

        JsonNode content = service.get(officer, "/drafts/" + id).get("content");
        assertThat(content.at("/details/implementsDocuments/0/plan").asString()).isEqualTo(plan);
        assertThat(content.at("/outcomes/implementsDocuments").asString()).isEqualTo("ACCEPTED");
        for (String field : List.of("implementsDocuments", "legalBases")) {
            HttpResponse<byte[]> invented = revise(officer, id, """
                    {"fields": {"%s": [{"type": "Kế hoạch", "number": "1/KH",
                     "plan": "01940000-0000-7000-8000-00000000ffff"}]}}""".formatted(field));
            assertThat(invented.statusCode()).as(text(invented)).isEqualTo(422);
            assertThat(json(invented).at("/errors/0/field").asString()).isEqualTo("fields." + field + "[0].plan");
        }
        revised(officer, id, """
                {"fields": {"legalBases": [{"type": "Kế hoạch", "number": "52/KH-UBND", "plan": "%s"}]}}""".formatted(plan));
    }
}
