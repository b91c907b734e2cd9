package vn.thidua.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.thidua.platform.testing.Backends;

/** The services as they are: the invented district, loaded twice, taken to another database, served by another process. */
class DemoIT {

    @TempDir
    private Path folder;

    @Test
    void theDemoIsThereOnceAndMovesAlong() throws Exception {
        try (Installation installation = Installation.ofServices(folder)) {
            var up = installation.call("up", "--demo");
            assertThat(up.code()).as(up.out()).isZero();
            assertThat(names(installation, "2025-06-30"))
                    .hasSize(17)
                    .contains("Huyện Thanh Lâm", "Xã An Bình", "Xã An Hòa", "Xã Tân Lập", "Thôn Bến");
            List<String> after = names(installation, "2025-07-01");
            assertThat(after)
                    .hasSize(16)
                    .contains("Tỉnh Hòa Lạc", "Xã Thanh Lâm", "Thôn Bến")
                    .doesNotContain("Huyện Thanh Lâm", "Xã An Bình");

            int commits = commits(installation);
            assertThat(installation.call("up", "--demo").code()).isZero();
            assertThat(commits(installation)).isEqualTo(commits);
            String head = head(installation);

            installation.call("down");
            installation.with("THIDUA_MONGOD", Backends.mongod().orElseThrow().toString());
            var move = installation.call("move");
            assertThat(move.code()).as(move.out()).isZero();

            var apart = installation.call("up", "--apart");
            assertThat(apart.code()).as(apart.out()).isZero();
            assertThat(apart.out()).contains("a replica set of one");
            assertThat(head(installation)).isEqualTo(head);
            assertThat(names(installation, "2025-07-01")).isEqualTo(after);
        }
    }

    private static int commits(Installation installation) {
        return Evidence.begun(
                        Objects.requireNonNull(installation.state().database()).address(), Tree.CONTEXT)
                .size();
    }

    /** What verify says of the chain, without the time it took. */
    private static String head(Installation installation) {
        var verify = installation.call("verify");
        assertThat(verify.code()).as(verify.out()).isZero();
        assertThat(verify.out()).contains("organization: clean");
        return verify.out().replaceAll("(?s).*(head [0-9a-f]{64}).*", "$1");
    }

    private static List<String> names(Installation installation, String day) throws Exception {
        try (Rest rest = Tree.rest(installation)) {
            Rest.Answer answer = rest.get("/api/v1/organization/tree?asOf=" + day, null);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            var names = new ArrayList<String>();
            for (JsonNode unit : JsonFile.JSON.readTree(answer.body()).path("units")) {
                names.add(unit.path("name").asString(""));
            }
            return names;
        }
    }
}
