package vn.thidua.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.RunningService.OPERATOR;

import org.junit.jupiter.api.Test;
import vn.thidua.planservice.RunningService;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;

/** The same flow in short on the embedded server, and what is left after a restart. */
class OrganizationOnEmbeddedIT {

    @Test
    void theTreeOfADayStandsAfterARestart() {
        String databases = Backends.freshName(OrganizationOnEmbeddedIT.class) + "_";
        String province;
        String merged;
        try (RunningService service = RunningService.start(databases, Backends.embeddedUri(), "")) {
            province = service.unit("PROVINCE", "P", "Tỉnh", null, "2000-01-01");
            String district = service.unit("DISTRICT", "D", "Huyện", province, "2000-01-01");
            String x = service.unit("COMMUNE", "X", "Xã X", district, "2000-01-01");
            String y = service.unit("COMMUNE", "Y", "Xã Y", district, "2000-01-01");
            String person =
                    service.does(OPERATOR, "/people", "{\"unit\": \"%s\", \"name\": \"Lê Văn Tám\"}".formatted(x));
            service.does(
                    OPERATOR,
                    "/people/" + person + "/posts",
                    "{\"unit\": \"%s\", \"title\": \"Chủ tịch\", \"kind\": \"OFFICIAL\", \"from\": \"2020-01-01\"}"
                            .formatted(x));
            merged = service.does(OPERATOR, "/mergers", """
                    {"units": ["%s", "%s"], "effective": "2025-07-01",
                     "into": {"kind": "COMMUNE", "code": "X", "name": "Xã Mới", "parent": "%s"}}""".formatted(x, y, province));
        }
        try (RunningService service = RunningService.start(databases, Backends.embeddedUri(), "")) {
            // the views go on where they had come to when it ended
            Eventually.eventually(
                    "the merged commune is there",
                    () -> service.get(OPERATOR, "/tree?asOf=2025-07-01&root=" + province)
                                    .get("units")
                                    .size()
                            == 3);
            assertThat(service.get(OPERATOR, "/tree?asOf=2025-06-30&root=" + province)
                            .get("units"))
                    .hasSize(4);
            assertThat(service.get(OPERATOR, "/units/" + merged + "/people?asOf=2025-07-01")
                            .get("items")
                            .get(0)
                            .get("name")
                            .asString())
                    .isEqualTo("Lê Văn Tám");
        }
    }
}
