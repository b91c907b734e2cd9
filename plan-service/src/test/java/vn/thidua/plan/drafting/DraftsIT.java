package vn.thidua.plan.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.RunningService.OPERATOR;
import static vn.thidua.planservice.RunningService.json;
import static vn.thidua.planservice.RunningService.text;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.plan.domain.plan.PlanCommand;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.planservice.RunningService;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.files.FileStore;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;
import vn.thidua.platform.testing.Tokens;

/** From a document to an issued plan, over HTTP. */
class DraftsIT {

    private static final String DOCUMENT = """
            ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
               XÃ BÌNH HOÀ                          Độc lập - Tự do - Hạnh phúc
            Số: %1$s/KH-UBND                    Bình Hoà, ngày 15 tháng 01 năm 2026

                                           KẾ HOẠCH
                         Công tác thi đua, khen thưởng năm 2026

            Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;

            Thực hiện Kế hoạch số 12/KH-UBND ngày 08/01/2026 của UBND tỉnh Lam Sơn về công tác thi đua, khen thưởng năm 2026, UBND xã Bình Hoà xây dựng Kế hoạch với các nội dung sau:

            II. NỘI DUNG

            | TT | Nội dung | Chủ trì | Phối hợp | Thời gian |
            |----|----------|---------|----------|-----------|
            | 1 | Phát động thi đua, ký giao ước giữa các thôn | Văn phòng HĐND và UBND | %2$s | Trong tháng 01 |
            | 2 | Báo cáo sơ kết 6 tháng đầu năm gửi Sở Nội vụ | Phòng Văn hóa - Xã hội | | Trước ngày 15/6/2026 |
            | 3 | Xét khen thưởng, tổng kết phong trào thi đua | Văn phòng HĐND và UBND | %2$s | Quý IV |

            Nơi nhận:                                    TM. ỦY BAN NHÂN DÂN
            - Sở Nội vụ (b/c);                               CHỦ TỊCH
            - Các thôn;
            - Lưu: VT.
                                                           Trần Thị Minh Hạnh
            """;

    private static RunningService organization;
    private static RunningService service;
    private static String commune;
    private static String neighbour;
    private static String office;
    private static String culture;
    private static Tokens officer;
    private static Tokens leader;

    @BeforeAll
    static void aCommuneWithTwoOffices() {
        organization = RunningService.start(DraftsIT.class, Backends.mongoUri(), Backends.kafka());
        service = organization.plan();
        String province = organization.unit("PROVINCE", "D-T", "Tỉnh Lam Sơn", null, "2000-01-01");
        String district = organization.unit("DISTRICT", "D-H", "Huyện Thanh Lâm", province, "2000-01-01");
        commune = organization.unit("COMMUNE", "D-X", "Xã Bình Hoà", district, "2000-01-01");
        neighbour = organization.unit("COMMUNE", "D-Y", "Xã Bình Minh", district, "2000-01-01");
        office = organization.unit("BODY", "D-VP", "Văn phòng HĐND và UBND", commune, "2000-01-01");
        culture = organization.unit("BODY", "D-VH", "Phòng Văn hóa - Xã hội", commune, "2000-01-01");
        officer = Tokens.of("officer").role(Role.OFFICER, commune);
        leader = Tokens.of("leader").role(Role.LEADER, commune);
        Eventually.eventually("the plans' directory has heard of the units", () -> service.bean(Directory.class)
                .unit(culture, LocalDate.of(2026, 1, 1))
                .isPresent());
    }

    @AfterAll
    static void stop() {
        organization.close();
    }

    private static String document(String number) {
        return DOCUMENT.formatted(number, "Tổ giúp việc");
    }

    private static String uploaded(String number) {
        return uploaded(number, "Tổ giúp việc");
    }

    private static String uploaded(String number, String helpers) {
        HttpResponse<byte[]> answer =
                upload(officer, DOCUMENT.formatted(number, helpers).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(201);
        return json(answer).get("id").asString();
    }

    private static HttpResponse<byte[]> upload(Tokens token, byte[] file, String... headers) {
        return service.upload(token, "/drafts/documents?unit=" + commune + "&name=ke-hoach.txt", file, headers);
    }

    private static JsonNode content(String id) {
        return service.get(officer, "/drafts/" + id).get("content");
    }

    private static String tag(String id) {
        return "\"" + content(id).get("revision").asLong() + "\"";
    }

    private static HttpResponse<byte[]> revise(Tokens token, String id, String tag, String body) {
        return service.send("POST", token, "/drafts/" + id + "/revision", body, "If-Match", tag);
    }

    private static HttpResponse<byte[]> issue(Tokens token, String id, String tag) {
        return service.send("POST", token, "/drafts/" + id + "/issuance", null, "If-Match", tag);
    }

    @Test
    void aDocumentIsReadDecidedOnAndIssued() {
        String id = uploaded("07");

        JsonNode draft = service.get(officer, "/drafts/" + id);
        assertThat(draft.get("content").get("undecided").get("fields").toString())
                .contains("documentNumber", "title", "recipients", "signatory");
        assertThat(draft.get("content").get("undecided").get("tasks").toString())
                .isEqualTo("[1,2,3]");
        assertThat(draft.get("content").get("details").has("title"))
                .as("nothing is decided yet")
                .isFalse();
        JsonNode proposal = draft.get("proposal");
        JsonNode source = proposal.get("sources").get("documentNumber").get(0);
        assertThat(proposal.get("text")
                        .asString()
                        .substring(
                                source.get("start").asInt(), source.get("end").asInt()))
                .contains("07");
        assertThat(draft.get("wordsMeant").toString()).contains("Văn phòng HĐND và UBND", office);

        HttpResponse<byte[]> blind = service.send("POST", officer, "/drafts/" + id + "/issuance", null);
        assertThat(blind.statusCode())
                .as("nobody issues what they have not seen")
                .isEqualTo(428);
        assertThat(issue(officer, id, tag(id)).statusCode())
                .as("values wait for a decision")
                .isEqualTo(422);

        assertThat(revise(officer, id, tag(id), """
                {"fields": {"title": "Công tác thi đua năm 2026 của xã"}, "cleared": ["theme"], "drops": [2],
                 "tasks": [{"n": 1, "text": "Phát động thi đua", "dueTo": "2026-01-31",
                            "lead": [{"words": "Văn phòng", "targets": [{"kind": "UNIT", "id": "%s"}]}]},
                           {"text": "Kiểm tra việc thực hiện", "dueTo": "2026-09-30",
                            "executors": [{"targets": [{"kind": "UNIT", "id": "%s"}]}]}]}""".formatted(office, culture)).statusCode())
                .isEqualTo(204);
        HttpResponse<byte[]> accepted = service.send("POST", officer, "/drafts/" + id + "/acceptance", "{}");
        assertThat(accepted.statusCode()).as(text(accepted)).isEqualTo(204);

        JsonNode content = content(id);
        assertThat(content.get("undecided").toString()).isEqualTo("{\"fields\":[],\"tasks\":[]}");
        assertThat(content.get("details").get("title").asString()).isEqualTo("Công tác thi đua năm 2026 của xã");
        assertThat(content.get("details").get("documentNumber").asString()).isEqualTo("07/KH-UBND");
        assertThat(content.get("outcomes").get("title").asString()).isEqualTo("CORRECTED");
        assertThat(content.get("outcomes").get("documentNumber").asString()).isEqualTo("ACCEPTED");
        assertThat(content.get("dropped").toString()).isEqualTo("[2]");
        JsonNode tasks = content.get("tasks");
        assertThat(tasks.size()).isEqualTo(3);
        assertThat(tasks.get(0).get("outcome").asString()).isEqualTo("CORRECTED");
        assertThat(tasks.get(1).get("n").asInt()).isEqualTo(3);
        assertThat(tasks.get(1).get("outcome").asString()).isEqualTo("ACCEPTED");
        assertThat(tasks.get(1).at("/content/lead/0/targets/0/id").asString()).isEqualTo(office);
        assertThat(tasks.get(1).at("/content/coordinators/0/targets").size())
                .as("nobody is invented")
                .isZero();
        assertThat(tasks.get(2).get("n").asInt())
                .as("behind all that were read")
                .isEqualTo(4);
        assertThat(tasks.get(2).at("/content/executors/0/words").asString()).isEqualTo("Phòng Văn hóa - Xã hội");

        HttpResponse<byte[]> outdated = issue(leader, id, "\"0\"");
        assertThat(outdated.statusCode()).as(text(outdated)).isEqualTo(412);
        assertThat(json(outdated).at("/current/details/title").asString())
                .isEqualTo("Công tác thi đua năm 2026 của xã");
        HttpResponse<byte[]> issued = issue(leader, id, tag(id));
        assertThat(issued.statusCode()).as(text(issued)).isEqualTo(201);
        assertThat(issued.headers().firstValue("Location")).contains("/api/v1/plan/plans/" + id);
        assertThat(issued.headers().firstValue("X-Stale")).as("all tasks stand").isEmpty();
        assertThat(service.send("GET", officer, "/drafts/" + id, null).statusCode())
                .isEqualTo(404);
        HttpResponse<byte[]> original = service.send("GET", officer, "/drafts/" + id + "/document", null);
        assertThat(original.statusCode()).isEqualTo(200);
        assertThat(text(original)).isEqualTo(document("07"));
        assertThat(original.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", "ke-hoach.txt");
        assertThat(revise(officer, id, "\"1\"", "{\"fields\": {\"title\": \"Khác\"}}")
                        .statusCode())
                .as("what is issued is not edited")
                .isIn(409, 412);
    }

    @Test
    void nobodyOverwritesWhatAnotherHasWritten() {
        String id = uploaded("08");
        String seen = tag(id);
        String mine = "{\"fields\": {\"title\": \"Tên của tôi\"}}";
        String yours = "{\"fields\": {\"title\": \"Tên của bạn\"}}";

        HttpResponse<byte[]> without = service.send("POST", officer, "/drafts/" + id + "/revision", mine);
        assertThat(without.statusCode()).isEqualTo(428);
        assertThat(text(without)).contains("If-Match", "Hãy tải lại");

        var both = Stream.of(mine, yours)
                .map(body -> CompletableFuture.supplyAsync(() -> revise(officer, id, seen, body)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(both).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 412);
        HttpResponse<byte[]> refused = both.stream()
                .filter(answer -> answer.statusCode() == 412)
                .findFirst()
                .orElseThrow();
        String standing = content(id).get("details").get("title").asString();
        JsonNode problem = json(refused);
        assertThat(problem.get("current").get("details").get("title").asString())
                .isEqualTo(standing);
        assertThat(problem.get("current").get("revision").asLong())
                .isEqualTo(content(id).get("revision").asLong());
        assertThat(refused.headers().firstValue("ETag")).contains(tag(id));
        assertThat(standing).isEqualTo(both.getFirst() == refused ? "Tên của bạn" : "Tên của tôi");
    }

    @Test
    void twoPeopleAcceptAtOnceAndNothingIsLost() {
        String id = uploaded("09");

        Stream.of("{\"fields\": [\"title\"]}", "{\"fields\": [\"year\"]}", "{\"tasks\": [1]}", "{\"tasks\": [2]}")
                .map(body -> CompletableFuture.supplyAsync(
                        () -> service.send("POST", officer, "/drafts/" + id + "/acceptance", body)))
                .toList()
                .forEach(answer -> assertThat(answer.join().statusCode()).isIn(204, 412));

        Eventually.eventually("what was accepted is there", () -> {
            JsonNode content = content(id);
            return content.get("undecided").get("tasks").size()
                            + content.get("tasks").size()
                    == 3;
        });
        assertThat(service.send("POST", officer, "/drafts/" + id + "/acceptance", "{\"tasks\": [9]}")
                        .statusCode())
                .as("a task that was never read")
                .isEqualTo(422);
        assertThat(service.send("POST", officer, "/drafts/" + id + "/acceptance", "{\"fields\": [\"unit\"]}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void wordsThatWereMappedAreRememberedForTheNextDocument() {
        String first = uploaded("10", "Ban cán sự tổ");
        assertThat(revise(officer, first, tag(first), """
                {"tasks": [{"n": 1, "text": "Phát động thi đua", "coordinators":
                 [{"words": "Ban cán sự tổ", "targets": [{"kind": "UNIT", "id": "%s"}]}]}]}""".formatted(culture)).statusCode())
                .isEqualTo(204);
        service.does(officer, "/drafts/" + first + "/acceptance", "{}");

        String second = uploaded("11", "Ban cán sự tổ");
        Eventually.eventually("the words are remembered", () -> service.get(officer, "/drafts/" + second)
                .get("wordsMeant")
                .toString()
                .contains("REMEMBERED"));
        service.does(officer, "/drafts/" + second + "/acceptance", "{\"tasks\": [3]}");
        assertThat(content(second)
                        .at("/tasks/0/content/coordinators/0/targets/0/id")
                        .asString())
                .isEqualTo(culture);
    }

    @Test
    void whatIsNoPlanIsRefusedWithTheRemedyAndNotKept() {
        FileStore files = service.application().getBean("planFiles", FileStore.class);
        assertThat(files).isNotNull();
        long before = stored();

        for (byte[] file : new byte[][] {
            {},
            {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13},
            "PK\u0003\u0004abc".getBytes(StandardCharsets.ISO_8859_1)
        }) {
            HttpResponse<byte[]> answer = upload(officer, file);
            assertThat(answer.statusCode()).as(text(answer)).isEqualTo(422);
            assertThat(text(answer)).contains("document-", "\"field\":\"file\"", "Hãy");
        }
        byte[] large = new byte[20 * 1024 * 1024 + 1];
        assertThat(text(upload(officer, large))).contains("document-too-large", "20 MB");
        assertThat(stored()).as("nothing is kept").isEqualTo(before);
    }

    private static long stored() {
        return Objects.requireNonNull(service.runtime().database().getCollection("fs.files"))
                .countDocuments();
    }

    @Test
    void anUploadUnderTheSameKeyIsTakenOnce() {
        byte[] file = document("12").getBytes(StandardCharsets.UTF_8);
        String id = json(upload(officer, file, "Idempotency-Key", "upload-12-once"))
                .get("id")
                .asString();
        long before = stored();

        HttpResponse<byte[]> again = upload(officer, file, "Idempotency-Key", "upload-12-once");
        assertThat(json(again).get("id").asString()).isEqualTo(id);
        assertThat(stored()).isEqualTo(before);
        assertThat(service.get(officer, "/drafts/" + id)
                        .get("proposal")
                        .get("text")
                        .asString())
                .as("its files are those of the first")
                .contains("12/KH-UBND");
        assertThat(text(upload(officer, "khác".getBytes(StandardCharsets.UTF_8), "Idempotency-Key", "upload-12-once")))
                .contains("idempotency-key-reused");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void whoIsNotThereIsNotAssigned() {
        String id = service.does(
                officer, "/drafts", "{\"unit\": \"%s\", \"title\": \"Viết tay\", \"year\": 2026}".formatted(commune));
        String task = "{\"tasks\": [{\"text\": \"Việc\", \"lead\": [{\"words\": \"Ai đó\", \"targets\": [%s]}]}]}";

        for (String target : new String[] {
            "{\"kind\": \"UNIT\", \"id\": \"01940000-0000-7000-8000-00000000ffff\"}",
            "{\"kind\": \"GROUP\", \"id\": \"01940000-0000-7000-8000-00000000ffff\"}",
            "{\"kind\": \"POST\", \"id\": \"%s\", \"post\": \"Thuyền trưởng\"}".formatted(office)
        }) {
            HttpResponse<byte[]> answer = revise(officer, id, tag(id), task.formatted(target));
            assertThat(answer.statusCode()).as(text(answer)).isEqualTo(422);
            assertThat(json(answer).get("errors").get(0).get("field").asString())
                    .startsWith("tasks[0].lead[0].targets[0].");
        }
        assertThat(content(id).get("tasks").size()).isZero();
    }

    @Test
    void aDraftGivenUpTakesItsFilesAlong() {
        String id = uploaded("13");
        long before = stored();

        String tag = tag(id);
        assertThat(service.send("DELETE", officer, "/drafts/" + id, null).statusCode())
                .as("nobody gives up what they have not seen")
                .isEqualTo(428);
        assertThat(service.send(
                                "DELETE",
                                officer,
                                "/drafts/" + id,
                                null,
                                "Idempotency-Key",
                                "discard-13",
                                "If-Match",
                                tag)
                        .statusCode())
                .isEqualTo(204);
        Eventually.eventually("its files are gone", () -> stored() == before - 2);
        assertThat(service.send("GET", officer, "/drafts/" + id, null).statusCode())
                .isEqualTo(404);
        assertThat(service.send("GET", officer, "/drafts/" + id + "/document", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.send("DELETE", officer, "/drafts/" + id, null, "Idempotency-Key", "discard-13")
                        .statusCode())
                .as("the same again")
                .isEqualTo(204);
        assertThat(service.get(officer, "/drafts?unit=" + commune).toString()).doesNotContain(id);
    }

    @Test
    void theFilesGoAlsoIfWhoGaveItUpIsStoppedRightAfter() {
        String id = uploaded("14");
        long before = stored();

        service.runtime()
                .commands()
                .send(new PlanCommand.DiscardDraft(id), new Act("officer", List.of(), null, "r-14", "r-14", null));

        Eventually.eventually("its files are gone", () -> stored() == before - 2);
    }

    @Test
    void draftsAreSeenByTheUnitAndThoseAboveAlone() {
        String id = service.does(officer, "/drafts", "{\"unit\": \"%s\"}".formatted(commune));
        Tokens auditor = Tokens.of("auditor").role(Role.AUDITOR, commune);
        Tokens stranger = Tokens.of("stranger").role(Role.OFFICER, neighbour);

        assertThat(service.get(auditor, "/drafts?unit=" + commune).toString()).contains(id);
        assertThat(service.get(auditor, "/drafts/" + id)
                        .get("content")
                        .get("unit")
                        .get("name")
                        .asString())
                .isEqualTo("Xã Bình Hoà");
        assertThat(service.send("DELETE", auditor, "/drafts/" + id, null).statusCode())
                .isEqualTo(403);
        assertThat(service.send("GET", stranger, "/drafts/" + id, null).statusCode())
                .isEqualTo(404);
        assertThat(service.send("GET", stranger, "/drafts?unit=" + commune, null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.get(stranger, "/drafts").get("items").size()).isZero();
        assertThat(service.send("POST", OPERATOR, "/drafts", "{\"unit\": \"%s\"}".formatted(commune))
                        .statusCode())
                .isEqualTo(403);
    }
}
