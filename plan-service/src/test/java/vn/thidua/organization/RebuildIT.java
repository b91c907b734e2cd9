package vn.thidua.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.RunningService.OPERATOR;
import static vn.thidua.platform.testing.Eventually.eventually;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thidua.organization.view.groups.GroupsView;
import vn.thidua.organization.view.people.PeopleView;
import vn.thidua.organization.view.people.PostsView;
import vn.thidua.organization.view.units.UnitsView;
import vn.thidua.planservice.RunningService;
import vn.thidua.platform.consume.ViewFeed;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.view.Filled;
import vn.thidua.platform.view.ViewCatalog;

/** A view that is filled again beside the one that answers has the same rows in the end, whatever has happened. */
class RebuildIT {

    private static RunningService service;
    private static String commune;

    @BeforeAll
    static void aStoryWithEveryAct() {
        service = RunningService.start(RebuildIT.class, Backends.mongoUri(), Backends.kafka());
        String province = service.unit("PROVINCE", "R-P", "Tỉnh Bình Minh", null, "2000-01-01");
        String district = service.unit("DISTRICT", "R-D", "Huyện Hòa An", province, "2000-01-01");
        String next = service.unit("DISTRICT", "R-E", "Huyện Tân An", province, "2000-01-01");
        List<String> communes = new ArrayList<>();
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String one = service.unit("COMMUNE", "R-C" + i, "Xã Số " + i, district, "2000-01-01");
            communes.add(one);
            service.unit("VILLAGE", "R-V" + i, "Thôn " + i, one, "2000-01-01");
            people.add(person(one, "Nguyễn Văn " + (char) ('A' + i), "0310000000" + i + "9"));
            hold(people.get(i), one, "Văn thư");
        }
        commune = communes.get(0);
        act("/units/" + communes.get(0) + "/renaming", "{\"name\": \"Xã Mới\", \"effective\": \"2010-01-01\"}");
        act(
                "/units/" + communes.get(1) + "/move",
                "{\"parent\": \"%s\", \"effective\": \"2011-01-01\"}".formatted(next));
        String split = """
                {"effective": "2015-01-01", "parts": [
                 {"unit": {"kind": "COMMUNE", "code": "R-S1", "name": "Xã Phần Một", "parent": "%1$s"}, "children": []},
                 {"unit": {"kind": "COMMUNE", "code": "R-S2", "name": "Xã Phần Hai", "parent": "%1$s"}}]}""".formatted(district);
        act("/units/" + service.unit("COMMUNE", "R-S", "Xã Rộng", district, "2000-01-01") + "/split", split);
        act("/mergers", """
                {"units": ["%s", "%s"], "effective": "2025-07-01",
                 "into": {"kind": "COMMUNE", "code": "R-N", "name": "Xã Bình An", "parent": "%s"}}""".formatted(communes.get(2), communes.get(3), province));
        String body = service.unit("BODY", "R-B", "Phòng Cũ", next, "2000-01-01");
        act("/units/" + body + "/dissolution", "{\"effective\": \"2020-01-01\"}");
        peopleAndGroups(communes, people);
    }

    private static void peopleAndGroups(List<String> communes, List<String> people) {
        String left = hold(people.get(0), communes.get(1), "Kế toán");
        act("/people/" + people.get(0) + "/posts/" + left + "/leaving", "{\"lastDay\": \"2022-12-31\"}");
        String wrong = hold(people.get(1), communes.get(1), "Thủ quỹ");
        assertThat(service.send("DELETE", OPERATOR, "/people/" + people.get(1) + "/posts/" + wrong, null)
                        .statusCode())
                .isEqualTo(204);
        act("/people/" + people.get(2) + "/correction", "{\"name\": \"Trần Thị Bích\", \"birthYear\": 1980}");
        String twin = person(communes.get(4), "Nguyễn A", "031000000009");
        act("/people/" + people.get(0) + "/mergers", "{\"merged\": \"%s\"}".formatted(twin));
        assertThat(service.send("DELETE", OPERATOR, "/people/" + people.get(3), null)
                        .statusCode())
                .isEqualTo(204);
        String group = service.does(OPERATOR, "/groups", """
                {"unit": "%s", "name": "Các thôn", "effective": "2021-01-01",
                 "members": {"kind": "UNITS_OF_KIND", "unitKind": "VILLAGE"}}""".formatted(communes.get(0)));
        act("/groups/" + group + "/change", """
                {"name": "Cán bộ", "effective": "2022-01-01", "members": {"kind": "PERSONS", "ids": ["%s"]}}""".formatted(people.get(0)));
        act("/groups/" + group + "/closing", "{\"effective\": \"2024-01-01\"}");
        // refused acts are no events, and leave no mark in any row
        service.send("POST", OPERATOR, "/units/" + communes.get(1) + "/dissolution", "{\"effective\": \"2012-01-01\"}");
    }

    private static void act(String path, String body) {
        service.does(OPERATOR, path, body);
    }

    private static String person(String unit, String name, String citizen) {
        return service.does(
                OPERATOR,
                "/people",
                "{\"unit\": \"%s\", \"name\": \"%s\", \"citizenId\": \"%s\"}".formatted(unit, name, citizen));
    }

    private static String hold(String person, String unit, String title) {
        service.does(
                OPERATOR,
                "/people/" + person + "/posts",
                "{\"unit\": \"%s\", \"title\": \"%s\", \"kind\": \"OFFICIAL\", \"from\": \"2021-01-01\"}"
                        .formatted(unit, title));
        for (var post : service.get(OPERATOR, "/people/" + person).get("posts")) {
            if (post.get("title").asString().equals(title)) {
                return post.get("id").asString();
            }
        }
        throw new AssertionError("the post is not shown");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyOwnViewFilledBesideTheRunningOneHasEqualRows() {
        var views = service.runtime().views();
        assertThat(views.names()).contains(UnitsView.NAME, PeopleView.NAME, PostsView.NAME, GroupsView.NAME, "audit");
        for (String view : views.names()) {
            atTheEnd(view);
            Map<Object, Document> before = rows(views.store().collection(view));
            Filled filled = views.rebuild(view);
            eventually(
                    view + " is filled anew", () -> views.store().active(view).equals(filled));
            assertThat(rows(views.store().collection(view))).as(view).isEqualTo(before);
            if (!view.equals("imports")) {
                assertThat(before).as(view).isNotEmpty();
            }
        }
    }

    @Test
    void whatHappensWhileAViewIsFilledIsInItOnce() {
        var views = service.runtime().views();
        for (String view : List.of(UnitsView.NAME, PeopleView.NAME)) {
            Filled filled = views.rebuild(view);
            for (int i = 0; i < 5; i++) {
                String unit = service.unit("VILLAGE", "R-" + view + i, "Thôn Mới " + i, commune, "2024-01-01");
                person(unit, "Người Mới " + i, "04100000000" + i);
            }
            eventually(
                    view + " is filled anew", () -> views.store().active(view).equals(filled));
            atTheEnd(view);
            Map<Object, Document> during = rows(views.store().collection(view));
            Filled again = views.rebuild(view);
            eventually(
                    view + " is filled once more",
                    () -> views.store().active(view).equals(again));
            assertThat(rows(views.store().collection(view))).as(view).isEqualTo(during);
        }
    }

    @Test
    void theTreeThatOthersHearOfFilledBesideTheRunningOneHasEqualRows() {
        ViewFeed tree = service.runtime().viewFeeds().stream()
                .filter(feed -> feed.name().contains("unit-tree"))
                .findFirst()
                .orElseThrow();
        var catalog = new ViewCatalog(service.runtime().database());
        eventually(
                "all is told",
                () -> service.runtime().processors().position("relay")
                        >= service.runtime().log().nextPosition() - 1);
        eventually("all is heard", tree::isCaughtUp);
        Filled old = catalog.active("unit-tree").orElseThrow();
        Map<Object, Document> before = rows(service.runtime().database().getCollection(old.collection()));
        assertThat(before).isNotEmpty();

        tree.rebuild();

        eventually(
                "the tree is filled anew",
                () -> catalog.active("unit-tree").orElseThrow().run() > old.run());
        String collection = catalog.active("unit-tree").orElseThrow().collection();
        assertThat(rows(service.runtime().database().getCollection(collection))).isEqualTo(before);
    }

    private static void atTheEnd(String view) {
        String processor = service.runtime().views().store().active(view).processor();
        long end = service.runtime().log().nextPosition() - 1;
        eventually(view + " is at the end", () -> service.runtime().processors().position(processor) >= end);
    }

    /** Without what says up to where a row has seen its sources. */
    private static Map<Object, Document> rows(MongoCollection<Document> collection) {
        Map<Object, Document> rows = new HashMap<>();
        for (Document row : collection.find()) {
            row.remove("p");
            row.remove("seen");
            rows.put(row.get("_id"), row);
        }
        return rows;
    }
}
