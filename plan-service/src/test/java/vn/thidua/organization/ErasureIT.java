package vn.thidua.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.RunningService.OPERATOR;
import static vn.thidua.planservice.RunningService.text;
import static vn.thidua.platform.testing.Eventually.eventually;
import static vn.thidua.platform.testing.Eventually.within;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.thidua.contracts.OrganizationContract.PersonErasedV1;
import vn.thidua.contracts.OrganizationContract.PersonRegisteredV1;
import vn.thidua.organization.view.people.PeopleView;
import vn.thidua.planservice.RunningService;
import vn.thidua.platform.eventstore.Verification;
import vn.thidua.platform.publish.ContractJson;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.values.Sealed;

/**
 * An erased person's known values are in no collection, no record and no line of the log; everybody else is still there, and
 * the log can be read and proved as before.
 */
class ErasureIT {

    /** Within this time after the answer, everything is gone. */
    private static final Duration GONE_WITHIN = Duration.ofSeconds(10);

    /** Names that stand nowhere else, each with what was once recorded in error. */
    private static final List<String> ERASED = List.of(
            "Quàng Thị Ngoạn Quyên",
            "Quàng Diễm Quỳnh",
            "Quàng Ngoạn",
            "Quàng Thị Quýnh Nhập",
            "031190774711",
            "031190774729",
            "09/11/1987",
            "1987-11-09",
            "031187774737");

    private static final List<String> STAYING = List.of("Lò Văn Khoẻ Mạnh", "027085663318");
    private static final String TITLE = "Phó Trưởng ban Kiểm định Chõng tre";

    private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();

    private static String prefix;
    private static RunningService service;
    private static String list = "";

    @BeforeAll
    static void start() {
        prefix = Backends.freshName(ErasureIT.class) + "_";
        service = RunningService.start(prefix, Backends.mongoUri(), Backends.kafka());
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var layout = new PatternLayoutEncoder();
        layout.setContext(root.getLoggerContext());
        layout.setPattern("%d %level %logger %mdc %kvp %msg%n%ex");
        layout.start();
        var appender = new OutputStreamAppender<ch.qos.logback.classic.spi.ILoggingEvent>();
        appender.setContext(root.getLoggerContext());
        appender.setEncoder(layout);
        appender.setOutputStream(LOG);
        appender.start();
        root.addAppender(appender);
        // more than what runs in earnest says
        root.getLoggerContext().getLogger("vn.thidua").setLevel(Level.TRACE);
    }

    @AfterAll
    static void stop() {
        service.close();
        ((Logger) LoggerFactory.getLogger("vn.thidua")).setLevel(null);
    }

    private record Registered(String commune, String person, String duplicate, String listed, String other) {}

    /** Registered, corrected, refused, joined, grouped: every way by which a name comes in. */
    private static Registered story() {
        String province = service.unit("PROVINCE", "X-P", "Tỉnh Bình Minh", null, "2000-01-01");
        String district = service.unit("DISTRICT", "X-D", "Huyện Hòa An", province, "2000-01-01");
        String commune = service.unit("COMMUNE", "X-C", "Xã Đông Hoà", district, "2000-01-01");
        String beside = service.unit("COMMUNE", "X-E", "Xã Ân Thi", district, "2000-01-01");
        String body = "{\"unit\": \"%s\", \"name\": \"%s\", \"citizenId\": \"%s\", \"birthYear\": 1987}";
        String person = service.does(OPERATOR, "/people", body.formatted(commune, ERASED.get(0), ERASED.get(4)));
        service.does(
                OPERATOR,
                "/people/" + person + "/correction",
                "{\"name\": \"%s\", \"citizenId\": \"%s\"}".formatted(ERASED.get(1), ERASED.get(5)));
        String duplicate = service.does(OPERATOR, "/people", body.formatted(beside, ERASED.get(2), ERASED.get(5)));
        String other = service.does(OPERATOR, "/people", body.formatted(commune, STAYING.get(0), STAYING.get(1)));
        for (String holder : List.of(person, duplicate, other)) {
            service.does(
                    OPERATOR,
                    "/people/" + holder + "/posts",
                    "{\"unit\": \"%s\", \"title\": \"%s\", \"kind\": \"OFFICIAL\", \"from\": \"2021-01-01\"}"
                            .formatted(commune, TITLE));
        }
        service.does(OPERATOR, "/groups", """
                {"unit": "%s", "name": "Tổ giúp việc", "effective": "2021-01-01",
                 "members": {"kind": "PERSONS", "ids": ["%s", "%s"]}}""".formatted(commune, person, other));
        refused(commune, person, body);
        String listed = listed(commune);
        service.does(OPERATOR, "/people/" + person + "/mergers", "{\"merged\": \"%s\"}".formatted(listed));
        service.does(OPERATOR, "/people/" + person + "/mergers", "{\"merged\": \"%s\"}".formatted(duplicate));
        return new Registered(commune, person, duplicate, listed, other);
    }

    /** The same human once more, from a list. */
    private static String listed(String commune) {
        HttpResponse<byte[]> uploaded = service.upload(OPERATOR, commune, """
                Họ và tên;Số CCCD;Ngày sinh;Giới tính;Chức vụ;Mã đơn vị;Loại;Từ ngày
                %s;%s;09/11/1987;Nữ;Công chức;X-C;Công chức;01/01/2021
                """.formatted(ERASED.get(3), ERASED.get(8)));
        assertThat(uploaded.statusCode()).as(text(uploaded)).isEqualTo(201);
        String id = RunningService.json(uploaded).get("id").asString();
        eventually("the import is proposed", () -> state(id).equals("PROPOSED"));
        assertThat(service.send("POST", OPERATOR, "/imports/" + id + "/confirmation", null)
                        .statusCode())
                .isEqualTo(202);
        eventually("the import is completed", () -> state(id).equals("COMPLETED"));
        String search = "{\"words\": \"quynh nhap\", \"unit\": \"%s\"}".formatted(commune);
        eventually(
                "who was listed is shown",
                () -> service.asks(OPERATOR, "/people/search", search)
                                .get("items")
                                .size()
                        == 1);
        var found = service.asks(OPERATOR, "/people/search", search).get("items");
        // as long as it may be taken back, the list is kept
        assertThat(service.get(OPERATOR, "/imports/" + id + "/rows").get("items"))
                .hasSize(1);
        list = id;
        String person = found.get(0).get("id").asString();
        service.does(OPERATOR, "/people/" + person + "/correction", "{\"citizenId\": \"%s\"}".formatted(ERASED.get(5)));
        return person;
    }

    private static String state(String id) {
        return service.get(OPERATOR, "/imports/" + id).get("state").asString();
    }

    /** What is not taken must leave no trace either. */
    private static void refused(String commune, String person, String body) {
        String nowhere = "01940000-0000-7000-8000-00000000ffff";
        for (String name : ERASED) {
            refused("/people", body.formatted(nowhere, name, ERASED.get(4)));
            refused("/people", body.formatted(commune, name, name + "x"));
            refused("/people", "{\"" + name + "\": 1}");
            refused("/people", "{\"unit\": \"" + commune + "\", \"gender\": \"" + name + "\"}");
            refused("/people", "{\"unit\": \"" + name);
            refused(
                    "/units/" + person + "/renaming",
                    "{\"name\": \"%s\", \"effective\": \"2020-01-01\"}".formatted(name));
            String words = URLEncoder.encode(name, StandardCharsets.UTF_8);
            service.asks(OPERATOR, "/people/search", "{\"words\": \"%s\"}".formatted(name));
            service.get(OPERATOR, "/people?search=" + words);
            service.send("GET", OPERATOR, "/people?unit=" + words, null);
            service.send("GET", OPERATOR, "/people?cursor=" + words, null);
            service.send("GET", OPERATOR, "/people/" + words.replace("+", "%20"), null);
        }
        refused(
                "/people/" + person + "/correction",
                "{\"name\": \"%s\", \"birthYear\": 3000}".formatted(ERASED.get(0)));
    }

    private static void refused(String path, String body) {
        HttpResponse<byte[]> answer = service.send(
                "POST", OPERATOR, path, body, "Idempotency-Key", "key-of-" + path.hashCode() + body.hashCode());
        assertThat(answer.statusCode()).as(path + " " + text(answer)).isBetween(400, 499);
    }

    @Test
    void whatWasKnownOfAnErasedPersonIsNowhereAndEverybodyElseIsThere() {
        Traces erased = Traces.of(ERASED);
        Traces staying = Traces.of(STAYING);
        Registered story = story();
        service.get(OPERATOR, "/people/" + story.person());
        eventually("all is told", () -> relayIsAtTheEnd());

        // it can be found where it may stand, and stands nowhere else
        assertThat(erased.collections(Backends.mongo(), prefix)).containsExactly("organization.people_v2");
        assertThat(erased.topics(Backends.kafka())).isEmpty();
        Traces title = Traces.of(List.of(TITLE));
        assertThat(title.collections(Backends.mongo(), prefix)).contains("organization.commits");
        assertThat(title.topics(Backends.kafka())).contains("organization.events.v1");
        KeyRing keys = service.bean(KeyRing.class);
        assertThat(keys.open(sealedNames(story.person()).getFirst())).hasValue(ERASED.get(0));

        HttpResponse<byte[]> done = erase(story.person());
        long answered = System.nanoTime();
        assertThat(done.statusCode()).isEqualTo(204);
        within(
                GONE_WITHIN,
                "it is in no collection, and the keys are gone",
                () -> erased.collections(Backends.mongo(), prefix).isEmpty()
                        && sealedNames(story.person()).stream()
                                .allMatch(name -> keys.open(name).isEmpty())
                        && sealedNames(story.duplicate()).stream()
                                .allMatch(name -> keys.open(name).isEmpty()));
        figure("an erased person was nowhere after " + (System.nanoTime() - answered) / 1_000_000 + " ms");
        eventually("all is told", () -> relayIsAtTheEnd());
        assertThat(erased.topics(Backends.kafka())).isEmpty();

        assertThat(service.get(OPERATOR, "/people/" + story.person())
                        .get("erased")
                        .asBoolean())
                .isTrue();
        for (String record : List.of(story.person(), story.duplicate(), story.listed())) {
            String shown = service.get(OPERATOR, "/people/" + record).toString();
            assertThat(erased.in(shown.getBytes(StandardCharsets.UTF_8))).isEmpty();
            assertThat(shown).doesNotContain("1987");
        }
        assertThat(told(story.person())).singleElement().satisfies(told -> assertThat(told.erased())
                .containsExactlyInAnyOrder(story.person(), story.duplicate(), story.listed()));

        within(GONE_WITHIN, "the list is gone", () -> service.get(OPERATOR, "/imports/" + list + "/rows")
                .get("items")
                .isEmpty());

        theOthersAreThere(story, staying);
        erasingAgainDoesNoHarm(story, text(done));
        nothingBringsItBack(story);
        theLogIsReadAndProvedAsBefore(erased, staying);
        assertThat(erased.collections(Backends.mongo(), prefix)).isEmpty();
        byte[] log = LOG.toByteArray();
        assertThat(new String(log, StandardCharsets.UTF_8))
                .as("the log was captured")
                .contains("vn.thidua");
        assertThat(erased.in(log)).isEmpty();
        assertThat(staying.in(log)).isEmpty();
    }

    private static HttpResponse<byte[]> erase(String person) {
        return service.send("DELETE", OPERATOR, "/people/" + person, null, "Idempotency-Key", "erase-" + person);
    }

    private static boolean relayIsAtTheEnd() {
        return service.runtime().processors().position("relay")
                >= service.runtime().log().nextPosition() - 1;
    }

    private static List<Sealed> sealedNames(String person) {
        return Traces.records(Backends.kafka()).stream()
                .filter(record -> type(record).endsWith("PersonRegisteredV1"))
                .map(record -> ContractJson.read(record.value(), PersonRegisteredV1.class))
                .filter(event -> event.person().equals(person))
                .map(event -> new Sealed(
                        event.name().subject(),
                        event.name().keyId(),
                        event.name().iv(),
                        event.name().ct()))
                .toList();
    }

    private static List<PersonErasedV1> told(String person) {
        return Traces.records(Backends.kafka()).stream()
                .filter(record -> type(record).endsWith("PersonErasedV1"))
                .map(record -> ContractJson.read(record.value(), PersonErasedV1.class))
                .filter(event -> event.person().equals(person))
                .toList();
    }

    private static String type(org.apache.kafka.clients.consumer.ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader("ce_type");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void theOthersAreThere(Registered story, Traces staying) {
        assertThat(service.get(OPERATOR, "/people/" + story.other()).get("name").asString())
                .isEqualTo(STAYING.get(0));
        assertThat(staying.collections(Backends.mongo(), prefix)).containsExactly("organization.people_v2");
        assertThat(service.get(OPERATOR, "/people?unit=" + story.commune()).get("items"))
                .extracting(item -> item.get("id").asString())
                .containsExactly(story.other());
    }

    private static void erasingAgainDoesNoHarm(Registered story, String first) {
        long before = service.runtime().log().nextPosition();
        HttpResponse<byte[]> repeated = erase(story.person());
        assertThat(repeated.statusCode()).isEqualTo(204);
        assertThat(text(repeated)).isEqualTo(first);
        for (String record : List.of(story.person(), story.duplicate(), story.listed())) {
            assertThat(service.send("DELETE", OPERATOR, "/people/" + record, null)
                            .statusCode())
                    .isEqualTo(409);
        }
        assertThat(service.runtime().log().nextPosition()).isEqualTo(before);
        theOthersAreThere(story, Traces.of(STAYING));
    }

    /** No act makes a second key for a human who was erased, and the citizen id begins anew. */
    private static void nothingBringsItBack(Registered story) {
        for (String record : List.of(story.person(), story.duplicate(), story.listed())) {
            assertThat(service.send("POST", OPERATOR, "/people/" + record + "/correction", "{\"name\": \"Ai Đó\"}")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(service.send(
                                    "POST",
                                    OPERATOR,
                                    "/people/" + story.other() + "/mergers",
                                    "{\"merged\": \"%s\"}".formatted(record))
                            .statusCode())
                    .isEqualTo(409);
        }
        String anew = service.does(
                OPERATOR,
                "/people",
                "{\"unit\": \"%s\", \"name\": \"Người Khác\", \"citizenId\": \"%s\"}"
                        .formatted(story.commune(), ERASED.get(5)));
        assertThat(service.get(OPERATOR, "/people/" + anew).get("sameCitizen")).isEmpty();
    }

    private static void theLogIsReadAndProvedAsBefore(Traces erased, Traces staying) {
        assertThat(service.runtime().verify()).isInstanceOf(Verification.Clean.class);
        Map<String, Document> before = rows();
        var views = service.runtime().views();
        var filled = views.rebuild(PeopleView.NAME);
        eventually(
                "people are filled anew",
                () -> views.store().active(PeopleView.NAME).equals(filled));
        assertThat(rows()).isEqualTo(before);
        eventually("the old rows are dropped", () -> staying.collections(Backends.mongo(), prefix)
                .equals(new TreeSet<>(List.of("organization." + filled.collection()))));
        assertThat(erased.collections(Backends.mongo(), prefix)).isEmpty();
        assertThat(service.runtime().processors().statuses()).allMatch(status -> status.parked() == 0);
    }

    private static Map<String, Document> rows() {
        Map<String, Document> rows = new HashMap<>();
        service.runtime()
                .views()
                .store()
                .collection(PeopleView.NAME)
                .find()
                .forEach(row -> rows.put(row.getString("_id"), row));
        return rows;
    }

    @SuppressWarnings("SystemOut") // for whoever reads the build's log
    private static void figure(String what) {
        System.out.println("figure: " + what);
    }
}
