package vn.thidua.plan.view.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.RunningService.OPERATOR;
import static vn.thidua.platform.testing.Eventually.eventually;

import com.mongodb.client.MongoCollection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.view.directory.Directory.Group;
import vn.thidua.plan.view.directory.Directory.Post;
import vn.thidua.plan.view.directory.Directory.Unit;
import vn.thidua.plan.view.wordings.AssigneeMatcher;
import vn.thidua.planservice.RunningService;
import vn.thidua.platform.consume.ViewFeed;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.view.Filled;
import vn.thidua.platform.view.ViewCatalog;

/** What the organization tells over its topic, in the running service. */
class DirectoryFlowIT {

    private static final LocalDate BEFORE = LocalDate.parse("2025-06-30");
    private static final LocalDate AFTER = LocalDate.parse("2025-07-01");

    private static RunningService service;
    private static String province;
    private static String district;

    @BeforeAll
    static void start() {
        service = RunningService.start(DirectoryFlowIT.class, Backends.mongoUri(), Backends.kafka());
        province = service.unit("PROVINCE", "DF-P", "Tỉnh Lam Sơn", null, "2000-01-01");
        district = service.unit("DISTRICT", "DF-D", "Huyện Thanh Lâm", province, "2000-01-01");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Directory directory() {
        return service.bean(Directory.class);
    }

    private static String commune(String code, String name) {
        String commune = service.unit("COMMUNE", code, name, district, "2000-01-01");
        service.unit("VILLAGE", code + "-1", "Thôn Đông", commune, "2000-01-01");
        return commune;
    }

    @Test
    void aUnitThatWasMadeAMomentAgoIsKnown() {
        String commune = service.unit("COMMUNE", "DF-N", "Xã Mới", district, "2000-01-01");

        eventually("the unit is known by its name", () -> directory().unit(commune, AFTER).map(Unit::name).stream()
                .anyMatch("Xã Mới"::equals));
        assertThat(directory().position()).isNotNegative();
    }

    @Test
    void unitsPostsAndGroupsAreKnownAndWordsFindThemAlsoAfterAMerger() {
        String one = commune("DF-1", "Xã An Bình");
        String two = commune("DF-2", "Xã Bình Phước");
        String person = service.does(
                OPERATOR,
                "/people",
                "{\"unit\": \"%s\", \"name\": \"Nguyễn Văn Thử\", \"citizenId\": \"031000000011\"}".formatted(one));
        service.does(
                OPERATOR,
                "/people/" + person + "/posts",
                "{\"unit\": \"%s\", \"title\": \"Chủ tịch UBND\", \"kind\": \"OFFICIAL\", \"from\": \"2021-01-01\"}"
                        .formatted(one));
        String group = service.does(OPERATOR, "/groups", """
                {"unit": "%s", "name": "Các thôn", "effective": "2021-01-01",
                 "members": {"kind": "UNITS_OF_KIND", "unitKind": "VILLAGE"}}""".formatted(one));
        service.does(OPERATOR, "/mergers", """
                {"units": ["%s", "%s"], "effective": "2025-07-01",
                 "into": {"kind": "COMMUNE", "code": "DF-12", "name": "Xã Bình An", "parent": "%s"}}""".formatted(one, two, province));

        eventually(
                "the merger is known",
                () -> directory().unit(one, AFTER).orElseThrow().successor() != null);
        eventually("the group is known", () -> directory().group(group, AFTER).isPresent());
        String heir = Objects.requireNonNull(
                directory().unit(one, AFTER).orElseThrow().successor());
        assertThat(directory().group(group, BEFORE)).map(Group::units).hasValueSatisfying(units -> assertThat(units)
                .hasSize(1));
        assertThat(directory().group(group, AFTER)).map(Group::units).hasValueSatisfying(units -> assertThat(units)
                .hasSize(2));
        eventually("the post is known", () -> !directory().posts(one, BEFORE).isEmpty());
        assertThat(directory().posts(heir, AFTER)).containsExactly(new Post(heir, "Chủ tịch UBND"));

        var matcher = service.bean(AssigneeMatcher.class);
        assertThat(matcher.suggest(province, "UBND xã Bình An", AFTER)
                        .getFirst()
                        .targets())
                .extracting(target -> target.id())
                .containsExactly(heir);
        assertThat(matcher.suggest(one, "các thôn", BEFORE).getFirst().targets())
                .extracting(target -> target.id())
                .containsExactly(group);
        rebuildsEqual();
    }

    private static void rebuildsEqual() {
        ContextRuntime runtime = service.bean(Contexts.class).get("plan");
        var catalog = new ViewCatalog(runtime.database());
        for (String view : List.of(CachedDirectory.UNITS, CachedDirectory.POSTS, CachedDirectory.GROUPS)) {
            ViewFeed feed = runtime.viewFeeds().stream()
                    .filter(each -> each.name().contains(view))
                    .findFirst()
                    .orElseThrow();
            eventually(
                    "all is told",
                    () -> service.runtime().processors().position("relay")
                            >= service.runtime().log().nextPosition() - 1);
            eventually("all is heard", feed::isCaughtUp);
            Filled old = catalog.active(view).orElseThrow();
            Map<Object, Document> before = rows(runtime.database().getCollection(old.collection()));
            assertThat(before).isNotEmpty();

            feed.rebuild();

            eventually(
                    view + " is filled anew",
                    () -> catalog.active(view).orElseThrow().run() > old.run());
            assertThat(rows(runtime.database()
                            .getCollection(catalog.active(view).orElseThrow().collection())))
                    .isEqualTo(before);
        }
    }

    private static Map<Object, Document> rows(MongoCollection<Document> collection) {
        Map<Object, Document> rows = new HashMap<>();
        for (Document row : collection.find()) {
            row.remove("seen");
            rows.put(row.get("_id"), row);
        }
        return rows;
    }
}
