package vn.thidua.plan.consume;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.contracts.OrganizationContract.MembersKind;
import vn.thidua.contracts.OrganizationContract.PostKind;
import vn.thidua.contracts.OrganizationContract.UnitKind;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.FedTwice;

class DirectoryViewsIT {

    private static MongoDatabase database;

    @BeforeAll
    static void database() {
        database = Backends.freshDatabase(DirectoryViewsIT.class);
    }

    private static Told story() {
        return new Told()
                .unit("p", UnitKind.PROVINCE, "Tỉnh Lam Sơn", null)
                .unit("d", UnitKind.DISTRICT, "Huyện Thanh Lâm", "p")
                .unit("a", UnitKind.COMMUNE, "Xã An Bình", "d")
                .unit("b", UnitKind.COMMUNE, "Xã Bình Phước", "d")
                .unit("va", UnitKind.VILLAGE, "Thôn Đông", "a")
                .renamed("a", UnitKind.COMMUNE, "Xã An Bìn", "2022-01-01")
                .renamed("a", UnitKind.COMMUNE, "Xã An Bình Mới", "2022-01-01")
                .post("h1", "a", "Chủ tịch UBND")
                .left("h1", "a", "Chủ tịch UBND", "2021-12-31")
                .post("h2", "b", "Kế toán")
                .left("h2", "b", "Kế toán", "2019-12-31")
                .group("g", "a", "Các thôn", MembersKind.UNITS_OF_KIND)
                .merged("ab", "Xã Bình An", "p", "2025-07-01", List.of("a", "b"), "va")
                .dissolved("d", null, "2025-07-01")
                // recorded last, and the first of its names
                .renamed("b", UnitKind.COMMUNE, "Xã Phước Cũ", "2021-01-01")
                .and(new OrganizationContract.PersonsMergedV1("p1", "a", "person-of-h1"))
                .and(new OrganizationContract.PersonErasedV1("p1", "a", List.of("p1", "person-of-h1")))
                .and(new OrganizationContract.GroupClosedV1("g", "a", LocalDate.parse("2025-07-01")));
    }

    private static Map<String, Document> byId(List<Document> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.getString("_id"), Function.identity()));
    }

    private static Document row(Map<String, Document> rows, String id) {
        return Objects.requireNonNull(rows.get(id), id);
    }

    @Test
    void aUnitsRowHoldsItsNamesParentsAndEndWithTheirDays() {
        var rows = byId(FedTwice.rows(database, new UnitDirectoryView(), story().records()));

        assertThat(rows).containsOnlyKeys("~head", "p", "d", "a", "b", "va", "ab");
        assertThat(row(rows, "a")).isEqualTo(Document.parse("""
                {"_id": "a", "kind": "COMMUNE", "from": "2020-01-01", "under": {"2020-01-01": "d"},
                 "named": {"2020-01-01": {"name": "Xã An Bình", "code": "code-a"},
                           "2022-01-01": {"name": "Xã An Bình Mới", "code": "code-a"}},
                 "end": "2025-07-01", "successor": "ab"}"""));
        assertThat(row(rows, "b").get("named", Document.class).keySet()).containsExactly("2020-01-01", "2021-01-01");
        assertThat(row(rows, "va").get("under", Document.class))
                .isEqualTo(Document.parse("{\"2020-01-01\": \"a\", \"2025-07-01\": \"ab\"}"));
        assertThat(row(rows, "~head").getLong("position")).isEqualTo(17);
    }

    @Test
    void aPostIsKeptWithItsDaysAndWithoutANameAndOneNeverHeldIsNot() {
        var rows = byId(FedTwice.rows(database, new PostDirectoryView(), story().records()));

        assertThat(rows).containsOnlyKeys("~head", "a", "b", "person:p1", "person:person-of-h1");
        assertThat(row(rows, "a").getList("posts", Document.class)).containsExactly(Document.parse("""
                {"id": "h1", "title": "Chủ tịch UBND", "kind": "OFFICIAL", "person": "person-of-h1",
                 "from": "2020-01-01", "until": "2021-12-31"}"""));
        assertThat(row(rows, "b").getList("posts", Document.class)).isEmpty();
        assertThat(row(rows, "person:person-of-h1")).containsEntry("into", "p1").containsEntry("erased", true);
    }

    @Test
    void aGroupsRowHoldsEveryDefinitionAndItsEnd() {
        var rows = byId(FedTwice.rows(
                database,
                new GroupDirectoryView(),
                story().and(new OrganizationContract.GroupChangedV1(
                                "g",
                                "a",
                                "Ban ngành",
                                MembersKind.HOLDERS_OF_POSTS,
                                null,
                                null,
                                PostKind.OFFICIAL,
                                LocalDate.parse("2023-01-01")))
                        .records()));

        assertThat(rows).containsOnlyKeys("~head", "g");
        assertThat(row(rows, "g")).isEqualTo(Document.parse("""
                {"_id": "g", "unit": "a", "end": "2025-07-01", "defined": {
                 "2020-01-01": {"name": "Các thôn", "kind": "UNITS_OF_KIND", "ids": [], "of": "VILLAGE"},
                 "2023-01-01": {"name": "Ban ngành", "kind": "HOLDERS_OF_POSTS", "ids": [], "of": "OFFICIAL"}}}"""));
    }
}
