package vn.thidua.standalone;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.Role;

/** Writing to the tree of units, as the fault tests do it. */
final class Tree {

    static final String CONTEXT = "organization";
    static final String PATH = "/api/v1/organization/units";
    static final String VIEW = "units_v1";
    static final String TOPIC = "organization.events.v1";
    static final String TYPE = "UnitEstablishedV1";
    /** Units that are there beside those of the load: a province and a commune. */
    static final int OTHERS = 2;

    private Tree() {}

    static Rest rest(Installation installation) {
        return new Rest(
                "http://127.0.0.1:" + installation.port(),
                installation.home(),
                Secrets.of(installation.home()),
                "load",
                List.of(),
                Set.of("operations"));
    }

    /** Makes a province with a commune, and says which that is. */
    static String commune(Installation installation) throws IOException, InterruptedException {
        try (Rest rest = rest(installation)) {
            return commune(rest);
        }
    }

    private static String commune(Rest rest) throws IOException, InterruptedException {
        String province = made(rest, "setup-province", body("PROVINCE", "01", "Tỉnh Hòa Lạc", null));
        return made(rest, "setup-commune", body("COMMUNE", "00001", "Xã An Bình", province));
    }

    static WriteLoad load(Installation installation) throws IOException, InterruptedException {
        Rest rest = rest(installation);
        String commune = commune(rest);
        return new WriteLoad(rest, PATH, n -> body("VILLAGE", "%05d".formatted(10_000 + n), "Thôn " + n, commune));
    }

    private static String made(Rest rest, String key, String body) throws IOException, InterruptedException {
        Rest.Answer answer = rest.post(PATH, body, key);
        if (!answer.isDone()) {
            throw new AssertionError(key + ": " + answer);
        }
        return answer.id();
    }

    private static String body(String kind, String code, String name, @Nullable String parent) {
        return "{\"kind\":\"%s\",\"code\":\"%s\",\"name\":\"%s\",\"parent\":%s,\"effective\":\"2025-07-01\"}"
                .formatted(kind, code, name, parent == null ? "null" : "\"" + parent + "\"");
    }

    static List<Caller.Binding> admin(String unit) {
        return List.of(new Caller.Binding(Role.ADMIN, unit, null));
    }
}
