package vn.thidua.planservice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.OrganizationLines.at;
import static vn.thidua.planservice.RunningService.OPERATOR;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import vn.thidua.platform.testing.Eventually;

/** Every endpoint of the service, as every role, for units of every relation. */
class EndpointsIT {

    private static RunningService service;
    private static OrganizationLines organization;
    private static PlanLines plan;

    @BeforeAll
    static void somethingInEachUnit() {
        service = RunningService.start(EndpointsIT.class, Backends.mongoUri(), Backends.kafka());
        organization = new OrganizationLines(service);
        plan = new PlanLines(service, organization.units());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @TestFactory
    Stream<DynamicTest> everybodyGetsWhatIsDeclared() {
        var units = organization.units();
        EndpointMatrix matrix = EndpointMatrix.of(service.application(), units, organization.person(units.own()));
        organization.addTo(matrix);
        plan.addTo(matrix);
        operationsOf(matrix);
        Map<String, String> acts = new HashMap<>(Map.of(OrganizationLines.NOWHERE, OrganizationLines.NOWHERE));
        List.of(units.own(), units.below(), units.above(), units.beside())
                .forEach(unit -> acts.put(unit, anActFor(unit)));
        matrix.line(
                "GET /api/v1/{context}/audit/{id}",
                target -> EndpointMatrix.Call.of(OrganizationLines.API + "/audit/" + acts.get(target.unit())));
        return matrix.tests();
    }

    private static String anActFor(String unit) {
        String acts = "/audit?unit=" + unit;
        Eventually.eventually(
                "an act for the unit stands in the audit",
                () -> !service.get(OPERATOR, acts).get("items").isEmpty());
        return service.get(OPERATOR, acts).get("items").get(0).get("id").asString();
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

    @Test
    void whereAFileIsTakenTheDescriptionSaysSo() {
        var paths = RunningService.json(service.plan().send("GET", null, "/openapi.json", null))
                .get("paths");
        for (String path : List.of("/drafts/documents", "/plans/{id}/tasks/{n}/evidence")) {
            assertThat(paths.get(PlanLines.API + path)
                            .get("post")
                            .get("requestBody")
                            .get("content")
                            .propertyNames())
                    .as(path)
                    .contains("application/octet-stream");
        }
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
