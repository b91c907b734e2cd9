package vn.thidua.plan.view.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.platform.testing.Eventually.eventually;

import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.contracts.OrganizationContract.MembersKind;
import vn.thidua.contracts.OrganizationContract.PostKind;
import vn.thidua.contracts.OrganizationContract.UnitKind;
import vn.thidua.plan.consume.Told;
import vn.thidua.plan.view.directory.Directory.Group;
import vn.thidua.plan.view.directory.Directory.Kind;
import vn.thidua.plan.view.directory.Directory.Post;
import vn.thidua.plan.view.directory.Directory.Unit;
import vn.thidua.platform.testing.Backends;

class CachedDirectoryIT {

    private static final LocalDate BEFORE = LocalDate.parse("2025-06-30");
    private static final LocalDate AFTER = LocalDate.parse("2025-07-01");

    private final MongoDatabase database = Backends.freshDatabase(CachedDirectoryIT.class);

    private static Told tree() {
        return new Told()
                .unit("p", UnitKind.PROVINCE, "Tỉnh Lam Sơn", null)
                .unit("d", UnitKind.DISTRICT, "Huyện Thanh Lâm", "p")
                .unit("a", UnitKind.COMMUNE, "Xã An Bình", "d")
                .unit("b", UnitKind.COMMUNE, "Xã Bình Phước", "d")
                .unit("a-office", UnitKind.BODY, "Văn phòng", "a")
                .unit("v10", UnitKind.VILLAGE, "Thôn 10", "a")
                .unit("v2", UnitKind.VILLAGE, "Thôn 2", "a")
                .unit("vb", UnitKind.VILLAGE, "Thôn Đoài", "b")
                .post("h1", "a", "Chủ tịch UBND")
                .post("h2", "a-office", "Văn phòng - Thống kê")
                .post("h3", "a-office", "Văn phòng - thống kê")
                .post("h4", "vh", "v2", "Trưởng thôn", PostKind.VILLAGE_HEAD)
                .post("h5", "b", "Kế toán")
                .group("villages", "a", "Các thôn", MembersKind.UNITS_OF_KIND)
                .group("two", "d", "Hai xã", MembersKind.UNITS, "a", "b")
                .group("officials", "a", "Cán bộ, công chức", MembersKind.HOLDERS_OF_POSTS)
                .group("some", "a", "Tổ giúp việc", MembersKind.PERSONS, "person-of-h1", "x", "y");
    }

    private static Told merged() {
        return tree().merged("ab", "Xã Bình An", "p", "2025-07-01", List.of("a", "b"), "v10", "v2", "vb")
                .moved("a-office", UnitKind.BODY, "a", "ab", "2025-07-01");
    }

    @Test
    void aUnitIsCalledAndStandsAsOnTheDay() {
        Directory directory = merged().renamed("a", UnitKind.COMMUNE, "Xã An Bình Mới", "2022-01-01")
                .directory(database);

        assertThat(directory.unit("a", LocalDate.parse("2019-06-01")))
                .hasValue(new Unit("a", Kind.COMMUNE, "code-a", "Xã An Bình", "d", false, null));
        assertThat(directory.unit("a", BEFORE))
                .hasValue(new Unit("a", Kind.COMMUNE, "code-a", "Xã An Bình Mới", "d", true, null));
        assertThat(directory.unit("a", AFTER))
                .hasValue(new Unit("a", Kind.COMMUNE, "code-a", "Xã An Bình Mới", "d", false, "ab"));
        assertThat(directory.unit("ab", BEFORE)).map(Unit::stands).hasValue(false);
        assertThat(directory.unit("p", AFTER)).map(Unit::parent).isEmpty();
        assertThat(directory.unit("nobody", AFTER)).isEmpty();
        assertThat(directory.position()).isEqualTo(19);
    }

    @Test
    void aUnitRecordedInErrorNeverStoodAndHasNoHeir() {
        Directory directory = tree().unit("wrong", UnitKind.COMMUNE, "Xã Nhầm", "d", "2023-01-01")
                .dissolved("wrong", null, "2023-01-01")
                .directory(database);

        assertThat(directory.unit("wrong", AFTER))
                .hasValueSatisfying(unit -> assertThat(unit.stands()).isFalse())
                .hasValueSatisfying(unit -> assertThat(unit.successor()).isNull());
        assertThat(directory.children("d", AFTER)).extracting(Unit::id).containsExactly("a", "b");
    }

    @Test
    void aUnitThatEndedWithoutASuccessorIsAnsweredForByItsParent() {
        Directory directory = tree().dissolved("b", null, "2025-07-01").directory(database);

        assertThat(directory.unit("b", AFTER)).map(Unit::successor).hasValue("d");
    }

    @Test
    void childrenStandByKindAndNameAndTheSubtreeIsThatOfTheDay() {
        Directory directory = merged().directory(database);

        assertThat(directory.children("a", BEFORE)).extracting(Unit::id).containsExactly("v2", "v10", "a-office");
        assertThat(directory.children("a", AFTER)).isEmpty();
        assertThat(directory.subtree("d", BEFORE))
                .extracting(Unit::id)
                .startsWith("d")
                .containsExactlyInAnyOrder("d", "a", "b", "a-office", "v10", "v2", "vb");
        assertThat(directory.subtree("p", AFTER))
                .extracting(Unit::id)
                .containsExactlyInAnyOrder("p", "d", "ab", "a-office", "v10", "v2", "vb");
    }

    @Test
    void postsAreThoseOfTheUnitAndItsBodiesEachTitleOnce() {
        Directory directory = merged().directory(database);

        assertThat(directory.posts("a", BEFORE))
                .containsExactly(new Post("a", "Chủ tịch UBND"), new Post("a-office", "Văn phòng - Thống kê"));
        assertThat(directory.posts("a", AFTER)).isEmpty();
        assertThat(directory.posts("ab", AFTER))
                .containsExactly(
                        new Post("ab", "Chủ tịch UBND"),
                        new Post("ab", "Kế toán"),
                        new Post("a-office", "Văn phòng - Thống kê"));
        assertThat(directory.posts("v2", BEFORE)).containsExactly(new Post("v2", "Trưởng thôn"));
    }

    @Test
    void aPostThatWasLeftIsNoPostAnyMore() {
        Directory directory =
                tree().left("h1", "a", "Chủ tịch UBND", "2024-12-31").directory(database);

        assertThat(directory.posts("a", LocalDate.parse("2024-12-31")))
                .extracting(Post::title)
                .contains("Chủ tịch UBND");
        assertThat(directory.posts("a", LocalDate.parse("2025-01-01")))
                .extracting(Post::title)
                .doesNotContain("Chủ tịch UBND");
    }

    @Test
    void aGroupsMembersAreThoseOfTheDay() {
        Directory directory = merged().directory(database);

        assertThat(directory.group("villages", BEFORE)).map(Group::units).hasValue(List.of("v10", "v2"));
        assertThat(directory.group("villages", AFTER).orElseThrow().units())
                .as("its unit was merged: all villages of the heir")
                .containsExactlyInAnyOrder("v10", "v2", "vb");
        assertThat(directory.group("two", BEFORE)).map(Group::units).hasValue(List.of("a", "b"));
        assertThat(directory.group("two", AFTER)).map(Group::units).hasValue(List.of("ab"));
        assertThat(directory.group("officials", BEFORE))
                .map(Group::persons)
                .hasValue(List.of("person-of-h1", "person-of-h2", "person-of-h3"));
        assertThat(directory.group("officials", AFTER).orElseThrow().persons()).contains("person-of-h5");
        assertThat(directory.groups("a", BEFORE))
                .extracting(Group::name)
                .containsExactly("Các thôn", "Cán bộ, công chức", "Tổ giúp việc");
        assertThat(directory.groups("ab", AFTER)).extracting(Group::owner).containsOnly("a");
    }

    @Test
    void peopleWhoBecameOneCountOnceAndWhoWasErasedDoesNotCount() {
        Directory directory = tree().and(new OrganizationContract.PersonsMergedV1("x", "a", "y"))
                .and(new OrganizationContract.PersonErasedV1("person-of-h1", "a", List.of("person-of-h1")))
                .directory(database);

        assertThat(directory.group("some", BEFORE)).map(Group::persons).hasValue(List.of("x"));
        assertThat(directory.group("officials", BEFORE))
                .map(Group::persons)
                .hasValue(List.of("person-of-h2", "person-of-h3"));
        assertThat(directory.posts("a", BEFORE)).extracting(Post::title).contains("Chủ tịch UBND");
    }

    @Test
    void aClosedGroupIsNotThereFromThatDayOn() {
        Directory directory = tree().and(new OrganizationContract.GroupClosedV1("villages", "a", AFTER))
                .directory(database);

        assertThat(directory.group("villages", BEFORE)).isPresent();
        assertThat(directory.group("villages", AFTER)).isEmpty();
    }

    @Test
    void whatIsToldLaterShowsWithoutAskingAndAnUnknownUnitIsLookedForAtOnce() throws Exception {
        Told told = tree();
        try (CachedDirectory directory = told.directory(database)) {
            int known = told.records().size();
            told.unit("new", UnitKind.COMMUNE, "Xã Mới", "d").feed(database, known);
            TimeUnit.MILLISECONDS.sleep(60);
            assertThat(directory.unit("new", AFTER)).isPresent();

            directory.start();
            int later = told.records().size();
            told.renamed("a", UnitKind.COMMUNE, "Phường An Bình", "2024-01-01").feed(database, later);
            eventually("the new name shows", () -> directory
                    .unit("a", AFTER)
                    .filter(unit -> unit.name().equals("Phường An Bình"))
                    .isPresent());
        }
    }

    @Test
    void aUnitThatTheTreeKnowsAlreadyIsWaitedFor() throws Exception {
        Told told = tree();
        told.feed(database, 0);
        try (var directory = new CachedDirectory(view -> database.getCollection(view + "_v1"), "late"::equals)) {
            directory.refresh();
            int known = told.records().size();
            told.unit("late", UnitKind.COMMUNE, "Xã Muộn", "d");
            Thread telling = Thread.ofVirtual().start(() -> {
                try {
                    TimeUnit.MILLISECONDS.sleep(300);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                told.feed(database, known);
            });
            assertThat(directory.unit("late", AFTER)).isPresent();
            telling.join();
        }
    }

    @Test
    void aThousandUnitsAreAnsweredFromMemory() {
        Told told = new Told().unit("p", UnitKind.PROVINCE, "Tỉnh Lam Sơn", null);
        for (int i = 0; i < 150; i++) {
            told.unit("c" + i, UnitKind.COMMUNE, "Xã " + i, "p");
            for (int j = 0; j < 10; j++) {
                told.unit("v" + i + "-" + j, UnitKind.VILLAGE, "Thôn " + j, "c" + i);
            }
        }
        Directory directory = told.directory(database);
        assertThat(directory.subtree("p", AFTER)).hasSize(1651);

        long began = System.nanoTime();
        for (int i = 0; i < 1500; i++) {
            assertThat(directory.unit("v" + i % 150 + "-3", AFTER)).isPresent();
            assertThat(directory.children("c" + i % 150, AFTER)).hasSize(10);
        }
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began))
                .as("ms for 3000 questions; a read of the rows would take longer for each")
                .isLessThan(3000);
    }
}
