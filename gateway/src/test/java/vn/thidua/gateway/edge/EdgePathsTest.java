package vn.thidua.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgePathsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/plans/1", "/assets/a.js", "/apis", "/statuses", "/loginx"})
    void theDashboardsFilesLieOpen(String path) {
        assertThat(EdgePaths.isOpen("GET", path)).isTrue();
        assertThat(EdgePaths.isOpen("HEAD", path)).isTrue();
        assertThat(EdgePaths.isOpen("POST", path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/v1/plan/plans",
                "/%61pi/v1/access/accounts",
                "/status",
                "/%73tatus",
                "/actuator/metrics",
                "/login",
                "/api/v1/plan/openapi.json/x",
                "/%zz"
            })
    void whatHoldsDataDoesNotHoweverItIsSpelt(String path) {
        assertThat(EdgePaths.isOpen("GET", path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.json", "/docs", "/docs/docs.js", "/api/v1/plan/openapi.json", "/actuator/health"})
    void descriptionsLieOpenToo(String path) {
        assertThat(EdgePaths.isOpen("GET", path)).isTrue();
        assertThat(EdgePaths.isOpen("DELETE", path)).isFalse();
    }
}
