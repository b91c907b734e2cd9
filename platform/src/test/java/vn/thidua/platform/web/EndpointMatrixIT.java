package vn.thidua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.platform.notes.NotesApplication;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.testing.EndpointMatrix;
import vn.thidua.platform.testing.EndpointMatrix.Call;
import vn.thidua.platform.testing.EndpointMatrix.Units;

/** The matrix passes on an application that is right, and finds one that is not. */
class EndpointMatrixIT {

    private static final Units UNITS = new Units("left", "leaf", "root", "right", "nowhere");
    private static final String NOTES = "/api/v1/notes";

    private static ServletWebServerApplicationContext application;

    @BeforeAll
    static void start() {
        application = NotesApplication.start(Map.of());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @TestFactory
    Stream<DynamicTest> everybodyGetsWhatIsDeclared() {
        return matrix(application).tests();
    }

    @Test
    void anEndpointWithoutALineIsFound() {
        var test = EndpointMatrix.of(application, UNITS, "p1")
                .line("GET /api/v1/notes/me", target -> Call.of(NOTES + "/me"))
                .tests()
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> test.getExecutable().execute()).hasMessageContaining("GET /api/v1/notes/upkeep");
    }

    @Test
    void aLineThatAsksAnotherEndpointIsFound() {
        var test = EndpointMatrix.of(application, UNITS, "p1")
                .line("GET /api/v1/notes/upkeep", target -> Call.of(NOTES + "/me"))
                .tests()
                .filter(each -> each.getDisplayName().contains("upkeep"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> test.getExecutable().execute()).hasMessageContaining("is not of this endpoint");
    }

    @Test
    void anEndpointThatTellsTooMuchIsFound() {
        try (var leaking = NotesApplication.start(Map.of(), Leaking.class)) {
            List<DynamicTest> tests = matrix(leaking)
                    .line("GET /api/v1/notes/leaks/{unit}", target -> Call.of(NOTES + "/leaks/" + target.unit()))
                    .tests()
                    .filter(test -> test.getDisplayName().contains("leaks"))
                    .toList();
            assertThat(tests).hasSize(1);
            assertThatThrownBy(() -> tests.getFirst().getExecutable().execute())
                    .hasMessageContaining("OFFICER of left, right: 200 instead of 404");
        }
    }

    @RestController
    static class Leaking {

        @GetMapping(NOTES + "/leaks/{unit}")
        @Access(relation = Relation.SCOPE, roles = Role.OFFICER)
        String leak(@PathVariable String unit, Scope scope) {
            // asks, and does not heed
            return "covered: " + scope.covers(unit);
        }
    }

    private static EndpointMatrix matrix(ServletWebServerApplicationContext of) {
        return EndpointMatrix.of(of, UNITS, "p1")
                .line("POST /api/v1/notes/notes", target -> Call.of(NOTES + "/notes", note(target.unit())))
                .line(
                        "PUT /api/v1/notes/notes/{id}",
                        target -> Call.of(NOTES + "/notes/of-" + target.unit(), note("any")))
                .line("GET /api/v1/notes/notes/{id}", target -> Call.of(NOTES + "/notes/of-" + target.unit()))
                .line("GET /api/v1/notes/notes", target -> Call.of(NOTES + "/notes?unit=" + target.unit()))
                .line(
                        "GET /api/v1/notes/people/{id}/notes",
                        target -> Call.of(NOTES + "/people/" + target.person() + "/notes"))
                .line("GET /api/v1/notes/notices/{unit}", target -> Call.of(NOTES + "/notices/" + target.unit()))
                .line("GET /api/v1/notes/me", target -> Call.of(NOTES + "/me"))
                .line("GET /api/v1/notes/upkeep", target -> Call.of(NOTES + "/upkeep"));
    }

    private static String note(String unit) {
        return "{\"text\":\"words\",\"unit\":\"" + unit + "\"}";
    }
}
