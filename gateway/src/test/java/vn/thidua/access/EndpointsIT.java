package vn.thidua.access;

import static vn.thidua.access.RunningAccess.OPERATOR;
import static vn.thidua.platform.testing.Eventually.eventually;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.EndpointMatrix;
import vn.thidua.platform.testing.EndpointMatrix.Call;
import vn.thidua.platform.testing.EndpointMatrix.Target;
import vn.thidua.platform.testing.EndpointMatrix.Units;
import vn.thidua.platform.testing.Tokens;

/** Every endpoint of the context, as every role, for units of every relation. */
class EndpointsIT {

    private static final String API = "/api/v1/access";
    private static final String NOWHERE = "01940000-0000-7000-8000-00000000ffff";
    private static final Units UNITS = new Units("X", "V", "P", "Y", NOWHERE);

    /** Of each unit, and an id that nothing has for the unit that does not exist. */
    private static final Map<String, String> ACCOUNTS = new HashMap<>();

    private static final Map<String, String> ROLES = new HashMap<>();
    private static final Map<String, String> DELEGATIONS = new HashMap<>();
    private static final Map<String, String> CLIENTS = new HashMap<>();
    private static final AtomicInteger names = new AtomicInteger();

    private static RunningAccess access;
    private static String receiver = "";

    @BeforeAll
    static void somethingInEachUnit() {
        access = RunningAccess.start(Backends.freshName(EndpointsIT.class) + "_");
        access.settle("P", Map.of("X", "px", "Y", "py"));
        access.tell(new OrganizationContract.UnitEstablishedV1(
                "V",
                OrganizationContract.UnitKind.VILLAGE,
                "V",
                "Thôn V",
                "X",
                LocalDate.of(2000, 1, 1),
                null,
                Tokens.INSTALLATION));
        access.tellOf("pv", "V");
        access.tellOf("pp", "P");
        receiver = open("P", "nguoinhan", "");
        Map.of("X", "px", "Y", "py", "V", "pv", "P", "pp").forEach(EndpointsIT::furnish);
        for (Map<String, String> ids : List.of(ACCOUNTS, ROLES, DELEGATIONS, CLIENTS)) {
            ids.put(NOWHERE, NOWHERE);
        }
    }

    @AfterAll
    static void stop() {
        access.close();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private static String open(String unit, String person, String roles) {
        return access.does(
                        OPERATOR,
                        "/accounts",
                        "{\"unit\": \"%s\", \"person\": \"%s\", \"name\": \"tk.%s\", \"roles\": [%s]}"
                                .formatted(unit, person, person, roles))
                .get("id")
                .asString();
    }

    private static void furnish(String unit, String person) {
        String account = open(unit, person, "{\"role\": \"LEADER\", \"unit\": \"%s\"}".formatted(unit));
        ACCOUNTS.put(unit, account);
        String role = access.get(OPERATOR, "/accounts/" + account)
                .get("roles")
                .get(0)
                .get("id")
                .asString();
        ROLES.put(unit, role);
        access.does(OPERATOR, "/delegations", delegation(account, role));
        JsonNode given = access.get(OPERATOR, "/accounts/" + account).get("given");
        DELEGATIONS.put(unit, given.get(0).get("id").asString());
        CLIENTS.put(
                unit,
                access.does(OPERATOR, "/clients", client(unit)).get("client").asString());
    }

    private static String delegation(String from, String role) {
        return "{\"from\": \"%s\", \"to\": \"%s\", \"roles\": [\"%s\"], \"until\": \"%s\"}"
                .formatted(from, receiver, role, today().plusDays(7));
    }

    private static String client(String unit) {
        return "{\"name\": \"Văn bản\", \"unit\": \"%s\", \"scopes\": [\"plan.read\"]}".formatted(unit);
    }

    private static Function<Target, Call> unit(String path) {
        return target -> Call.of(API + path.formatted(target.unit()));
    }

    private static Function<Target, Call> of(Map<String, String> ids, String path) {
        return target -> Call.of(API + path.formatted(ids.get(target.unit())));
    }

    private static Function<Target, Call> of(Map<String, String> ids, String path, String body) {
        return target -> Call.of(API + path.formatted(ids.get(target.unit())), body);
    }

    @TestFactory
    Stream<DynamicTest> everybodyGetsWhatIsDeclared() {
        EndpointMatrix matrix = EndpointMatrix.of(access.application(), UNITS, "px");
        accountsOf(matrix);
        rolesOf(matrix);
        delegationsOf(matrix);
        clientsOf(matrix);
        importsOf(matrix);
        operationsOf(matrix);
        return matrix.tests();
    }

    private static void accountsOf(EndpointMatrix matrix) {
        String one = API + "/accounts/{id}";
        String reason = "{\"reason\": \"thử\"}";
        matrix.line("GET " + API + "/accounts", unit("/accounts?unit=%s"))
                .line("GET " + API + "/matrix", unit("/matrix?unit=%s"))
                .line("GET " + API + "/matrix.xlsx", unit("/matrix.xlsx?unit=%s"))
                .line("GET " + one, of(ACCOUNTS, "/accounts/%s"))
                .line(
                        "POST " + API + "/accounts",
                        target -> Call.of(
                                API + "/accounts",
                                "{\"unit\": \"%s\", \"name\": \"moi.%d\", \"password\": false}"
                                        .formatted(target.unit(), names.incrementAndGet())))
                // without If-Match: who may is asked for it
                .line("PUT " + one, of(ACCOUNTS, "/accounts/%s", "{\"name\": \"ten.khac\"}"))
                .line("POST " + one + "/password", of(ACCOUNTS, "/accounts/%s/password"))
                .line("POST " + one + "/lock", of(ACCOUNTS, "/accounts/%s/lock", reason))
                .line("POST " + one + "/unlock", of(ACCOUNTS, "/accounts/%s/unlock", reason))
                .lineOfRefusals("POST " + one + "/close", of(ACCOUNTS, "/accounts/%s/close", reason));
    }

    private static void rolesOf(EndpointMatrix matrix) {
        String one = API + "/accounts/{id}";
        matrix.line(
                        "POST " + one + "/roles",
                        target -> Call.of(
                                API + "/accounts/" + ACCOUNTS.get(target.unit()) + "/roles",
                                "{\"role\": \"OFFICER\", \"unit\": \"%s\"}".formatted(target.unit())))
                .line(
                        "POST " + one + "/roles/{role}/end",
                        target -> Call.of(
                                API + "/accounts/" + ACCOUNTS.get(target.unit()) + "/roles/" + ROLES.get(target.unit())
                                        + "/end",
                                "{\"lastDay\": \"2099-12-31\"}"))
                .line(
                        "POST " + one + "/identities",
                        target -> Call.of(
                                API + "/accounts/" + ACCOUNTS.get(target.unit()) + "/identities",
                                "{\"issuer\": \"https://idp\", \"subject\": \"%s\"}".formatted(target.unit())))
                // nothing has that id: who may finds nothing there, which looks like a refusal
                .lineOfRefusals(
                        "DELETE " + one + "/identities/{identity}", of(ACCOUNTS, "/accounts/%s/identities/none"));
    }

    private static void delegationsOf(EndpointMatrix matrix) {
        matrix.line("GET " + API + "/delegations", of(ACCOUNTS, "/delegations?account=%s"))
                // what was lent is not lent on
                .lineOfOwnRoles(
                        "POST " + API + "/delegations",
                        target -> Call.of(
                                API + "/delegations",
                                delegation(
                                        Objects.requireNonNull(ACCOUNTS.get(target.unit())),
                                        Objects.requireNonNull(ROLES.get(target.unit())))))
                .line(
                        "POST " + API + "/delegations/{id}/end",
                        of(DELEGATIONS, "/delegations/%s/end", "{\"lastDay\": \"%s\"}".formatted(today().plusDays(6))));
    }

    private static void clientsOf(EndpointMatrix matrix) {
        String one = API + "/clients/{id}";
        matrix.line("GET " + API + "/client-scopes", unit("/client-scopes?of=%s"))
                .line("GET " + API + "/clients", unit("/clients?unit=%s"))
                .line("GET " + one, of(CLIENTS, "/clients/%s"))
                .line("POST " + API + "/clients", target -> Call.of(API + "/clients", client(target.unit())))
                .line("POST " + one + "/secrets", of(CLIENTS, "/clients/%s/secrets", "{}"))
                .lineOfRefusals("DELETE " + one + "/secrets/{secret}", of(CLIENTS, "/clients/%s/secrets/none"))
                .lineOfRefusals("POST " + one + "/revoke", of(CLIENTS, "/clients/%s/revoke"));
    }

    private static void importsOf(EndpointMatrix matrix) {
        Function<Target, Call> list =
                target -> Call.file(API + "/imports", "Tên đăng nhập;Đơn vị\ntk.moi;" + target.unit() + "\n");
        matrix.line("GET " + API + "/imports/template.xlsx", unit("/imports/template.xlsx?of=%s"))
                .line("POST " + API + "/imports", list)
                .line(
                        "POST " + API + "/imports/preview",
                        target -> Call.file(API + "/imports/preview", "Tên đăng nhập\ntk.moi\n"));
    }

    private static void operationsOf(EndpointMatrix matrix) {
        String operations = "/api/v1/{context}/operations";
        Map<String, String> acts = new HashMap<>(Map.of(NOWHERE, NOWHERE));
        for (String unit : List.of("X", "V", "P", "Y")) {
            eventually("an act for the unit stands in the audit", () -> !access.get(OPERATOR, "/audit?unit=" + unit)
                    .get("items")
                    .isEmpty());
            acts.put(
                    unit,
                    access.get(OPERATOR, "/audit?unit=" + unit)
                            .get("items")
                            .get(0)
                            .get("id")
                            .asString());
        }
        matrix.line("GET /api/v1/{context}/audit", unit("/audit?unit=%s"))
                .line("GET /api/v1/{context}/audit/{id}", of(acts, "/audit/%s"))
                .line("GET /api/v1/{context}/refusals", unit("/refusals?unit=%s"))
                .line("GET " + operations + "/processors", unit("/operations/processors?of=%s"))
                .line("GET " + operations + "/feeds", unit("/operations/feeds?of=%s"))
                .line(
                        "GET " + operations + "/processors/{processor}/parked",
                        unit("/operations/processors/accounts-v1/parked?of=%s"))
                .line(
                        "POST " + operations + "/processors/{processor}/parked/{aggregate}/retry",
                        unit("/operations/processors/accounts-v1/parked/%s/retry"))
                .lineOfRefusals(
                        "DELETE " + operations + "/processors/{processor}/parked/{position}",
                        unit("/operations/processors/accounts-v1/parked/7?of=%s"))
                .line("POST " + operations + "/verify", unit("/operations/verify?of=%s"))
                .line("POST " + operations + "/views/{view}/rebuild", unit("/operations/views/clients/rebuild?of=%s"));
    }
}
