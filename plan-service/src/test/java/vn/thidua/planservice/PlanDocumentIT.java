package vn.thidua.planservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.drafting.ProposedValues;
import vn.thidua.plan.reader.PlanReader;
import vn.thidua.plan.reader.ReadLimits;
import vn.thidua.plan.reader.Reading;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;
import vn.thidua.platform.testing.Tokens;

/** An issued plan, fetched as a Word document by those whom it concerns. */
class PlanDocumentIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private static RunningService service;
    private static FlowGround ground;
    private static Tokens leader;

    @BeforeAll
    static void aDistrict() {
        service = RunningService.start(PlanDocumentIT.class, Backends.mongoUri(), Backends.kafka());
        ground = new FlowGround(service, "W", "Huyện Bản Sen", "Xã Khe Ráy");
        leader = FlowGround.who("leader-of-the-district", Role.LEADER, ground.district);
        Eventually.eventually(
                "the plans' directory has heard of the units",
                () -> service.bean(Directory.class).unit(ground.village, TODAY).isPresent());
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
                IssuedPlans.task(
                        "Sơ kết thi đua", LocalDate.of(2026, 6, 15), Target.unit(ground.commune, "Xã Khe Ráy")),
                IssuedPlans.task("Chấm chéo", LocalDate.of(2026, 9, 30), Target.unit(ground.neighbour, "Xã Nà Lùng")));
    }

    private static HttpResponse<byte[]> fetch(Tokens token, String plan, String query) {
        return ground.plan.send("GET", token, "/plans/" + plan + "/document.docx" + query, null);
    }

    private static Reading read(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(RunningService.text(answer)).isEqualTo(200);
        return new PlanReader(ReadLimits.DEFAULT).read(answer.body());
    }

    private static List<String> texts(HttpResponse<byte[]> answer) {
        assertThat(read(answer)).isInstanceOf(Reading.Proposed.class);
        return ProposedValues.of(((Reading.Proposed) read(answer)).proposal()).tasks().stream()
                .map(task -> task.content().text() + " " + task.content().dueTo())
                .toList();
    }

    @Test
    void theDocumentReadsAsThePlanThatWasIssued() {
        HttpResponse<byte[]> answer = fetch(leader, issue("41/KH-UBND"), "");

        assertThat(texts(answer)).containsExactly("Sơ kết thi đua 2026-06-15", "Chấm chéo 2026-09-30");
        assertThat(((Reading.Proposed) read(answer)).proposal())
                .extracting(plan -> plan.issuingUnit(), plan -> plan.documentNumber())
                .containsExactly("UBND huyện Bản Sen", "41/KH-UBND");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("wordprocessingml.document");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", "ke-hoach-41-KH-UBND-2026.docx");
    }

    @Test
    void whoIsAssignedMayFetchItAndSoMayWhoIsBelowButNotAStranger() {
        String plan = issue("42/KH-UBND");

        assertThat(fetch(FlowGround.who("head", Role.VILLAGE_HEAD, ground.village), plan, "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(fetch(ground.stranger(), plan, "").statusCode())
                .as("a unit with a task")
                .isEqualTo(200);
        String own = IssuedPlans.issue(
                service,
                ground.commune,
                "43/KH-UBND",
                IssuedPlans.task("Việc của xã", null, Target.unit(ground.office, "Văn phòng")));
        assertThat(fetch(ground.stranger(), own, "").statusCode()).isEqualTo(404);
        assertThat(fetch(leader, "01890000-0000-7000-8000-000000000000", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOlderVersionIsWrittenAsItWas() {
        String plan = issue("44/KH-UBND");
        ground.plan.does(
                leader, "/plans/" + plan + "/amendment", "{\"reason\": \"Theo chỉ đạo mới\", \"withdrawn\": [2]}");
        Eventually.eventually(
                "the amended plan is read", () -> texts(fetch(leader, plan, "")).size() == 1);

        assertThat(texts(fetch(leader, plan, "?version=1"))).hasSize(2);
        assertThat(texts(fetch(leader, plan, "?version=2"))).containsExactly("Sơ kết thi đua 2026-06-15");
        assertThat(fetch(leader, plan, "?version=3").statusCode()).isEqualTo(404);
    }

    @Test
    void anOfficeStandsBelowTheCommitteeItBelongsTo() {
        String plan = IssuedPlans.issue(
                service,
                ground.council,
                "45/KH-HĐTĐKT",
                IssuedPlans.task("Chấm điểm", null, Target.unit(ground.office, "Văn phòng")));
        Reading read = read(fetch(ground.leader(), plan, ""));

        assertThat(((Reading.Proposed) read).proposal().text())
                .contains("UBND XÃ KHE RÁY", "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG");
        assertThat(((Reading.Proposed) read).proposal().issuingUnit()).isEqualTo("Hội đồng Thi đua - Khen thưởng");
    }
}
