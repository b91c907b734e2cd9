package vn.thidua.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.organization.RunningService.OPERATOR;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.EndpointMatrix;
import vn.thidua.platform.testing.EndpointMatrix.Call;
import vn.thidua.platform.testing.EndpointMatrix.Target;
import vn.thidua.platform.testing.EndpointMatrix.Units;

/** Every endpoint of the service, as every role, for units of every relation. */
class EndpointsIT {

    private static final String API = "/api/v1/organization";
    private static final String LIST = "Họ và tên;Số CCCD;Ngày sinh;Giới tính;Chức vụ;Mã đơn vị;Loại;Từ ngày\n"
            + "Lê Thị Cúc;0311900000%02d;01/02/1990;Nữ;Kế toán;";
    private static final String NOWHERE = "01940000-0000-7000-8000-00000000ffff";

    private static RunningService service;
    private static Units units;

    /** Of each unit, and an id that nothing has for the unit that does not exist. */
    private static final Map<String, String> people = new HashMap<>();

    private static final Map<String, String> posts = new HashMap<>();
    private static final Map<String, String> groups = new HashMap<>();
    private static final Map<String, String> imports = new HashMap<>();

    @BeforeAll
    static void aTreeWithAPersonAndAGroupInEachUnit() {
        service = RunningService.start(EndpointsIT.class, Backends.mongoUri(), Backends.kafka());
        String above = service.unit("DISTRICT", "E-D", "Huyện Hòa An", province(), "2000-01-01");
        String own = service.unit("COMMUNE", "E-X", "Xã Đông Hoà", above, "2000-01-01");
        String beside = service.unit("COMMUNE", "E-Y", "Xã Ân Thi", above, "2000-01-01");
        units = new Units(own, service.unit("VILLAGE", "E-XV", "Thôn Một", own, "2000-01-01"), above, beside, NOWHERE);
        for (String unit : new String[] {own, units.below(), above, beside}) {
            String person = service.does(
                    OPERATOR, "/people", "{\"unit\": \"%s\", \"name\": \"Nguyễn Thị Ánh\"}".formatted(unit));
            service.does(OPERATOR, "/people/" + person + "/posts", post(unit, "Công chức"));
            people.put(unit, person);
            posts.put(
                    unit,
                    service.get(OPERATOR, "/people/" + person)
                            .get("posts")
                            .get(0)
                            .get("id")
                            .asString());
            groups.put(unit, service.does(OPERATOR, "/groups", group(unit)));
            String code = service.get(OPERATOR, "/units/" + unit).get("code").asString();
            var uploaded =
                    service.upload(OPERATOR, unit, LIST.formatted(imports.size()) + code + ";Cán bộ;01/01/2021\n");
            assertThat(uploaded.statusCode()).as(RunningService.text(uploaded)).isEqualTo(201);
            imports.put(unit, RunningService.json(uploaded).get("id").asString());
        }
        for (Map<String, String> ids : List.of(people, posts, groups, imports)) {
            ids.put(NOWHERE, NOWHERE);
        }
        // what was done last is seen by all that follows
        service.get(OPERATOR, "/groups");
    }

    private static String province() {
        return service.unit("PROVINCE", "E-P", "Tỉnh Bình Minh", null, "2000-01-01");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @TestFactory
    Stream<DynamicTest> everybodyGetsWhatIsDeclared() {
        EndpointMatrix matrix =
                EndpointMatrix.of(service.application(), units, Objects.requireNonNull(people.get(units.own())));
        unitsOf(matrix);
        peopleOf(matrix);
        groupsOf(matrix);
        importsOf(matrix);
        operationsOf(matrix);
        return matrix.tests();
    }

    private static Function<Target, Call> at(String path) {
        return target -> Call.of(path.formatted(API, target.unit()));
    }

    private static void unitsOf(EndpointMatrix matrix) {
        matrix.line("GET /api/v1/organization/tree", at("%s/tree?root=%s"))
                .line("GET /api/v1/organization/tree.xlsx", at("%s/tree.xlsx?root=%s"))
                .line("GET /api/v1/organization/units", at("%s/units?under=%s"))
                .line("GET /api/v1/organization/units/{id}", at("%s/units/%s"))
                .line("GET /api/v1/organization/units/{id}/history", at("%s/units/%s/history"))
                .line("GET /api/v1/organization/units/{id}/children", at("%s/units/%s/children"))
                .line("GET /api/v1/organization/units/{id}/people", at("%s/units/%s/people"))
                .line("GET /api/v1/organization/units/{id}/people.xlsx", at("%s/units/%s/people.xlsx"))
                .line("GET /api/v1/organization/mergers/preview", at("%s/mergers/preview?unit=%s&effective=2025-07-01"))
                .line(
                        "POST /api/v1/organization/units",
                        target -> Call.of(API + "/units", """
                                {"kind": "BODY", "code": "E-B", "name": "Văn phòng", "parent": "%s",
                                 "effective": "2020-01-01"}""".formatted(target.unit())))
                .line(
                        "POST /api/v1/organization/units/{id}/renaming",
                        target -> Call.of(
                                API + "/units/" + target.unit() + "/renaming",
                                "{\"name\": \"Đơn vị Mới\", \"effective\": \"2024-01-01\"}"))
                .lineOfRefusals(
                        "POST /api/v1/organization/units/{id}/move",
                        target -> Call.of(
                                API + "/units/" + target.unit() + "/move",
                                "{\"parent\": \"%s\", \"effective\": \"2024-01-01\"}".formatted(units.own())))
                .lineOfRefusals(
                        "POST /api/v1/organization/mergers",
                        target -> Call.of(API + "/mergers", """
                                {"units": ["%s"], "effective": "2025-07-01", "into": {"unit": "%s"}}""".formatted(target.unit(), units.own())))
                .lineOfRefusals(
                        "POST /api/v1/organization/units/{id}/split",
                        target -> Call.of(API + "/units/" + target.unit() + "/split", """
                                {"effective": "2025-07-01", "parts": [{"unit":
                                 {"kind": "BODY", "code": "E-S", "name": "Phần", "parent": "%s"}}]}""".formatted(units.own())))
                .lineOfRefusals(
                        "POST /api/v1/organization/units/{id}/dissolution",
                        target -> Call.of(
                                API + "/units/" + target.unit() + "/dissolution", "{\"effective\": \"2025-07-01\"}"));
    }

    private static void peopleOf(EndpointMatrix matrix) {
        Function<Target, String> person = target -> API + "/people/" + people.get(target.unit());
        matrix.line("GET /api/v1/organization/people", at("%s/people?unit=%s"))
                .line("GET /api/v1/organization/people/{id}", target -> Call.of(person.apply(target)))
                .line(
                        "POST /api/v1/organization/people",
                        target -> Call.of(
                                API + "/people",
                                "{\"unit\": \"%s\", \"name\": \"Trần Văn Đức\"}".formatted(target.unit())))
                .line(
                        "POST /api/v1/organization/people/{id}/correction",
                        target -> Call.of(person.apply(target) + "/correction", "{\"gender\": \"FEMALE\"}"))
                .line(
                        "POST /api/v1/organization/people/{id}/posts",
                        target -> Call.of(person.apply(target) + "/posts", post(units.own(), "Văn thư")))
                .line(
                        "POST /api/v1/organization/people/{id}/posts/{post}/leaving",
                        target -> Call.of(
                                person.apply(target) + "/posts/" + posts.get(target.unit()) + "/leaving",
                                "{\"lastDay\": \"2023-12-31\"}"))
                .lineOfRefusals(
                        "DELETE /api/v1/organization/people/{id}/posts/{post}",
                        target -> Call.of(person.apply(target) + "/posts/" + posts.get(target.unit())))
                .lineOfRefusals(
                        "POST /api/v1/organization/people/{id}/mergers",
                        target -> Call.of(
                                person.apply(target) + "/mergers",
                                "{\"merged\": \"%s\"}".formatted(people.get(units.below()))))
                .lineOfRefusals("DELETE /api/v1/organization/people/{id}", target -> Call.of(person.apply(target)));
    }

    private static void groupsOf(EndpointMatrix matrix) {
        Function<Target, String> group = target -> API + "/groups/" + groups.get(target.unit());
        matrix.line("GET /api/v1/organization/groups", at("%s/groups?unit=%s"))
                .line("GET /api/v1/organization/groups/{id}", target -> Call.of(group.apply(target)))
                .line(
                        "GET /api/v1/organization/groups/{id}/members",
                        target -> Call.of(group.apply(target) + "/members"))
                .line("POST /api/v1/organization/groups", target -> Call.of(API + "/groups", group(target.unit())))
                .line(
                        "POST /api/v1/organization/groups/{id}/change",
                        target -> Call.of(group.apply(target) + "/change", """
                                {"name": "Thôn, tổ", "effective": "2022-01-01",
                                 "members": {"kind": "UNITS_OF_KIND", "unitKind": "VILLAGE"}}"""))
                .lineOfRefusals(
                        "POST /api/v1/organization/groups/{id}/closing",
                        target -> Call.of(group.apply(target) + "/closing", "{\"effective\": \"2025-01-01\"}"));
    }

    private static void importsOf(EndpointMatrix matrix) {
        Function<Target, String> one = target -> API + "/imports/" + imports.get(target.unit());
        matrix.line("GET /api/v1/organization/imports", at("%s/imports?unit=%s"))
                .line("GET /api/v1/organization/imports/template", at("%s/imports/template"))
                .line(
                        "POST /api/v1/organization/imports",
                        target -> Call.file(API + "/imports?unit=" + target.unit(), "no list"))
                .line("GET /api/v1/organization/imports/{id}", target -> Call.of(one.apply(target)))
                .line("GET /api/v1/organization/imports/{id}/rows", target -> Call.of(one.apply(target) + "/rows"))
                .lineOfRefusals(
                        "POST /api/v1/organization/imports/{id}/confirmation",
                        target -> Call.of(one.apply(target) + "/confirmation"))
                .lineOfRefusals(
                        "POST /api/v1/organization/imports/{id}/resumption",
                        target -> Call.of(one.apply(target) + "/resumption"))
                .lineOfRefusals(
                        "POST /api/v1/organization/imports/{id}/undo", target -> Call.of(one.apply(target) + "/undo"))
                .lineOfRefusals("DELETE /api/v1/organization/imports/{id}", target -> Call.of(one.apply(target)));
    }

    private static void operationsOf(EndpointMatrix matrix) {
        String operations = "/api/v1/{context}/operations";
        matrix.line("GET /api/v1/{context}/audit", at("%s/audit?unit=%s"))
                .line("GET /api/v1/{context}/refusals", at("%s/refusals?unit=%s"))
                .line("GET " + operations + "/processors", at("%s/operations/processors"))
                .line("GET " + operations + "/feeds", at("%s/operations/feeds"))
                .line(
                        "GET " + operations + "/processors/{processor}/parked",
                        at("%s/operations/processors/units-v1/parked"))
                .line(
                        "POST " + operations + "/processors/{processor}/parked/{aggregate}/retry",
                        at("%s/operations/processors/units-v1/parked/%s/retry"))
                // nothing is parked: who may drop finds nothing there, which looks like a refusal
                .lineOfRefusals(
                        "DELETE " + operations + "/processors/{processor}/parked/{position}",
                        at("%s/operations/processors/units-v1/parked/7"))
                .line("POST " + operations + "/verify", at("%s/operations/verify"))
                .line("POST " + operations + "/views/{view}/rebuild", at("%s/operations/views/groups/rebuild"));
    }

    private static String post(String unit, String title) {
        return "{\"unit\": \"%s\", \"title\": \"%s\", \"kind\": \"OFFICIAL\", \"from\": \"2021-01-01\"}"
                .formatted(unit, title);
    }

    private static String group(String unit) {
        return """
                {"unit": "%s", "name": "Các thôn", "effective": "2021-01-01",
                 "members": {"kind": "UNITS_OF_KIND", "unitKind": "VILLAGE"}}""".formatted(unit);
    }

    @Test
    void nothingButTheDescriptionAndTheErrorPageIsOpen() throws Exception {
        Set<String> open = new TreeSet<>();
        service.application()
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
                    if (!method.hasMethodAnnotation(Access.class)) {
                        open.addAll(info.getPatternValues());
                    }
                }));
        String whole = "/api/v1/none/whole.json";
        assertThat(open).containsExactly(whole, whole + ".yaml", "/api/v1/{context}/openapi.json", "/error");
        assertThat(service.send("GET", null, "/openapi.json", null).statusCode())
                .isEqualTo(200);
        // what describes all contexts at once is what that of each is made from, and closed
        String base = service.base().replace("/api/v1/organization", "");
        for (String path : List.of(whole, whole + ".yaml", "/api/v1/organization/nothing-there", "/v3/api-docs")) {
            var request = HttpRequest.newBuilder(URI.create(base + path)).build();
            try (HttpClient http = HttpClient.newHttpClient()) {
                assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .as(path)
                        .isEqualTo(401);
            }
        }
    }
}
