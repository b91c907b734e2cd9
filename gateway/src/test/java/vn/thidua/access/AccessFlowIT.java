package vn.thidua.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.access.RunningAccess.OPERATOR;
import static vn.thidua.access.RunningAccess.json;
import static vn.thidua.platform.testing.Eventually.eventually;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;
import vn.thidua.access.first.AdministratorReset;
import vn.thidua.access.first.FirstAdministrator;
import vn.thidua.access.view.Accounts;
import vn.thidua.access.view.AccountsView;
import vn.thidua.access.view.ClientSecrets;
import vn.thidua.access.view.People;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.contracts.Topics;
import vn.thidua.platform.sealing.ErasedException;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Tokens;

/** From a request to the store, the views, the topic and the rights, on real backends. */
class AccessFlowIT {

    private static final String DATABASES = Backends.freshName(AccessFlowIT.class) + "_";

    private static RunningAccess access;

    @BeforeAll
    static void start() {
        access = RunningAccess.start(DATABASES);
        access.settle("P", Map.of("X", "px", "Y", "py"));
    }

    @AfterAll
    static void stop() {
        access.close();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private static Accounts accounts() {
        return access.bean(Accounts.class);
    }

    private static Tokens admin(String unit) {
        return Tokens.of("admin-" + unit).person("p-admin-" + unit).role(Role.ADMIN, unit);
    }

    /** The account of a new person of the unit. */
    private static String open(Tokens by, String unit, String name, String roles) {
        access.tellOf("p-" + name, unit);
        return access.does(
                        by,
                        "/accounts",
                        "{\"unit\": \"%s\", \"person\": \"p-%s\", \"name\": \"%s\", \"roles\": [%s]}"
                                .formatted(unit, name, name, roles))
                .get("id")
                .asString();
    }

    private static String role(String role, String unit) {
        return "{\"role\": \"%s\", \"unit\": \"%s\"}".formatted(role, unit);
    }

    @Test
    void theFirstAdministratorComesWithAPasswordThatIsShownOnceAndIsLetInAgainOnTheMachineItself() {
        FirstAdministrator first = access.bean(FirstAdministrator.class);
        String password = first.takePassword().orElseThrow();
        assertThat(password).matches("([2-9a-z]{4}-){3}[2-9a-z]{4}");
        assertThat(first.takePassword()).isEmpty();
        first.open();
        assertThat(first.takePassword()).isEmpty();

        Accounts.Account account = accounts().named("QuanTri").orElseThrow();
        assertThat(account.mustChangePassword()).isTrue();
        PasswordEncoder passwords = access.bean(PasswordEncoder.class);
        assertThat(passwords.matches(password, account.passwordHash())).isTrue();
        assertThat(accounts().rights(account.id(), today()).scopes()).containsExactly("operations");

        // and again on the machine itself
        var reset = new AdministratorReset(
                access.runtime(), access.bean(KeyRing.class), passwords::encode, Clock.systemUTC());

        AdministratorReset.LetIn letIn = reset.run("quantri").orElseThrow();

        assertThat(letIn.name()).isEqualTo("quantri");
        assertThat(letIn.opened()).isFalse();
        eventually("the new password holds", () -> {
            Accounts.Account now = accounts().named("quantri").orElseThrow();
            return now.mustChangePassword()
                    && passwords.matches(letIn.password(), now.passwordHash())
                    && now.passwordChanges() > account.passwordChanges();
        });
        assertThat(reset.run("nobody")).isEmpty();
    }

    @Test
    void theAdministratorOfACommuneGivesRolesThereAndNowhereElse() {
        String officer = open(admin("X"), "X", "anh", role("OFFICER", "X"));
        String other = open(OPERATOR, "Y", "binh", role("OFFICER", "Y"));

        assertThat(accounts().rights(officer, today()).posts())
                .containsExactly(new Caller.Binding(Role.OFFICER, "X", null));
        assertThat(access.refused(403, admin("X"), "/accounts/" + officer + "/roles", role("LEADER", "Y")))
                .isEqualTo("out-of-scope");
        assertThat(access.refused(404, admin("X"), "/accounts/" + other + "/roles", role("LEADER", "X")))
                .isEqualTo("not-found");
        assertThat(access.refused(403, admin("X"), "/accounts/" + officer + "/roles", role("ADMIN", "X")))
                .isEqualTo("only-top-administrator");
        // the province is a top
        access.does(admin("P"), "/accounts/" + officer + "/roles", role("ADMIN", "X"));
        assertThat(access.refused(422, admin("P"), "/accounts/" + officer + "/roles", "{\"role\": \"ADMIN\"}"))
                .isEqualTo("invalid");
        JsonNode list = access.get(admin("X"), "/accounts?role=OFFICER&search=ANH");
        assertThat(list.get("items")).hasSize(1);
        assertThat(list.get("items").get(0).get("personName").asString()).isEqualTo("Cán bộ p-anh");
        assertThat(access.get(admin("X"), "/matrix?unit=X").toString())
                .contains(officer)
                .doesNotContain(other);
    }

    @Test
    void whoHasRightsAboveIsNotTheirsToManage() {
        String high = open(OPERATOR, "X", "cao", role("OFFICER", "X") + ", " + role("LEADER", "P"));

        assertThat(access.send("GET", admin("X"), "/accounts/" + high, null).statusCode())
                .isEqualTo(200);
        assertThat(access.refused(403, admin("X"), "/accounts/" + high + "/password", null))
                .isEqualTo("not-allowed");
        assertThat(access.refused(403, admin("X"), "/accounts/" + high + "/lock", "{\"reason\": \"thử\"}"))
                .isEqualTo("not-allowed");
        assertThat(access.does(admin("P"), "/accounts/" + high + "/password", null)
                        .get("oneTimePassword")
                        .asString())
                .hasSize(19);
    }

    @Test
    void aPersonFromElsewhereIsNotTheirsToName() {
        assertThat(access.refused(
                        403, admin("X"), "/accounts", "{\"unit\": \"X\", \"person\": \"py\", \"name\": \"muon.danh\"}"))
                .isEqualTo("out-of-scope");
        assertThat(access.refused(
                        422,
                        admin("X"),
                        "/accounts",
                        "{\"unit\": \"X\", \"person\": \"none\", \"name\": \"muon.danh\"}"))
                .isEqualTo("invalid");
        assertThat(access.refused(422, admin("X"), "/accounts", "{\"name\": \"khong.don.vi\"}"))
                .isEqualTo("invalid");
        assertThat(access.refused(422, admin("X"), "/accounts", "{\"unit\": \"X\", \"name\": \"tên có cách\"}"))
                .isEqualTo("invalid");
    }

    @Test
    void whatABodyMustNotSetIsRefusedAndNotPassedOver() {
        for (String more : List.of(
                "\"id\": \"of-my-own\"",
                "\"mustChangePassword\": false",
                "\"by\": \"system\"",
                "\"scopes\": [\"operations\"]",
                "\"state\": \"OPEN\"")) {
            HttpResponse<byte[]> answer = access.send(
                    "POST", admin("X"), "/accounts", "{\"unit\": \"X\", \"name\": \"gan.them\", " + more + "}");
            assertThat(answer.statusCode()).as(more).isEqualTo(400);
        }
        assertThat(accounts().named("gan.them")).isEmpty();
    }

    @Test
    void theSameRequestAgainOpensNothingAndShowsNoPasswordAgain() {
        access.tellOf("p-lai", "X");
        String body = "{\"unit\": \"X\", \"person\": \"p-lai\", \"name\": \"lai\"}";
        HttpResponse<byte[]> once = access.send("POST", admin("X"), "/accounts", body, "Idempotency-Key", "lai-12345");
        HttpResponse<byte[]> again = access.send("POST", admin("X"), "/accounts", body, "Idempotency-Key", "lai-12345");

        assertThat(json(once).get("oneTimePassword").asString()).isNotBlank();
        assertThat(json(again).get("id")).isEqualTo(json(once).get("id"));
        assertThat(json(again).has("oneTimePassword")
                        && !json(again).get("oneTimePassword").isNull())
                .isFalse();
        assertThat(access.refused(409, admin("X"), "/accounts", body)).isEqualTo("account-name-taken");
    }

    @Test
    void whatIsTakenAwayIsGoneAtOnce() {
        String account = open(admin("X"), "X", "dung", role("OFFICER", "X"));
        String binding = access.get(admin("X"), "/accounts/" + account)
                .get("roles")
                .get(0)
                .get("id")
                .asString();

        access.does(admin("X"), "/accounts/" + account + "/lock", "{\"reason\": \"Nghỉ phép dài\"}");
        eventually("locked", () -> accounts().rights(account, today()).equals(Accounts.Rights.NONE));
        assertThat(access.get(admin("X"), "/accounts/" + account)
                        .get("lockReason")
                        .asString())
                .isEqualTo("Nghỉ phép dài");
        access.does(admin("X"), "/accounts/" + account + "/unlock", "{\"reason\": \"Đã đi làm lại\"}");
        eventually(
                "unlocked", () -> !accounts().rights(account, today()).posts().isEmpty());
        access.does(admin("X"), "/accounts/" + account + "/roles/" + binding + "/end", "{}");
        eventually("ended", () -> accounts().rights(account, today()).posts().isEmpty());
    }

    @Test
    void aPersonLendsTheirRolesAndWhoGotThemGivesThemBack() {
        String leader = open(admin("X"), "X", "lanhdao", role("LEADER", "X"));
        String deputy = open(admin("X"), "X", "pho", "");
        Tokens leads = Tokens.of(leader).person("p-lanhdao").role(Role.LEADER, "X");
        Tokens follows = Tokens.of(deputy).person("p-pho");
        String binding = access.get(OPERATOR, "/accounts/" + leader)
                .get("roles")
                .get(0)
                .get("id")
                .asString();
        String body = "{\"to\": \"%s\", \"roles\": [\"%s\"], \"until\": \"%s\"}"
                .formatted(deputy, binding, today().plusDays(7));

        access.does(leads, "/delegations", body);

        eventually(
                "lent", () -> accounts().rights(deputy, today()).delegations().size() == 1);
        Accounts.Delegated lent =
                accounts().rights(deputy, today()).delegations().getFirst();
        assertThat(lent.fromPerson()).isEqualTo("p-lanhdao");
        assertThat(lent.posts()).containsExactly(new Caller.Binding(Role.LEADER, "X", today().plusDays(7)));
        assertThat(access.get(follows, "/delegations")).hasSize(1);
        String stranger = open(admin("Y"), "Y", "nguoila", "");
        assertThat(access.refused(
                        404, Tokens.of(stranger).person("p-nguoila"), "/delegations/" + lent.id() + "/end", "{}"))
                .isEqualTo("not-found");
        access.does(follows, "/delegations/" + lent.id() + "/end", "{}");
        eventually(
                "given back",
                () -> accounts().rights(deputy, today()).delegations().isEmpty());
    }

    @Test
    void aListIsLookedAtAsAWholeAndOpenedAsAWhole() throws IOException {
        access.tellOf("p-danhsach1", "X");
        access.tellOf("p-danhsach2", "X");
        String right = """
            Tên đăng nhập;Họ và tên;Đơn vị;Vai trò
            ds.mot;cán bộ p-danhsach1;X;Cán bộ phụ trách/ Lãnh đạo
            ds.hai;Cán bộ p-danhsach2;Xã X;Kiểm tra, giám sát
            """;
        String wrong = right + "DS.MOT;Không Ai;X;Vua\nx;;Y;\n";

        JsonNode preview = access.does(admin("X"), "/imports/preview", wrong);

        assertThat(preview.get("acceptable").asBoolean()).isFalse();
        assertThat(preview.get("wrong").asInt()).isEqualTo(2);
        assertThat(preview.get("rows").get(0).get("person").asString()).isEqualTo("p-danhsach1");
        assertThat(preview.get("rows").get(2).get("problems")).hasSize(3);
        assertThat(preview.get("rows").get(3).get("problems")).hasSize(3);
        assertThat(access.refused(422, admin("X"), "/imports", wrong)).isEqualTo("invalid");
        assertThat(accounts().named("ds.hai")).isEmpty();

        HttpResponse<byte[]> opened = access.send("POST", admin("X"), "/imports", right);

        assertThat(opened.statusCode()).as(RunningAccess.text(opened)).isEqualTo(200);
        String password;
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(opened.body()))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(2);
            password = book.getSheetAt(0).getRow(1).getCell(3).getStringCellValue();
        }
        eventually(
                "opened",
                () -> accounts().named("ds.mot").isPresent()
                        && accounts().named("ds.hai").isPresent());
        Accounts.Account one = accounts().named("ds.mot").orElseThrow();
        assertThat(access.bean(PasswordEncoder.class).matches(password, one.passwordHash()))
                .isTrue();
        assertThat(accounts().rights(one.id(), today()).posts()).hasSize(2);
    }

    @Test
    void theMatrixNamesUnitsInItsWorkbook() throws IOException {
        open(admin("Y"), "Y", "matran", role("FINANCE", "Y"));

        HttpResponse<byte[]> sheet = access.send("GET", admin("Y"), "/matrix.xlsx?unit=Y", null);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheet.body()))) {
            List<String> cells = new ArrayList<>();
            book.getSheetAt(0).forEach(row -> row.forEach(cell -> cells.add(cell.toString())));
            assertThat(cells).contains("Tên đăng nhập", "matran", "Cán bộ p-matran", "Xã Y");
        }
    }

    @Test
    void aClientsSecretIsShownOnceAndRevokedAtOnce() {
        JsonNode made = access.does(
                admin("X"), "/clients", "{\"name\": \"Văn bản\", \"unit\": \"X\", \"scopes\": [\"plan.read\"]}");
        String client = made.get("client").asString();
        String secret = made.get("secret").asString();
        eventually("registered", () -> accounts().client(client).isPresent());

        JsonNode rotated = access.does(admin("X"), "/clients/" + client + "/secrets", "{}");

        eventually(
                "rotated",
                () -> accounts().client(client).orElseThrow().secretHashes().size() == 2);
        Accounts.Client known = accounts().client(client).orElseThrow();
        assertThat(ClientSecrets.matches(secret, known.secretHashes())).isTrue();
        assertThat(ClientSecrets.matches(rotated.get("secret").asString(), known.secretHashes()))
                .isTrue();
        assertThat(access.send("GET", admin("X"), "/clients/" + client, null).body())
                .asString()
                .doesNotContain(secret, ClientSecrets.hash(secret));
        assertThat(access.send("GET", admin("Y"), "/clients/" + client, null).statusCode())
                .isEqualTo(404);
        assertThat(access.refused(
                        422,
                        admin("X"),
                        "/clients",
                        "{\"name\": \"V\", \"unit\": \"X\", \"scopes\": [\"operations\"]}"))
                .isEqualTo("client-operator-has-no-unit");
        access.does(admin("X"), "/clients/" + client + "/revoke", null);
        eventually("revoked", () -> accounts().client(client).orElseThrow().revoked());
    }

    @Test
    void whoseRecordWasJoinedToAnotherSignsInAsThatOne() {
        String account = open(admin("Y"), "Y", "trunghoso", role("OFFICER", "Y"));
        access.tellOf("p-trunghoso-2", "Y");
        var joined = new OrganizationContract.PersonsMergedV1("p-trunghoso-2", "Y", "p-trunghoso");

        access.tell(joined);
        access.tell(joined);

        eventually("the account is of the record that stays", () -> "p-trunghoso-2"
                .equals(accounts().byId(account).orElseThrow().person()));
        assertThat(accounts().rights(account, today()).posts())
                .containsExactly(new Caller.Binding(Role.OFFICER, "Y", null));
        for (String person : List.of("p-trunghoso", "p-trunghoso-2")) {
            assertThat(access.send(
                                    "POST",
                                    OPERATOR,
                                    "/accounts",
                                    "{\"unit\": \"Y\", \"person\": \"%s\", \"name\": \"hai.ten\"}".formatted(person))
                            .statusCode())
                    .as(person)
                    .isEqualTo(409);
        }
    }

    @Test
    void whoHasLeftIsNotTheirsToNameAnyMore() {
        access.tellOf("p-dachuyen", "X");
        LocalDate began = today().minusYears(3);
        OrganizationContract.PostKind kind = OrganizationContract.PostKind.values()[0];
        access.tell(new OrganizationContract.PostHeldV1(
                "post-1", "p-dachuyen", "X", "Công chức văn hóa - xã hội", kind, began, null));
        access.tell(new OrganizationContract.PostLeftV1(
                "post-1", "p-dachuyen", "X", "Công chức văn hóa - xã hội", kind, began, today().minusDays(1)));
        access.tell(
                new OrganizationContract.PostHeldV1("post-2", "p-dachuyen", "Y", "Phó Chủ tịch", kind, today(), null));
        eventually(
                "the new post is known",
                () -> access.bean(People.class).placesOf("p-dachuyen", today()).equals(Set.of("Y")));
        String body = "{\"unit\": \"%s\", \"person\": \"p-dachuyen\", \"name\": \"da.chuyen\"}";

        assertThat(access.refused(403, admin("X"), "/accounts", body.formatted("X")))
                .isEqualTo("out-of-scope");
        JsonNode preview = access.does(
                admin("X"),
                "/imports/preview",
                "Tên đăng nhập;Mã cá nhân;Họ và tên;Đơn vị\nmot;p-dachuyen;;X\nhai;;Cán bộ p-dachuyen;X\n");
        assertThat(preview.get("wrong").asInt()).isEqualTo(2);
        access.does(admin("Y"), "/accounts", body.formatted("Y"));
    }

    @Test
    void anErasedPersonSignsInNoMoreAndTheNameIsUnreadable() {
        String account = open(admin("Y"), "Y", "quendi", role("OFFICER", "Y"));
        access.tell(new OrganizationContract.PersonErasedV1("p-quendi", "Y", List.of("p-quendi")));

        eventually("closed", () -> accounts().byId(account).isEmpty());
        eventually("the key is gone", () -> {
            try {
                access.bean(KeyRing.class).seal("account:" + account, "x");
                return false;
            } catch (ErasedException _) {
                return true;
            }
        });
        Document row = access.runtime()
                .views()
                .store()
                .collection(AccountsView.NAME)
                .find(new Document("_id", account))
                .first();
        assertThat(row).isNotNull().doesNotContainKeys("name", "fold", "hash");
        assertThat(accounts().named("quendi")).isEmpty();
    }

    @Test
    void othersHearOfRightsByIdAlone() {
        String account = open(admin("Y"), "Y", "nghethay", role("VILLAGE_HEAD", "Y"));

        Set<String> types = new HashSet<>();
        List<String> values = new ArrayList<>();
        Properties settings = new Properties();
        settings.put("bootstrap.servers", Backends.kafka());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.nameOf("access")).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            eventually("told", () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (account.equals(record.key())) {
                        types.add(new String(
                                record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8));
                        values.add(new String(record.value(), StandardCharsets.UTF_8));
                    }
                });
                return types.size() == 2;
            });
        }
        assertThat(types).containsExactlyInAnyOrder("vn.thidua.access.AccountOpenedV1", "vn.thidua.access.RoleBoundV1");
        assertThat(values).noneMatch(value -> value.contains("\"nghethay\""));
    }
}
