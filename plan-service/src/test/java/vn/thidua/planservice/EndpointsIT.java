package vn.thidua.planservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
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

/** Every endpoint of the service, as every role, for units of every relation. */
class EndpointsIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(EndpointsIT.class, Backends.mongoUri(), Backends.kafka());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @TestFactory
    Stream<DynamicTest> everybodyGetsWhatIsDeclared() {
        var lines = new ServiceLines(service);
        return lines.addTo(EndpointMatrix.of(service.application(), lines.units(), lines.person()))
                .tests();
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
