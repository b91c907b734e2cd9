package vn.thidua.organization.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import vn.thidua.planservice.RunningService;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;
import vn.thidua.platform.testing.Tokens;

/** Lists over HTTP, with the rights of who sends them. */
class ImportHttpIT {
    private static final String UNITS = "Mã;Tên đơn vị;Loại;Thuộc;Từ ngày\n";
    private static RunningService service;
    private static int tests;

    @BeforeAll
    static void start() {
        service = RunningService.start(ImportHttpIT.class, Backends.mongoUri(), Backends.kafka());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<byte[]> upload(Tokens token, String unit, String csv, String... headers)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", token.bearer(), "Content-Type", "application/octet-stream"));
        String port = service.bean(Environment.class).getRequiredProperty("local.server.port");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://127.0.0.1:" + port + "/api/v1/organization/imports?unit=" + unit))
                            .POST(HttpRequest.BodyPublishers.ofByteArray(csv.getBytes(StandardCharsets.UTF_8)))
                            .headers(all.toArray(String[]::new))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static void inState(Tokens token, String id, String state) {
        Eventually.within(Duration.ofSeconds(30), "import is " + state, () -> {
            String now = service.get(token, "/imports/" + id).get("state").asString();
            return now.equals(state);
        });
    }

    @Test
    void aListIsUploadedLookedAtConfirmedAndTakenBack() throws Exception {
        String p = "I" + ++tests;
        String top = service.unit("PROVINCE", p, "Tỉnh Nhập " + p, null, "2000-01-01");
        Tokens officer = Tokens.of("officer").role(Role.OFFICER, top);
        String csv = UNITS + p + "X;Xã A;Xã;" + p + ";01/07/2025\n;Thôn 1;Thôn;" + p + "X;01/07/2025\n";

        HttpResponse<byte[]> answer = upload(officer, top, csv, "Idempotency-Key", "upload-" + p + "-0001");
        assertThat(answer.statusCode()).as(RunningService.text(answer)).isEqualTo(201);
        String id = RunningService.json(answer).get("id").asString();
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/organization/imports/" + id);
        HttpResponse<byte[]> again = upload(officer, top, csv, "Idempotency-Key", "upload-" + p + "-0001");
        assertThat(RunningService.json(again).get("id").asString()).isEqualTo(id);
        inState(officer, id, "PROPOSED");

        JsonNode first = service.get(officer, "/imports/" + id + "/rows?limit=1");
        assertThat(first.get("items").size()).isEqualTo(1);
        assertThat(first.get("items").get(0).get("label").asString()).isEqualTo("Xã A");
        JsonNode second = service.get(
                officer,
                "/imports/" + id + "/rows?limit=1&cursor=" + first.get("next").asString());
        assertThat(second.get("items")
                        .get(0)
                        .get("findings")
                        .get(0)
                        .get("message")
                        .asString())
                .contains("hệ thống đặt mã");
        assertThat(second.has("next")).isFalse();

        HttpResponse<byte[]> confirmed = service.send("POST", officer, "/imports/" + id + "/confirmation", null);
        assertThat(confirmed.statusCode()).as(RunningService.text(confirmed)).isEqualTo(202);
        inState(officer, id, "COMPLETED");
        // another view than the one that tells the state
        Eventually.eventually(
                "the tree shows what came",
                () -> service.get(officer, "/tree?root=" + top).get("units").size() == 3);

        assertThat(service.send("POST", officer, "/imports/" + id + "/undo", null)
                        .statusCode())
                .isEqualTo(202);
        inState(officer, id, "UNDONE");
        Eventually.eventually(
                "the tree is as before",
                () -> service.get(officer, "/tree?root=" + top).get("units").size() == 1);
        assertThat(service.get(officer, "/imports?unit=" + top)
                        .get("items")
                        .get(0)
                        .get("state")
                        .asString())
                .isEqualTo("UNDONE");
    }

    @Test
    void rowsWithErrorsAreAnsweredAndNothingIsKept() throws Exception {
        String p = "I" + ++tests;
        String top = service.unit("PROVINCE", p, "Tỉnh Nhập " + p, null, "2000-01-01");
        Tokens officer = Tokens.of("officer").role(Role.OFFICER, top);

        HttpResponse<byte[]> answer = upload(officer, top, UNITS + p + "X;Xã A;Xã;Tỉnh Nhâp " + p + ";31/02/2025\n");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode body = RunningService.json(answer);
        assertThat(body.has("id")).isFalse();
        assertThat(body.get("errors").asInt()).isEqualTo(1);
        assertThat(body.get("failed").get(0).get("findings").toString()).contains("Có phải là", "không phải là ngày");
        assertThat(service.get(officer, "/imports?unit=" + top).get("items").size())
                .isZero();
    }

    @Test
    void aFileThatIsNoListIsRefusedWithTheRemedy() throws Exception {
        String p = "I" + ++tests;
        String top = service.unit("PROVINCE", p, "Tỉnh Nhập " + p, null, "2000-01-01");

        HttpResponse<byte[]> answer = upload(Tokens.of("officer").role(Role.OFFICER, top), top, "%PDF-1.7 x");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(RunningService.text(answer)).contains("sheet-other-format", "Hãy lưu danh sách");
    }

    @Test
    void nobodyReachesBeyondTheirUnit() throws Exception {
        String p = "I" + ++tests;
        String top = service.unit("PROVINCE", p, "Tỉnh Nhập " + p, null, "2000-01-01");
        String x = service.unit("COMMUNE", p + "X", "Xã Của Mình", top, "2025-07-01");
        service.unit("COMMUNE", p + "Y", "Xã Người Khác", top, "2025-07-01");
        Tokens officer = Tokens.of("officer").role(Role.OFFICER, x);

        assertThat(upload(officer, top, UNITS + ";Thôn 1;Thôn;" + p + "X;01/07/2025\n")
                        .statusCode())
                .as("another unit's import")
                .isEqualTo(403);
        assertThat(upload(officer, x, UNITS + "T" + p + ";Tỉnh Mới;Tỉnh;;01/07/2025\n")
                        .statusCode())
                .as("a unit at the top")
                .isEqualTo(403);
        HttpResponse<byte[]> other = upload(officer, x, UNITS + ";Thôn 1;Thôn;Xã Người Khac;01/07/2025\n");
        assertThat(RunningService.json(other).get("failed").toString())
                .as("names of other units are not told")
                .contains("Không tìm thấy đơn vị")
                .doesNotContain("Người Khác");
        HttpResponse<byte[]> own = upload(officer, x, UNITS + ";Thôn 1;Thôn;" + p + "X;01/07/2025\n");
        assertThat(own.statusCode()).isEqualTo(201);
        String id = RunningService.json(own).get("id").asString();
        inState(officer, id, "PROPOSED");
        Tokens stranger =
                Tokens.of("stranger").role(Role.OFFICER, service.unit("COMMUNE", p + "Z", "Xã Z", top, "2025-07-01"));
        assertThat(service.send("GET", stranger, "/imports/" + id, null).statusCode())
                .isEqualTo(404);
        assertThat(service.send("POST", stranger, "/imports/" + id + "/confirmation", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.send("DELETE", officer, "/imports/" + id, null).statusCode())
                .isEqualTo(204);
        inState(officer, id, "DISCARDED");
    }

    @Test
    void theTemplateIsAWorkbook() throws Exception {
        HttpResponse<byte[]> answer = service.send("GET", RunningService.OPERATOR, "/imports/template", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
        }
    }
}
