package vn.thidua.planservice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.RunningService.OPERATOR;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import vn.thidua.platform.testing.EndpointMatrix;
import vn.thidua.platform.testing.EndpointMatrix.Call;
import vn.thidua.platform.testing.EndpointMatrix.Target;
import vn.thidua.platform.testing.EndpointMatrix.Units;

/** What the endpoints of context organization are asked: a person, a post, a group and an import in each unit. */
final class OrganizationLines {

    static final String API = "/api/v1/organization";
    static final String NOWHERE = "01940000-0000-7000-8000-00000000ffff";

    private static final String LIST = "Họ và tên;Số CCCD;Ngày sinh;Giới tính;Chức vụ;Mã đơn vị;Loại;Từ ngày\n"
            + "Lê Thị Cúc;0311900000%02d;01/02/1990;Nữ;Kế toán;";

    private final RunningService service;
    private final Units units;

    /** Of each unit, and an id that nothing has for the unit that does not exist. */
    private final Map<String, String> people = new HashMap<>();

    private final Map<String, String> posts = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, String> imports = new HashMap<>();

    OrganizationLines(RunningService service) {
        this.service = service;
        String province = service.unit("PROVINCE", "E-P", "Tỉnh Bình Minh", null, "2000-01-01");
        String above = service.unit("DISTRICT", "E-D", "Huyện Hòa An", province, "2000-01-01");
        String own = service.unit("COMMUNE", "E-X", "Xã Đông Hoà", above, "2000-01-01");
        String beside = service.unit("COMMUNE", "E-Y", "Xã Ân Thi", above, "2000-01-01");
        units = new Units(own, service.unit("VILLAGE", "E-XV", "Thôn Một", own, "2000-01-01"), above, beside, NOWHERE);
        for (String unit : new String[] {own, units.below(), above, beside}) {
            furnish(unit);
        }
        for (Map<String, String> ids : List.of(people, posts, groups, imports)) {
            ids.put(NOWHERE, NOWHERE);
        }
        // what was done last is seen by all that follows
        service.get(OPERATOR, "/groups");
    }

    private void furnish(String unit) {
        String person =
                service.does(OPERATOR, "/people", "{\"unit\": \"%s\", \"name\": \"Nguyễn Thị Ánh\"}".formatted(unit));
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
        var uploaded = service.upload(OPERATOR, unit, LIST.formatted(imports.size()) + code + ";Cán bộ;01/01/2021\n");
        assertThat(uploaded.statusCode()).as(RunningService.text(uploaded)).isEqualTo(201);
        imports.put(unit, RunningService.json(uploaded).get("id").asString());
    }

    Units units() {
        return units;
    }

    /** Somebody of the unit. */
    String person(String unit) {
        return Objects.requireNonNull(people.get(unit));
    }

    void addTo(EndpointMatrix matrix) {
        unitsOf(matrix);
        peopleOf(matrix);
        groupsOf(matrix);
        importsOf(matrix);
    }

    static Function<Target, Call> at(String path) {
        return target -> Call.of(path.formatted(API, target.unit()));
    }

    private void unitsOf(EndpointMatrix matrix) {
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

    private void peopleOf(EndpointMatrix matrix) {
        Function<Target, String> person = target -> API + "/people/" + people.get(target.unit());
        matrix.line("GET /api/v1/organization/people", at("%s/people?unit=%s"))
                .line("GET /api/v1/organization/people/statistics", at("%s/people/statistics?unit=%s"))
                .line(
                        "POST /api/v1/organization/people/search",
                        target -> Call.of(
                                API + "/people/search",
                                "{\"words\": \"tran van\", \"unit\": \"%s\"}".formatted(target.unit())))
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

    private void groupsOf(EndpointMatrix matrix) {
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

    private void importsOf(EndpointMatrix matrix) {
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

    private static String post(String unit, String title) {
        return "{\"unit\": \"%s\", \"title\": \"%s\", \"kind\": \"OFFICIAL\", \"from\": \"2021-01-01\"}"
                .formatted(unit, title);
    }

    private static String group(String unit) {
        return """
                {"unit": "%s", "name": "Các thôn", "effective": "2021-01-01",
                 "members": {"kind": "UNITS_OF_KIND", "unitKind": "VILLAGE"}}""".formatted(unit);
    }
}
