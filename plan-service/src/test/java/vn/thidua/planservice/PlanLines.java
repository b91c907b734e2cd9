package vn.thidua.planservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.thidua.plan.domain.Target;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.EndpointMatrix;
import vn.thidua.platform.testing.EndpointMatrix.Call;
import vn.thidua.platform.testing.EndpointMatrix.Units;
import vn.thidua.platform.testing.Tokens;

/** What the endpoints of context plan are asked: a draft, and a plan in force with a task and its evidence, in each unit. */
final class PlanLines {

    static final String API = "/api/v1/plan";

    private static final String PDF = "%PDF-1.4\n%%EOF\n";
    private static final String DAY = "2026-12-31";

    private final RunningService service;
    private final Units units;

    /** Of each unit, and an id that nothing has for the unit that does not exist. */
    private final Map<String, String> drafts = new HashMap<>();

    private final Map<String, String> plans = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();

    PlanLines(RunningService service, Units units) {
        this.service = service;
        this.units = units;
        for (String unit : List.of(units.own(), units.below(), units.above(), units.beside())) {
            furnish(unit);
        }
        for (Map<String, String> ids : List.of(drafts, plans, files)) {
            ids.put(units.nowhere(), OrganizationLines.NOWHERE);
        }
    }

    private void furnish(String unit) {
        Tokens officer = Tokens.of("furnisher").person("furnisher").role(Role.OFFICER, unit);
        drafts.put(
                unit,
                DraftFlow.upload(service, officer, unit, "ke-hoach.txt", FlowGround.document("commune-office.txt")).id);
        String plan = IssuedPlans.issue(
                service,
                unit,
                (plans.size() + 1) + "/KH-UBND",
                IssuedPlans.task("Việc chung", null, Target.unit(unit, "Đơn vị")));
        plans.put(unit, plan);
        var sent = service.plan()
                .upload(officer, "/plans/" + plan + "/tasks/1/evidence", PDF.getBytes(StandardCharsets.UTF_8));
        assertThat(sent.statusCode()).as(RunningService.text(sent)).isEqualTo(201);
        files.put(unit, RunningService.json(sent).get("id").asString());
    }

    /** For whom the caller reports: of what is above, the caller answers for the own unit at most. */
    private String reporter(String owner) {
        return owner.equals(units.above()) ? units.own() : owner;
    }

    void addTo(EndpointMatrix matrix) {
        draftsOf(matrix);
        plansOf(matrix);
        actsOf(matrix);
        tasksOf(matrix);
        // nobody has a role for it; clients with the scope pass
        matrix.line("POST " + API + "/daily-run", _ -> Call.of(API + "/daily-run"));
    }

    private static Function<EndpointMatrix.Target, Call> at(String path) {
        return target -> Call.of(path.formatted(API, target.unit()));
    }

    /** A request about a resource of the unit: the path has its id, the body the unit where it names one. */
    private static Function<EndpointMatrix.Target, Call> about(Map<String, String> ids, String path) {
        return target -> Call.of(API + path.formatted(ids.get(target.unit())));
    }

    private static Function<EndpointMatrix.Target, Call> about(Map<String, String> ids, String path, String body) {
        return target -> Call.of(API + path.formatted(ids.get(target.unit())), body);
    }

    private void draftsOf(EndpointMatrix matrix) {
        String one = API + "/drafts/{id}";
        matrix.line("GET " + API + "/drafts", at("%s/drafts?unit=%s"))
                .line("GET " + one, about(drafts, "/drafts/%s"))
                .line("GET " + one + "/document", about(drafts, "/drafts/%s/document"))
                .line(
                        "POST " + API + "/drafts/documents",
                        target -> Call.file(API + "/drafts/documents?unit=" + target.unit(), "KẾ HOẠCH"))
                .line(
                        "POST " + API + "/drafts",
                        target -> Call.of(API + "/drafts", "{\"unit\": \"%s\"}".formatted(target.unit())))
                .line("POST " + API + "/drafts/copies", target -> begun(target, "copies", target.unit()))
                .line("POST " + API + "/drafts/from-above", target -> begun(target, "from-above", units.above()))
                .line("POST " + one + "/revision", about(drafts, "/drafts/%s/revision", "{\"cleared\": [\"theme\"]}"))
                .line("POST " + one + "/acceptance", about(drafts, "/drafts/%s/acceptance", "{\"tasks\": [2]}"))
                .line("POST " + one + "/issuance", about(drafts, "/drafts/%s/issuance"))
                .lineOfRefusals("DELETE " + one, about(drafts, "/drafts/%s"));
    }

    private Call begun(EndpointMatrix.Target target, String how, String from) {
        return Call.of(
                API + "/drafts/" + how,
                "{\"unit\": \"%s\", \"plan\": \"%s\"}".formatted(target.unit(), plans.get(from)));
    }

    private void plansOf(EndpointMatrix matrix) {
        String one = API + "/plans/{id}";
        matrix.line("GET " + API + "/plans", at("%s/plans?unit=%s"))
                .line("GET " + API + "/plans.xlsx", at("%s/plans.xlsx?unit=%s"))
                .line("GET " + one, about(plans, "/plans/%s"))
                .line("GET " + one + "/document.docx", about(plans, "/plans/%s/document.docx"))
                .line("GET " + one + "/versions", about(plans, "/plans/%s/versions"))
                .line("GET " + one + "/cascade", about(plans, "/plans/%s/cascade"))
                .line("GET " + one + "/cascade.xlsx", about(plans, "/plans/%s/cascade.xlsx"))
                .line("GET " + one + "/tasks", about(plans, "/plans/%s/tasks"))
                .line("GET " + one + "/tasks.xlsx", about(plans, "/plans/%s/tasks.xlsx"))
                .line("GET " + one + "/tasks/{n}", about(plans, "/plans/%s/tasks/1"))
                .line("GET " + API + "/tasks", at("%s/tasks?unit=%s"))
                .line("GET " + API + "/tasks.xlsx", at("%s/tasks.xlsx?unit=%s"))
                .line("GET " + API + "/progress", at("%s/progress?unit=%s"))
                .line("GET " + API + "/progress.xlsx", at("%s/progress.xlsx?unit=%s"))
                .line("GET " + API + "/waiting", at("%s/waiting?unit=%s"))
                .line("GET " + API + "/waiting.xlsx", at("%s/waiting.xlsx?unit=%s"));
    }

    private void actsOf(EndpointMatrix matrix) {
        String one = API + "/plans/{id}";
        for (String method : List.of("PUT ", "PATCH ", "DELETE ")) {
            matrix.line(method + one, about(plans, "/plans/%s"));
        }
        matrix.line(
                        "POST " + one + "/amendment",
                        about(
                                plans,
                                "/plans/%s/amendment",
                                "{\"reason\": \"Đổi tên\", \"fields\": {\"title\": \"Kế hoạch\"}}"))
                .line("POST " + one + "/link", about(plans, "/plans/%s/link", "{\"index\": 0}"))
                .lineOfRefusals("POST " + one + "/closing", about(plans, "/plans/%s/closing", "{}"))
                .lineOfRefusals("POST " + one + "/supersession", about(plans, "/plans/%s/supersession", """
                        {"by": {"type": "Quyết định"}, "reason": "Thay thế", "effective": "2026-12-01"}"""));
    }

    private void tasksOf(EndpointMatrix matrix) {
        String one = API + "/plans/{id}/tasks/{n}";
        String path = "/plans/%s/tasks/1";
        matrix.line("POST " + one + "/reports", target -> forUnit(target, "/reports", "\"percent\": 10"))
                .line(
                        "POST " + one + "/extension-requests",
                        target -> forUnit(
                                target, "/extension-requests", "\"dueTo\": \"" + DAY + "\", \"reason\": \"Mưa lũ\""))
                .line(
                        "POST " + one + "/extension-requests/decision",
                        about(
                                plans,
                                path + "/extension-requests/decision",
                                "{\"granted\": false, \"reason\": \"Không\"}"))
                .line("POST " + one + "/completion", target -> forUnit(target, "/completion", "\"note\": \"Đã xong\""))
                .line("POST " + one + "/reopening", about(plans, path + "/reopening", "{\"reason\": \"Chưa xong\"}"))
                .line(
                        "POST " + one + "/evidence",
                        target -> Call.file(API + path.formatted(plans.get(target.unit())) + "/evidence", PDF))
                .line(
                        "GET " + one + "/evidence/{file}",
                        target -> Call.of(API
                                + (path + "/evidence/%s")
                                        .formatted(plans.get(target.unit()), files.get(target.unit()))));
    }

    private Call forUnit(EndpointMatrix.Target target, String act, String more) {
        return Call.of(
                API + "/plans/" + plans.get(target.unit()) + "/tasks/1" + act,
                "{\"unit\": \"%s\", %s}".formatted(reporter(target.unit()), more));
    }
}
