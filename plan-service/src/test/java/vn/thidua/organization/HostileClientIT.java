package vn.thidua.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.RunningService.OPERATOR;
import static vn.thidua.planservice.RunningService.json;
import static vn.thidua.planservice.RunningService.text;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vn.thidua.planservice.RunningService;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Tokens;

/** What a careless or hostile client sends: it is told in Vietnamese what to mend, and nothing else happens. */
class HostileClientIT {

    private static final String NOWHERE = "01940000-0000-7000-8000-00000000ffff";

    private static RunningService service;
    private static String province;
    private static String commune;
    private static String beside;

    @BeforeAll
    static void start() {
        service = RunningService.start(HostileClientIT.class, Backends.mongoUri(), Backends.kafka());
        province = service.unit("PROVINCE", "H-P", "Tỉnh Bình Minh", null, "2000-01-01");
        String district = service.unit("DISTRICT", "H-D", "Huyện Hòa An", province, "2000-01-01");
        commune = service.unit("COMMUNE", "H-X", "Xã Đông Hoà", district, "2000-01-01");
        beside = service.unit("COMMUNE", "H-Y", "Xã Ân Thi", district, "2000-01-01");
        for (int i = 0; i < 3; i++) {
            service.unit("VILLAGE", "H-V" + i, "Thôn " + i, commune, "2000-01-01");
            service.does(OPERATOR, "/people", "{\"unit\": \"%s\", \"name\": \"Người %d\"}".formatted(commune, i));
        }
        service.get(OPERATOR, "/people");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<HttpResponse<byte[]>> atOnce(int times, Callable<HttpResponse<byte[]>> request)
            throws Exception {
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<byte[]>>> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                answers.add(threads.submit(() -> {
                    go.await();
                    return request.call();
                }));
            }
            go.countDown();
            List<HttpResponse<byte[]>> all = new ArrayList<>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }

    @Test
    void ofManyWhoChangeTheSameVersionOneWinsAndTheOthersMustLoadAgain() throws Exception {
        String unit = service.unit("VILLAGE", "H-Same", "Thôn Chung", commune, "2000-01-01");
        String etag = service.send("GET", OPERATOR, "/units/" + unit, null)
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        var answers = atOnce(
                16,
                () -> service.send(
                        "POST",
                        OPERATOR,
                        "/units/" + unit + "/renaming",
                        "{\"name\": \"Thôn %s\", \"effective\": \"2020-01-01\"}"
                                .formatted(Thread.currentThread().threadId()),
                        "If-Match",
                        etag));

        assertThat(answers.stream().collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting())))
                .isEqualTo(Map.of(204, 1L, 412, 15L));
        answers.stream().filter(each -> each.statusCode() == 412).forEach(each -> {
            problem(each, 412, null);
            assertThat(each.headers().firstValue("ETag")).isPresent().isNotEqualTo(java.util.Optional.of(etag));
        });
        assertThat(service.get(OPERATOR, "/units/" + unit + "/history").get("names"))
                .hasSize(2);
    }

    @Test
    void twinsUnderOneKeyAreOneActAndGetOneAnswer() throws Exception {
        String body =
                "{\"kind\": \"VILLAGE\", \"code\": \"H-Twin\", \"name\": \"Thôn Sinh Đôi\", \"parent\": \"%s\", \"effective\": \"2020-01-01\"}"
                        .formatted(commune);
        long before = service.runtime().log().nextPosition();

        var answers = atOnce(
                32, () -> service.send("POST", OPERATOR, "/units", body, "Idempotency-Key", "twins-of-this-test"));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream()
                        .map(answer -> text(answer)
                                + answer.headers().firstValue("Location")
                                + answer.headers().firstValue("ETag")
                                + answer.headers().firstValue("X-Position"))
                        .distinct())
                .hasSize(1);
        assertThat(service.get(OPERATOR, "/units?search=H-Twin&under=" + commune)
                        .get("items"))
                .hasSize(1);
        // the unit, its code, and the parent's note of it
        assertThat(service.runtime().log().nextPosition() - before).isLessThan(5);

        HttpResponse<byte[]> other = service.send(
                "POST", OPERATOR, "/units", body.replace("H-Twin", "H-Other"), "Idempotency-Key", "twins-of-this-test");
        problem(other, 422, null);
        assertThat(text(other)).contains("idempotency-key-reused");
        // somebody else's key is another one
        HttpResponse<byte[]> stranger = service.send(
                "POST",
                Tokens.of("another-operator").scope("operations"),
                "/units",
                body.replace("H-Twin", "H-Stranger"),
                "Idempotency-Key",
                "twins-of-this-test");
        assertThat(stranger.statusCode()).isEqualTo(201);
    }

    /** A request that cannot be taken; {@code field} is what its answer must name, if there is one to name. */
    private record Bad(
            String what,
            String method,
            String path,
            @Nullable String body,
            int status,
            @Nullable String field) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static Bad unit(String what, String from, String to, int status, @Nullable String field) {
        String body = """
                {"kind": "VILLAGE", "code": "H-Bad", "name": "Thôn Xấu", "parent": "%s", "effective": "2020-01-01"}""".formatted(commune);
        assertThat(body).contains(from);
        return new Bad(what, "POST", "/units", body.replace(from, to), status, field);
    }

    private static Bad read(String path, int status, @Nullable String field) {
        return new Bad("GET " + path, "GET", path, null, status, field);
    }

    private static Bad post(String what, String path, String body, int status, @Nullable String field) {
        return new Bad(what, "POST", path, body, status, field);
    }

    static Stream<Bad> bodies() {
        String deep = "[".repeat(20_000);
        return Stream.of(
                unit("broken JSON", "\"effective\"", "\"effective", 400, "body"),
                unit("unknown field", "\"effective\"", "\"colour\": \"red\", \"effective\"", 400, "colour"),
                unit("a field twice", "\"effective\"", "\"code\": \"x\", \"effective\"", 400, null),
                unit("a day that is not", "2020-01-01", "2025-02-30", 400, "effective"),
                unit("a day as people write it", "2020-01-01", "01/01/2020", 400, "effective"),
                unit("a day with a time", "2020-01-01", "2020-01-01T00:00:00Z", 400, "effective"),
                unit("a day as a number", "\"2020-01-01\"", "20200101", 400, "effective"),
                unit("a day as an array", "\"2020-01-01\"", "[2020, 1, 1]", 400, "effective"),
                unit("the last day that Java knows", "2020-01-01", "+999999999-12-31", 400, "effective"),
                unit("the first day that Java knows", "2020-01-01", "-999999999-01-01", 400, "effective"),
                unit("a kind that is not", "VILLAGE", "CITY", 400, "kind"),
                unit("a kind by number", "\"VILLAGE\"", "1", 400, "kind"),
                unit("a number for a text", "\"Thôn Xấu\"", "7", 400, "name"),
                unit("a list for a text", "\"Thôn Xấu\"", "[\"Thôn Xấu\"]", 400, "name"),
                unit("no name", "Thôn Xấu", "", 422, "name"),
                unit("a name of blanks", "Thôn Xấu", " \\t\\n\\u00a0 ", 422, "name"),
                unit("a name of control characters", "Thôn Xấu", "\\u0000\\u0007\\u202e", 422, "name"),
                unit("a name that nobody can see", "Thôn Xấu", "\\u200b\\u200b\\u2060", 422, "name"),
                unit("half a character", "Thôn Xấu", "Thôn \\ud83d", 400, "name"),
                unit("a name of 10 000 letters", "Thôn Xấu", "T".repeat(10_000), 422, "name"),
                unit("a code of 10 000 letters", "H-Bad", "T".repeat(10_000), 422, "code"),
                unit("a parent that is nowhere", commune, NOWHERE, 404, null),
                unit("a parent that is no id", commune, "{\\\"$ne\\\": null}", 404, null),
                post("nothing", "/units", "", 400, "body"),
                post("null", "/units", "null", 400, "body"),
                post("a list", "/units", "[]", 400, "body"),
                post("an empty object", "/units", "{}", 422, "kind"),
                post("depth", "/units", deep, 400, "body"),
                post("two values", "/units", "{} {}", 400, null),
                post(
                        "a citizen id with letters",
                        "/people",
                        person("\"citizenId\": \"03119000471O\""),
                        422,
                        "citizenId"),
                post("other digits", "/people", person("\"citizenId\": \"٠٣١١٩٠٠٠٤٧١١\""), 422, "citizenId"),
                post("a year to come", "/people", person("\"birthYear\": 3000"), 422, "birthYear"),
                post("a year beyond all numbers", "/people", person("\"birthYear\": 99999999999"), 400, "birthYear"),
                post("half a year", "/people", person("\"birthYear\": 1980.5"), 400, "birthYear"),
                post("a gender that is not", "/people", person("\"gender\": \"X\""), 400, "gender"),
                post(
                        "a merger of nothing",
                        "/mergers",
                        "{\"units\": [], \"effective\": \"2025-07-01\", \"into\": {}}",
                        422,
                        "units"),
                post(
                        "a merger of null",
                        "/mergers",
                        "{\"units\": [null], \"effective\": \"2025-07-01\", \"into\": {}}",
                        422,
                        null),
                post(
                        "a merger of a unit with itself",
                        "/mergers",
                        "{\"units\": [\"%1$s\", \"%1$s\"], \"effective\": \"2025-07-01\", \"into\": {\"unit\": \"%1$s\"}}"
                                .formatted(commune),
                        422,
                        "units"),
                post(
                        "a move below itself",
                        "/units/" + commune + "/move",
                        "{\"parent\": \"%s\", \"effective\": \"2021-01-01\"}".formatted(commune),
                        422,
                        "parent"),
                post(
                        "a renaming on the last day that Java knows",
                        "/units/" + commune + "/renaming",
                        "{\"name\": \"Xã Khác\", \"effective\": \"+999999999-12-31\"}",
                        400,
                        "effective"));
    }

    private static String person(String more) {
        return "{\"unit\": \"%s\", \"name\": \"Ai Đó\", %s}".formatted(commune, more);
    }

    static Stream<Bad> queries() {
        return Stream.of(
                read("/tree?asOf=2025-02-30", 400, "asOf"),
                read("/tree?asOf=30/06/2025", 400, "asOf"),
                read("/people?limit=0", 400, "limit"),
                read("/people?limit=-1", 400, "limit"),
                read("/people?limit=1000000", 400, "limit"),
                read("/people?limit=many", 400, "limit"),
                read("/people?cursor=AAAA", 400, null),
                read("/units/" + commune + "/people?kind=KING", 400, "kind"),
                read("/units/" + commune + "/people?below=perhaps", 400, "below"),
                read("/mergers/preview?unit=" + commune, 400, "effective"),
                read("/mergers/preview?effective=2025-07-01", 400, "unit"),
                read("/units/" + NOWHERE, 404, null),
                read("/units/%7B%22$ne%22:null%7D", 404, null),
                read("/units/" + "9".repeat(3_000), 404, null),
                read("/units/..%2F..%2Factuator", 400, null),
                read("/units/%00", 400, null),
                read("/nothing/here", 404, null));
    }

    @ParameterizedTest
    @MethodSource({"bodies", "queries"})
    void whatCannotBeTakenIsExplained(Bad bad) {
        long before = service.runtime().log().nextPosition();
        HttpResponse<byte[]> answer = service.send(bad.method(), OPERATOR, bad.path(), bad.body());
        problem(answer, bad.status(), bad.field());
        assertThat(service.runtime().log().nextPosition()).isEqualTo(before);
    }

    /** A problem as section 8 of the design says, in Vietnamese, naming the field and what to do. */
    private static void problem(HttpResponse<byte[]> answer, int status, @Nullable String field) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("type").asString()).startsWith("https://thidua.vn/problems/");
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        for (String words : List.of("title", "detail", "titleEn", "detailEn")) {
            assertThat(problem.get(words).asString()).as(words).isNotBlank();
        }
        // letters that only Vietnamese has
        assertThat(problem.get("title").asString() + problem.get("detail").asString())
                .containsPattern("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]");
        if (field != null) {
            assertThat(problem.get("errors")).as(text(answer)).isNotEmpty();
            assertThat(problem.get("errors"))
                    .as(text(answer))
                    .anyMatch(error -> error.get("field").asString().equals(field));
        }
    }

    @Test
    void aBodyAboveTheLimitIsRefused() {
        String body = "{\"unit\": \"%s\", \"name\": \"%s\"}".formatted(commune, "A".repeat(1_100_000));
        problem(service.send("POST", OPERATOR, "/people", body), 413, null);
    }

    @Test
    void otherMethodsAndFormsAreRefused() {
        problem(service.send("PUT", OPERATOR, "/units/" + commune, "{}"), 405, null);
        problem(service.send("PATCH", OPERATOR, "/people", "{}"), 405, null);
        problem(service.send("GET", OPERATOR, "/units/" + commune, null, "Accept", "application/xml"), 406, null);
        problem(service.send("POST", OPERATOR, "/units", null, "Content-Type", "text/plain"), 415, null);
    }

    @Test
    void headersThatAreWrongAreNamed() {
        String path = "/units/" + commune + "/renaming";
        String body = "{\"name\": \"Xã Khác\", \"effective\": \"2020-01-01\"}";
        for (String tag : List.of("7", "W/\"7\"", "\"7\", \"8\"", "\"-1\"", "\"99999999999999999999\"", "\"x\"")) {
            problem(service.send("POST", OPERATOR, path, body, "If-Match", tag), 400, "If-Match");
        }
        problem(service.send("POST", OPERATOR, path, body, "If-Match", "\"999\""), 412, null);
        for (String key : List.of("short", "x".repeat(129), "with a blank in it")) {
            problem(service.send("POST", OPERATOR, path, body, "Idempotency-Key", key), 400, "Idempotency-Key");
        }
        problem(service.send("GET", OPERATOR, "/tree", null, "X-Position", "organization"), 400, "X-Position");
        problem(service.send("GET", OPERATOR, "/tree", null, "X-Position", "organization:999999"), 400, null);
        // what is not there has no version
        problem(
                service.send("POST", OPERATOR, "/units/" + NOWHERE + "/renaming", body, "If-Match", "\"0\""),
                404,
                null);
        assertThat(service.get(OPERATOR, "/units/" + commune + "/history").get("names"))
                .hasSize(1);
    }

    @Test
    void aNameIsKeptComposedAndWithoutWhatCannotBeSeen() {
        String typed = Normalizer.normalize("  Thôn Đồng Khởi  ", Normalizer.Form.NFD)
                .replace(" Kh", " \\u0000\\u200e\\u202eKh");
        String unit = service.unit("VILLAGE", "H-NFD", typed, commune, "2000-01-01");
        assertThat(service.get(OPERATOR, "/units/" + unit).get("name").asString())
                .isEqualTo("Thôn Đồng Khởi");
        assertThat(service.get(OPERATOR, "/units?search=" + encoded("dong khoi"))
                        .get("items"))
                .hasSize(1);
        // the same code in another dress is the same code
        HttpResponse<byte[]> again = service.send(
                "POST",
                OPERATOR,
                "/units",
                "{\"kind\": \"VILLAGE\", \"code\": \" H-NFD\\u200e\", \"name\": \"Thôn\", \"parent\": \"%s\", \"effective\": \"2000-01-01\"}"
                        .formatted(commune));
        problem(again, 409, "code");
    }

    @Test
    void daysFarAwayHaveATreeToo() {
        for (String day : List.of("0001-01-01", "1900-01-01", "9999-12-31", "%2B999999999-12-31", "-999999999-01-01")) {
            for (String path : List.of(
                    "/tree?asOf=",
                    "/units?asOf=",
                    "/groups?asOf=",
                    "/units/" + commune + "?asOf=",
                    "/units/" + commune + "/children?asOf=",
                    "/units/" + commune + "/people?below=true&asOf=")) {
                HttpResponse<byte[]> answer = service.send("GET", OPERATOR, path + day, null);
                assertThat(answer.statusCode())
                        .as(path + day + ": " + text(answer))
                        .isIn(200, 400);
            }
        }
        assertThat(service.get(OPERATOR, "/tree?asOf=1900-01-01").get("units")).isEmpty();
    }

    @Test
    void aCursorServesItsOwnListOnly() {
        JsonNode first = service.get(OPERATOR, "/people?limit=2&unit=" + commune);
        String cursor = first.get("next").asString();
        assertThat(service.get(OPERATOR, "/people?limit=2&unit=" + commune + "&cursor=" + encoded(cursor))
                        .get("items"))
                .hasSize(1);
        for (int i = 0; i < cursor.length(); i += 7) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            problem(
                    service.send(
                            "GET", OPERATOR, "/people?limit=2&unit=" + commune + "&cursor=" + encoded(changed), null),
                    400,
                    null);
        }
        problem(service.send("GET", OPERATOR, "/units?cursor=" + encoded(cursor), null), 400, null);
        problem(
                service.send("GET", OPERATOR, "/people?unit=" + beside + "&cursor=" + encoded(cursor), null),
                400,
                null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void whatIsAnothersMayNotBeNamedAndLooksLikeNothing() {
        Tokens officer = Tokens.of("officer").person("somebody").role(Role.OFFICER, commune);
        for (String parent : List.of(beside, province, NOWHERE)) {
            String child = """
                    {"kind": "VILLAGE", "code": "H-Theirs", "name": "Thôn", "parent": "%s", "effective": "2000-01-01"}""".formatted(parent);
            problem(service.send("POST", officer, "/units", child), 403, null);
            String later = """
                    {"kind": "VILLAGE", "code": "H-Theirs", "name": "Thôn", "parent": "%s", "effective": "2000-01-01",
                     "later": [{"parent": "%s", "from": "2020-01-01"}]}""".formatted(commune, parent);
            problem(service.send("POST", officer, "/units", later), 403, null);
            problem(service.send("POST", officer, "/groups", """
                            {"unit": "%s", "name": "Nhóm", "effective": "2021-01-01",
                             "members": {"kind": "UNITS", "ids": ["%s"]}}""".formatted(commune, parent)), 403, null);
        }
        String theirs = service.does(OPERATOR, "/people", "{\"unit\": \"%s\", \"name\": \"Ai Đó\"}".formatted(beside));
        String ours = service.does(officer, "/people", "{\"unit\": \"%s\", \"name\": \"Ai Đó\"}".formatted(commune));
        List<String> bodies = new ArrayList<>();
        for (String merged : List.of(theirs, NOWHERE)) {
            HttpResponse<byte[]> answer = service.send(
                    "POST", officer, "/people/" + ours + "/mergers", "{\"merged\": \"%s\"}".formatted(merged));
            problem(answer, 403, null);
            bodies.add(text(answer).replaceAll("urn:request:[^\"]*", ""));
        }
        assertThat(bodies.get(0)).isEqualTo(bodies.get(1));
    }
}
