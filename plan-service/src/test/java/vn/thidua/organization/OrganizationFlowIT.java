package vn.thidua.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.RunningService.OPERATOR;
import static vn.thidua.planservice.RunningService.json;
import static vn.thidua.planservice.RunningService.text;
import static vn.thidua.platform.testing.Eventually.eventually;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.contracts.OrganizationContract.UnitsMergedV1;
import vn.thidua.organization.view.groups.GroupsView;
import vn.thidua.organization.view.people.PeopleView;
import vn.thidua.organization.view.people.PostsView;
import vn.thidua.organization.view.units.UnitsView;
import vn.thidua.planservice.RunningService;
import vn.thidua.platform.publish.ContractJson;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Tokens;

/** From a request to the store, the views and the topic, on real backends. */
class OrganizationFlowIT {

    private static RunningService service;
    private static int tests;

    @BeforeAll
    static void start() {
        service = RunningService.start(OrganizationFlowIT.class, Backends.mongoUri(), Backends.kafka());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Province, district, two communes with a village each; codes begin with letters of their own. */
    private record Place(String prefix, String province, String district, String x, String y, String xv, String yv) {

        static Place settle() {
            String prefix = "T" + ++tests + "-";
            String province = service.unit("PROVINCE", prefix + "P", "Tỉnh Bình Minh", null, "2000-01-01");
            String district = service.unit("DISTRICT", prefix + "D", "Huyện Hòa An", province, "2000-01-01");
            String x = service.unit("COMMUNE", prefix + "X", "Xã Đông Hoà", district, "2000-01-01");
            String y = service.unit("COMMUNE", prefix + "Y", "Xã Ân Thi", district, "2000-01-01");
            return new Place(
                    prefix,
                    province,
                    district,
                    x,
                    y,
                    service.unit("VILLAGE", prefix + "XV", "Thôn Một", x, "2000-01-01"),
                    service.unit("VILLAGE", prefix + "YV", "Thôn Hai", y, "2000-01-01"));
        }

        String merge(String into) {
            return service.does(OPERATOR, "/mergers", """
                    {"units": ["%s", "%s"], "effective": "2025-07-01",
                     "into": {"kind": "COMMUNE", "code": "%s", "name": "Xã Bình An", "parent": "%s"}}""".formatted(x, y, prefix + into, province));
        }

        Tokens officer(String unit) {
            return Tokens.of("officer").person("person-" + unit).role(Role.OFFICER, unit);
        }
    }

    private static List<String> names(JsonNode tree) {
        return StreamSupport.stream(tree.get("units").spliterator(), false)
                .map(node ->
                        " ".repeat(node.get("depth").asInt()) + node.get("name").asString())
                .toList();
    }

    @Test
    void theTreeIsThatOfTheDay() {
        Place place = Place.settle();
        place.merge("N");
        service.does(OPERATOR, "/units/" + place.district + "/dissolution", "{\"effective\": \"2025-07-01\"}");

        assertThat(names(service.get(OPERATOR, "/tree?asOf=2025-06-30&root=" + place.province)))
                .containsExactly(
                        "Tỉnh Bình Minh",
                        " Huyện Hòa An",
                        "  Xã Ân Thi",
                        "   Thôn Hai",
                        "  Xã Đông Hoà",
                        "   Thôn Một");
        assertThat(names(service.get(OPERATOR, "/tree?asOf=2025-07-01&root=" + place.province)))
                .containsExactly("Tỉnh Bình Minh", " Xã Bình An", "  Thôn Hai", "  Thôn Một");
        JsonNode old = service.get(OPERATOR, "/units/" + place.x + "/history");
        assertThat(old.get("until").asString()).isEqualTo("2025-06-30");
        assertThat(old.get("successor").get("name").asString()).isEqualTo("Xã Bình An");
        JsonNode village = service.get(OPERATOR, "/units/" + place.xv + "/history");
        assertThat(village.get("parents")).hasSize(2);
    }

    @Test
    void whatAMergeWouldTouchIsShownBefore() {
        Place place = Place.settle();
        String person = service.does(
                OPERATOR, "/people", "{\"unit\": \"%s\", \"name\": \"Nguyễn Thị Ánh\"}".formatted(place.x));
        service.does(
                OPERATOR,
                "/people/" + person + "/posts",
                "{\"unit\": \"%s\", \"title\": \"Chủ tịch UBND xã\", \"kind\": \"OFFICIAL\", \"from\": \"2021-01-01\"}"
                        .formatted(place.x));
        service.does(OPERATOR, "/groups", """
                {"unit": "%s", "name": "Các thôn", "effective": "2021-01-01",
                 "members": {"kind": "UNITS_OF_KIND", "unitKind": "VILLAGE"}}""".formatted(place.x));

        JsonNode preview = service.get(
                OPERATOR, "/mergers/preview?unit=" + place.x + "&unit=" + place.y + "&effective=2025-07-01");

        assertThat(preview.get("units")).hasSize(2);
        assertThat(preview.get("moved")).hasSize(2);
        assertThat(preview.get("posts").asInt()).isEqualTo(1);
        assertThat(preview.get("people").asInt()).isEqualTo(1);
        assertThat(preview.get("groups")).hasSize(1);
    }

    @Test
    void aPostFollowsItsUnitIntoTheSuccessorAndAGroupOfAllVillagesGrowsWithIt() {
        Place place = Place.settle();
        String person = service.does(
                OPERATOR,
                "/people",
                "{\"unit\": \"%s\", \"name\": \"Trần Văn Đức\", \"gender\": \"MALE\", \"birthYear\": 1979}"
                        .formatted(place.y));
        service.does(
                OPERATOR,
                "/people/" + person + "/posts",
                "{\"unit\": \"%s\", \"title\": \"Công chức Văn phòng\", \"kind\": \"OFFICIAL\", \"from\": \"2021-01-01\"}"
                        .formatted(place.y));
        String merged = place.merge("N");
        String group = service.does(OPERATOR, "/groups", """
                {"unit": "%s", "name": "Các thôn", "effective": "2025-07-01",
                 "members": {"kind": "UNITS_OF_KIND", "unitKind": "VILLAGE"}}""".formatted(merged));

        JsonNode after = service.get(OPERATOR, "/units/" + merged + "/people?asOf=2025-07-01");
        assertThat(after.get("items")).hasSize(1);
        assertThat(after.get("items").get(0).get("name").asString()).isEqualTo("Trần Văn Đức");
        assertThat(after.get("items").get(0).get("unit").get("id").asString()).isEqualTo(merged);
        assertThat(service.get(OPERATOR, "/units/" + place.y + "/people?asOf=2025-06-30")
                        .get("items"))
                .hasSize(1);
        assertThat(service.get(OPERATOR, "/units/" + place.y + "/people?asOf=2025-07-01")
                        .get("items"))
                .isEmpty();
        assertThat(service.get(OPERATOR, "/groups/" + group + "/members?asOf=2025-07-01")
                        .get("units"))
                .hasSize(2);
        // whoever acts for the merged unit finds what belonged to the old one
        assertThat(service.get(place.officer(merged), "/people/" + person)
                        .get("name")
                        .asString())
                .isEqualTo("Trần Văn Đức");
    }

    @Test
    void peopleAreFoundWithoutAccentsAndADuplicateIsJoined() {
        Place place = Place.settle();
        String body = "{\"unit\": \"%s\", \"name\": \"%s\", \"citizenId\": \"%s\"}";
        String citizen = "0310%08d".formatted(tests);
        String one = service.does(OPERATOR, "/people", body.formatted(place.x, "Đặng Thị Ngọc", citizen));
        String other = service.does(OPERATOR, "/people", body.formatted(place.y, "Đặng Ngọc", citizen));

        assertThat(service.asks(
                                OPERATOR,
                                "/people/search",
                                "{\"words\": \"dang thi NGOC\", \"unit\": \"%s\"}".formatted(place.x))
                        .get("items"))
                .hasSize(1);
        JsonNode shown = service.get(OPERATOR, "/people/" + one);
        assertThat(shown.get("sameCitizen").get(0).get("id").asString()).isEqualTo(other);
        assertThat(shown.toString()).doesNotContain(citizen);
        // another unit's record is no business of this officer
        assertThat(service.get(place.officer(place.x), "/people/" + one).get("sameCitizen"))
                .isEmpty();
        service.does(OPERATOR, "/people/" + one + "/mergers", "{\"merged\": \"%s\"}".formatted(other));
        assertThat(service.get(OPERATOR, "/people/" + other).get("joinedInto").asString())
                .isEqualTo(one);
        assertThat(service.get(OPERATOR, "/people?unit=" + place.y).get("items"))
                .extracting(item -> item.get("id").asString())
                .containsExactly(one);
    }

    @Test
    void anErasedNameIsInNoCollectionAndItsKeyIsGone() {
        Place place = Place.settle();
        String name = "Hoàng Thị Diệu Huyền";
        String person =
                service.does(OPERATOR, "/people", "{\"unit\": \"%s\", \"name\": \"%s\"}".formatted(place.x, name));
        assertThat(service.get(OPERATOR, "/people/" + person).get("name").asString())
                .isEqualTo(name);

        assertThat(service.send("DELETE", place.officer(place.x), "/people/" + person, null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.send("DELETE", OPERATOR, "/people/" + person, null).statusCode())
                .isEqualTo(204);

        eventually("the name is in no collection", () -> {
            for (String collection : service.runtime().database().listCollectionNames()) {
                for (Document row :
                        service.runtime().database().getCollection(collection).find()) {
                    if (row.toString().contains("Huyền") || row.toString().contains("dieu huyen")) {
                        return false;
                    }
                }
            }
            return true;
        });
        assertThat(service.get(OPERATOR, "/people/" + person).get("erased").asBoolean())
                .isTrue();
        assertThat(service.get(OPERATOR, "/people/" + person).has("name")).isFalse();
        // a view that is filled afterwards never learns it
        refill(PeopleView.NAME);
        assertThat(service.runtime()
                        .views()
                        .store()
                        .collection(PeopleView.NAME)
                        .find(new Document("_id", person))
                        .first())
                .isNotNull()
                .doesNotContainKey("name");
    }

    @Test
    void groupsAndTheirMembersOutOfTodaysReachAreCountedAndNotShown() {
        Place place = Place.settle();
        Tokens officer = place.officer(place.x);
        service.does(OPERATOR, "/groups", """
                {"unit": "%s", "name": "Các xã điểm", "effective": "2021-01-01",
                 "members": {"kind": "UNITS", "ids": ["%s", "%s"]}}""".formatted(place.province, place.x, place.y));
        String villages = service.does(OPERATOR, "/groups", """
                {"unit": "%s", "name": "Các thôn", "effective": "2021-01-01",
                 "members": {"kind": "UNITS_OF_KIND", "unitKind": "VILLAGE"}}""".formatted(place.x));
        String heads = service.does(OPERATOR, "/groups", """
                {"unit": "%s", "name": "Các trưởng thôn", "effective": "2021-01-01",
                 "members": {"kind": "HOLDERS_OF_POSTS", "postKind": "VILLAGE_HEAD"}}""".formatted(place.x));
        String person =
                service.does(OPERATOR, "/people", "{\"unit\": \"%s\", \"name\": \"Phạm Văn Hải\"}".formatted(place.xv));
        service.does(
                OPERATOR,
                "/people/" + person + "/posts",
                "{\"unit\": \"%s\", \"title\": \"Trưởng thôn\", \"kind\": \"VILLAGE_HEAD\", \"from\": \"2021-01-01\"}"
                        .formatted(place.xv));

        String preview = "/mergers/preview?unit=" + place.x + "&unit=" + place.xv + "&effective=2025-07-01";
        assertThat(service.get(officer, preview).get("groups")).hasSize(2);
        assertThat(service.get(officer, preview).get("otherGroups").asInt()).isEqualTo(1);
        assertThat(service.get(OPERATOR, preview).get("groups")).hasSize(3);
        String then = "/members?asOf=2025-06-30";
        assertThat(service.get(officer, "/groups/" + villages + then).get("units"))
                .hasSize(1);
        assertThat(service.get(officer, "/groups/" + heads + then).get("people"))
                .hasSize(1);

        service.does(
                OPERATOR,
                "/units/" + place.xv + "/move",
                "{\"parent\": \"%s\", \"effective\": \"2025-07-01\"}".formatted(place.y));
        JsonNode units = service.get(officer, "/groups/" + villages + then);
        assertThat(units.get("units")).isEmpty();
        assertThat(units.get("others").asInt()).isEqualTo(1);
        JsonNode people = service.get(officer, "/groups/" + heads + then);
        assertThat(people.get("people")).isEmpty();
        assertThat(people.get("others").asInt()).isEqualTo(1);
        assertThat(service.get(OPERATOR, "/groups/" + heads + then).get("people"))
                .hasSize(1);
    }

    @Test
    void whoIsOutOfReachFindsNothingAndMayNameNothing() {
        Place place = Place.settle();
        Tokens officer = place.officer(place.x);

        assertThat(names(service.get(officer, "/tree"))).hasSize(2);
        HttpResponse<byte[]> hidden = service.send("GET", officer, "/units/" + place.y, null);
        HttpResponse<byte[]> unknown =
                service.send("GET", officer, "/units/01940000-0000-7000-8000-00000000ffff", null);
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(text(hidden).replaceAll("\"instance\":\"[^\"]*\"", ""))
                .isEqualTo(text(unknown).replaceAll("\"instance\":\"[^\"]*\"", ""));
        assertThat(service.send("GET", officer, "/tree?root=" + place.y, null).statusCode())
                .isEqualTo(403);
        assertThat(service.send(
                                "POST",
                                officer,
                                "/units/" + place.xv + "/move",
                                "{\"parent\": \"%s\", \"effective\": \"2024-01-01\"}".formatted(place.y))
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.send("GET", null, "/tree", null).statusCode()).isEqualTo(401);
        // below one's own unit one may act
        service.does(officer, "/units", """
                {"kind": "VILLAGE", "code": "%s", "name": "Thôn Ba", "parent": "%s", "effective": "2024-01-01"}""".formatted(place.prefix + "XV3", place.x));
    }

    @Test
    void aRefusalSaysInVietnameseWhatToDo() {
        Place place = Place.settle();

        HttpResponse<byte[]> refused =
                service.send("POST", OPERATOR, "/units/" + place.x + "/dissolution", "{\"effective\": \"2024-01-01\"}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(text(refused))
                .contains("units-below-without-place", "Còn 1 đơn vị trực thuộc vào ngày 01/01/2024", "children");
    }

    @Test
    void theSameRequestTwiceIsDoneOnceAndAnOldVersionIsRefused() {
        Place place = Place.settle();
        String body =
                "{\"kind\": \"BODY\", \"code\": \"%sB\", \"name\": \"Văn phòng\", \"parent\": \"%s\", \"effective\": \"2020-01-01\"}"
                        .formatted(place.prefix, place.x);
        String key = "key-" + place.prefix + "12345678";

        HttpResponse<byte[]> first = service.send("POST", OPERATOR, "/units", body, "Idempotency-Key", key);
        HttpResponse<byte[]> again = service.send("POST", OPERATOR, "/units", body, "Idempotency-Key", key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(text(again)).isEqualTo(text(first));
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        String id = json(first).get("id").asString();
        String rename = "{\"name\": \"Văn phòng UBND\", \"effective\": \"2021-01-01\"}";
        assertThat(service.send("POST", OPERATOR, "/units/" + id + "/renaming", rename, "If-Match", "\"7\"")
                        .statusCode())
                .isEqualTo(412);
        String etag = service.send("GET", OPERATOR, "/units/" + id, null)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(service.send("POST", OPERATOR, "/units/" + id + "/renaming", rename, "If-Match", etag)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aMergeIsOneRecordOnTheTopicThatNamesAll() {
        Place place = Place.settle();
        String merged = place.merge("N");

        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = consumer()) {
            TopicPartition only = new TopicPartition("organization.events.v1", 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            eventually("the merge is on the topic", () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.stream()
                        .anyMatch(record -> isMerge(record) && record.key().equals(merged));
            });
        }
        ConsumerRecord<String, byte[]> record = records.stream()
                .filter(each -> isMerge(each) && each.key().equals(merged))
                .findFirst()
                .orElseThrow();
        UnitsMergedV1 told = ContractJson.read(record.value(), UnitsMergedV1.class);
        assertThat(told.merged()).containsExactly(place.x, place.y);
        assertThat(told.moved()).hasSize(2);
        assertThat(records.stream().filter(each -> each.key().equals(merged)).count())
                .isEqualTo(1);
    }

    private static boolean isMerge(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8)
                .endsWith("UnitsMergedV1");
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", Backends.kafka());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Test
    void listsLeaveAsWorkbooks() {
        Place place = Place.settle();

        HttpResponse<byte[]> sheet = service.send("GET", OPERATOR, "/tree.xlsx?root=" + place.province, null);

        assertThat(sheet.statusCode()).isEqualTo(200);
        // a workbook is a zip file
        assertThat(sheet.body()).startsWith('P', 'K');
    }

    @Test
    void aViewThatIsFilledAnewHasTheSameRows() {
        Place place = Place.settle();
        place.merge("N");
        service.get(OPERATOR, "/tree");

        for (String view : List.of(UnitsView.NAME, PeopleView.NAME, PostsView.NAME, GroupsView.NAME)) {
            Map<String, Document> before = rows(view);
            refill(view);
            assertThat(rows(view)).as(view).isEqualTo(before);
        }
        assertThat(rows(UnitsView.NAME)).isNotEmpty();
    }

    private static Map<String, Document> rows(String view) {
        Map<String, Document> rows = new HashMap<>();
        service.runtime().views().store().collection(view).find().forEach(row -> rows.put(row.getString("_id"), row));
        return rows;
    }

    private static void refill(String view) {
        var views = service.runtime().views();
        var filled = views.rebuild(view);
        eventually(view + " is filled anew", () -> views.store().active(view).equals(filled));
    }
}
