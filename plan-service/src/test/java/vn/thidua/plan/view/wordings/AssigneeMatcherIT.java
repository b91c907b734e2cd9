package vn.thidua.plan.view.wordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.contracts.OrganizationContract.MembersKind;
import vn.thidua.contracts.OrganizationContract.PostKind;
import vn.thidua.contracts.OrganizationContract.UnitKind;
import vn.thidua.plan.consume.Told;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.plan.view.wordings.Suggestion.Reason;
import vn.thidua.platform.testing.Backends;

/** An invented district with its communes, and a commune with its villages, bodies and posts. */
class AssigneeMatcherIT {

    private static final LocalDate DAY = LocalDate.parse("2025-03-01");
    private static final LocalDate AFTER = LocalDate.parse("2025-07-01");

    private static Directory directory;
    private static AssigneeMatcher matcher;

    @BeforeAll
    static void tree() {
        directory = new Told()
                .unit("p", UnitKind.PROVINCE, "Tỉnh Lam Sơn", null)
                .unit("so", UnitKind.BODY, "Sở Nội vụ", "p")
                .unit("d", UnitKind.DISTRICT, "Huyện Thanh Lâm", "p")
                .unit("d2", UnitKind.DISTRICT, "Huyện Hòa An", "p")
                .unit("d3", UnitKind.DISTRICT, "Thị xã Bến Ngự", "p")
                .unit("pnv", UnitKind.BODY, "Phòng Nội vụ", "d")
                .unit("ptc", UnitKind.BODY, "Phòng Tài chính - Kế hoạch", "d")
                .unit("pvh", UnitKind.BODY, "Phòng Văn hóa, Khoa học và Thông tin", "d")
                .unit("vp-d", UnitKind.BODY, "Văn phòng HĐND và UBND", "d")
                .unit("ca-d", UnitKind.BODY, "Công an huyện", "d")
                .unit("a", UnitKind.COMMUNE, "Xã An Bình", "d")
                .unit("b", UnitKind.COMMUNE, "Xã Hoà Lạc", "d")
                .unit("t", UnitKind.COMMUNE, "Thị trấn Lâm", "d")
                .unit("ca", UnitKind.BODY, "Công an xã", "a")
                .unit("ca-b", UnitKind.BODY, "Công an xã", "b")
                .unit("qs", UnitKind.BODY, "Ban Chỉ huy Quân sự xã An Bình", "a")
                .unit("mt", UnitKind.BODY, "Ủy ban MTTQ Việt Nam xã", "a")
                .unit("hnd", UnitKind.BODY, "Hội Nông dân", "a")
                .unit("vp", UnitKind.BODY, "Văn phòng", "a")
                .unit("hd", UnitKind.BODY, "Hội đồng Thi đua - Khen thưởng", "a")
                .unit("v1", UnitKind.VILLAGE, "Thôn Đông", "a")
                .unit("v2", UnitKind.VILLAGE, "Thôn Đoài", "a")
                .unit("v3", UnitKind.VILLAGE, "Bản Mòn", "a")
                .unit("vb", UnitKind.VILLAGE, "Thôn 1", "b")
                .unit("vb2", UnitKind.VILLAGE, "Thôn 2", "b")
                .post("ct", "a", "Chủ tịch UBND")
                .post("pct", "a", "Phó Chủ tịch UBND")
                .post("vptk", "vp", "Văn phòng – Thống kê")
                .post("vhxh", "a", "Công chức Văn hóa - Xã hội")
                .post("tphnd", "hnd", "Chủ tịch Hội Nông dân")
                .post("tt1", "p1", "v1", "Trưởng thôn", PostKind.VILLAGE_HEAD)
                .post("tt2", "p2", "v2", "Trưởng thôn", PostKind.VILLAGE_HEAD)
                .post("tt3", "p3", "v3", "Trưởng bản", PostKind.VILLAGE_HEAD)
                .post("ctd", "d", "Chủ tịch UBND")
                .post("ctb", "b", "Chủ tịch UBND xã")
                .post("tpnv", "pnv", "Trưởng phòng")
                .group("officials", "a", "Cán bộ, công chức", MembersKind.HOLDERS_OF_POSTS)
                .group("villages", "a", "Toàn bộ khu dân cư", MembersKind.UNITS_OF_KIND)
                .group("boards", "a", "Các ban, ngành xã", MembersKind.UNITS, "vp", "ca")
                .group("cluster", "d", "Các đơn vị trong Cụm số 2", MembersKind.UNITS, "a", "b")
                .merged("ab", "Xã Bình An", "p", "2025-07-01", List.of("b"), "vb", "vb2")
                .directory(Backends.freshDatabase(AssigneeMatcherIT.class));
        matcher = new AssigneeMatcher((_, _) -> Map.of(), directory);
    }

    private static String first(String issuing, String words) {
        return matcher.suggest(issuing, words, DAY).stream()
                .findFirst()
                .map(AssigneeMatcherIT::text)
                .orElse("nobody");
    }

    private static String text(Suggestion suggestion) {
        return suggestion.reason() + " "
                + suggestion.targets().stream().map(AssigneeMatcherIT::text).collect(Collectors.joining(" "));
    }

    private static String text(Target target) {
        return target.post() == null
                ? target.id()
                : target.id() + ":" + target.post().replace(' ', '_');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UBND xã An Bình | a
            Ủy ban nhân dân xã An Bình | a
            Uỷ ban nhân dân xã An Bình | a
            ỦY BAN NHÂN DÂN XÃ AN BÌNH | a
            xã An Bình | a
            UBND xã Hòa Lạc | b
            UBND Thị trấn Lâm | t
            UBND huyện | d
            UBND huyện Thanh Lâm | d
            Ủy ban nhân dân | d
            Huyện | d
            Phòng Nội vụ | pnv
            Phòng Nội vụ huyện | pnv
            phòng nội vụ huyện Thanh Lâm | pnv
            Phòng Tài chính – Kế hoạch | ptc
            Phòng Tài chính và Kế hoạch huyện | ptc
            Phòng Văn hoá, Khoa học và Thông tin | pvh
            Văn phòng HĐND & UBND huyện | vp-d
            VP HĐND-UBND | vp-d
            Công an huyện | ca-d
            Công an | ca-d
            Công an xã An Bình | ca
            UBND tỉnh | p
            Sở Nội vụ | so
            Sở Nội vụ tỉnh Lam Sơn | so
            UBND huyện Hòa An | d2
            Phòng Nội vụ trực thuộc UBND huyện | pnv
            """)
    void aUnitOfADistrictIsKnownByItsUsualNames(String words, String unit) {
        assertThat(first("d", words)).isEqualTo("SAME_NAME " + unit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UBND xã | a
            UBND huyện | d
            Công an xã | ca
            Công an | ca
            Ban Chỉ huy Quân sự xã | qs
            BCH Quân sự | qs
            Ban CHQS | nobody
            UBMTTQ Việt Nam xã | mt
            Ủy ban Mặt trận Tổ quốc Việt Nam | mt
            Hội Nông dân xã | hnd
            Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã | mt
            Hội đồng TĐKT xã | hd
            Hội đồng Thi đua, Khen thưởng | hd
            Văn phòng UBND xã | vp
            Thôn Đông | v1
            thôn đoài | v2
            UBND xã Hòa Lạc | b
            Phòng Nội vụ | pnv
            Phòng Nội vụ huyện | pnv
            """)
    void aUnitOfACommuneIsKnownByItsUsualNames(String words, String unit) {
        assertThat(first("a", words)).isEqualTo(unit.equals("nobody") ? unit : "SAME_NAME " + unit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a | Chủ tịch UBND | a:Chủ_tịch_UBND
            a | Chủ tịch Ủy ban nhân dân xã | a:Chủ_tịch_UBND
            a | Chủ tịch UBND xã An Bình | a:Chủ_tịch_UBND
            a | Đ/c Chủ tịch UBND xã | a:Chủ_tịch_UBND
            a | đồng chí Phó Chủ tịch UBND | a:Phó_Chủ_tịch_UBND
            a | Văn phòng – Thống kê | vp:Văn_phòng_–_Thống_kê
            a | Công chức Văn phòng - Thống kê | vp:Văn_phòng_–_Thống_kê
            a | Văn hóa – Xã hội | a:Công_chức_Văn_hóa_-_Xã_hội
            a | Công chức Văn hoá - Xã hội xã | a:Công_chức_Văn_hóa_-_Xã_hội
            a | Văn hóa - xã hội xã | a:Công_chức_Văn_hóa_-_Xã_hội
            a | công chức Văn hóa- xã hội phụ trách thông tin | a:Công_chức_Văn_hóa_-_Xã_hội
            a | Công chức Văn phòng - Thống kê (phụ trách lĩnh vực TĐKT) | vp:Văn_phòng_–_Thống_kê
            a | Chủ tịch UBND huyện | d:Chủ_tịch_UBND
            a | Trưởng thôn Đông | v1:Trưởng_thôn
            a | Trưởng bản Mòn | v3:Trưởng_bản
            a | Chủ tịch Hội Nông dân | hnd:Chủ_tịch_Hội_Nông_dân
            d | Trưởng phòng Nội vụ | pnv:Trưởng_phòng
            d | Chủ tịch UBND xã Hòa Lạc | b:Chủ_tịch_UBND_xã
            """)
    void aPostIsKnownByItsTitleAndWhereItIs(String issuing, String words, String post) {
        assertThat(first(issuing, words)).isEqualTo("POST " + post);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a | Cán bộ, công chức | GROUP officials
            a | Toàn thể cán bộ, công chức | GROUP officials
            a | CBCC xã | GROUP officials
            a | Cán bộ, công chức UBND xã An Bình | GROUP officials
            a | cán bộ, công chức trên địa bàn xã | GROUP officials
            a | các thôn | GROUP villages
            a | Các thôn, bản | GROUP villages
            a | 3 thôn | GROUP villages
            a | 03 thôn, bản | GROUP villages
            a | Các ban, ngành | GROUP boards
            a | Các ban, ngành xã | GROUP boards
            a | các thôn trên địa bàn xã An Bình | GROUP villages
            a | Các tổ dân phố, khu dân cư | GROUP villages
            d | Các đơn vị trong Cụm số 2 | GROUP cluster
            d | UBND các xã | GROUP cluster
            d | UBND các xã, thị trấn | KIND t a b
            d | các xã, thị trấn thuộc huyện | KIND t a b
            d | UBND xã, thị trấn | KIND t a b
            d | UBND các thị trấn | KIND t
            p | UBND các huyện, thị xã, thành phố | KIND d2 d d3
            p | UBND các xã | KIND a b
            a | Trưởng các thôn | KIND v3:Trưởng_bản v2:Trưởng_thôn v1:Trưởng_thôn
            a | Các trưởng thôn | KIND v2:Trưởng_thôn v1:Trưởng_thôn
            a | Trưởng thôn | KIND v2:Trưởng_thôn v1:Trưởng_thôn
            d | Chủ tịch UBND các xã | KIND a:Chủ_tịch_UBND b:Chủ_tịch_UBND_xã
            """)
    void allOfAKindAreAGroupIfThereIsOne(String issuing, String words, String expected) {
        assertThat(first(issuing, words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a | Văn phòng, Công an xã, các thôn | GROUP vp ca villages
            a | Công an xã và Hội Nông dân | SAME_NAME ca hnd
            a | thôn Đông, Đoài | SAME_NAME v1 v2
            a | các thôn Đông, Đoài và bản Mòn | SAME_NAME v1 v2 v3
            b | Thôn 1, 2 | SAME_NAME vb vb2
            d | Phòng Văn hóa, Khoa học và Thông tin; Phòng Nội vụ; UBND các xã, thị trấn | KIND pvh pnv t a b
            """)
    void anEnumerationMeansAllWhomItNames(String issuing, String words, String expected) {
        assertThat(first(issuing, words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "…",
                "Đội Thuế liên xã",
                "UBND xã Hóa Lạc Thượng",
                "UBND xã An Phú",
                "Thôn Tây",
                "Phòng Y tế",
                "Văn phòng Đảng ủy",
                "Các doanh nghiệp",
                "Các phường",
                "UBND các phường",
                "Hội đồng nhân dân",
                "Kế toán trưởng",
                "các thôn Đông, Tây",
                "Công an xã, Đội Thuế",
                "theo chức năng, nhiệm vụ được giao",
                "thực hiện thường xuyên",
                "Bí thư Chi bộ các thôn",
                "nhân dân",
                "8 thôn",
                "các xã, phường (thành viên Khối thi đua)",
                "cán bộ xã",
                "công chức",
                "lãnh đạo UBND",
                "Văn phòng, các phường",
                "3"
            })
    void unknownWordsMeanNobody(String words) {
        assertThat(matcher.suggest("a", words, DAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d | Phong Noi vu | pnv
            d | PHONG NOI VU HUYEN | pnv
            d | UBND An Bình | a
            d | Cơ quan giúp việc Hội đồng (phòng Nội vụ) | pnv
            d | Phòng Nội vụ và Lao động | pnv
            a | Cán bộ, công chức, viên chức | officials
            """)
    void whatIsNearlyANameIsSuggestedAsSimilar(String issuing, String words, String target) {
        assertThat(first(issuing, words)).isEqualTo("SIMILAR " + target);
    }

    @Test
    void accentsTellNamesApart() {
        assertThat(first("d", "UBND xã Hoà Lạc")).isEqualTo("SAME_NAME b");
        assertThat(first("d", "UBND xã Hóa Lạc")).isEqualTo("SIMILAR b");
    }

    @Test
    void theNearestComesFirst() {
        assertThat(matcher.suggest("a", "UBND xã", DAY))
                .extracting(AssigneeMatcherIT::text)
                .first()
                .isEqualTo("SAME_NAME a");
        assertThat(matcher.suggest("a", "Chủ tịch UBND", DAY))
                .extracting(AssigneeMatcherIT::text)
                .first()
                .isEqualTo("POST a:Chủ_tịch_UBND");
        assertThat(matcher.suggest("a", "Công an", DAY))
                .as("its own, not the district's")
                .extracting(AssigneeMatcherIT::text)
                .containsExactly("SAME_NAME ca");
        assertThat(matcher.suggest("d", "Thôn 1", DAY)).hasSize(1);
        assertThat(matcher.suggest("d", "Công an xã", DAY))
                .as("which one is not said")
                .extracting(AssigneeMatcherIT::text)
                .containsExactly("SIMILAR ca", "SIMILAR ca-b");
    }

    @Test
    void whatWasRememberedComesFirstAsItIsToday() {
        Map<String, List<Target>> remembered = new HashMap<>();
        remembered.put("UBND xã Hòa Lạc", List.of(Target.unit("t", "Thị trấn Lâm")));
        remembered.put(
                "Tổ công tác",
                List.of(Target.unit("b", "Xã Hòa Lạc"), Target.post("a", "Xã An Bình", "Chủ tịch ubnd")));
        remembered.put("các xã", List.of(Target.group("cluster", "Tên cũ", List.of("b"), List.of())));
        remembered.put("Ban nhạc", List.of(Target.unit("gone", "Ban nhạc"), Target.post("a", "Xã", "Nhạc trưởng")));
        var remembering = new AssigneeMatcher((_, _) -> remembered, directory);

        assertThat(remembering.suggest("d", "UBND xã Hòa Lạc", DAY))
                .extracting(AssigneeMatcherIT::text)
                .containsExactly("REMEMBERED t", "SAME_NAME b");
        assertThat(remembering.suggest("d", "Tổ công tác", AFTER))
                .extracting(AssigneeMatcherIT::text)
                .containsExactly("REMEMBERED ab a:Chủ_tịch_UBND");
        assertThat(remembering.suggest("d", "các xã", DAY).getFirst().targets())
                .containsExactly(Target.group("cluster", "Các đơn vị trong Cụm số 2", List.of("a", "b"), List.of()));
        assertThat(remembering.suggest("d", "Ban nhạc", DAY)).isEmpty();
    }

    @Test
    void groupsOfUnitsThatBecameOneAreOneIfTheirMembersAre() {
        Directory merged = new Told()
                .unit("p", UnitKind.PROVINCE, "Tỉnh Lam Sơn", null)
                .unit("x", UnitKind.COMMUNE, "Xã Đông", "p")
                .unit("y", UnitKind.COMMUNE, "Xã Tây", "p")
                .unit("vx", UnitKind.VILLAGE, "Thôn 1", "x")
                .unit("vy", UnitKind.VILLAGE, "Thôn 1", "y")
                .group("gx", "x", "Các thôn", MembersKind.UNITS_OF_KIND)
                .group("gy", "y", "Các thôn", MembersKind.UNITS_OF_KIND)
                .merged("xy", "Xã Đông Tây", "p", "2025-07-01", List.of("x", "y"), "vx", "vy")
                .directory(Backends.freshDatabase(AssigneeMatcherIT.class));
        var after = new AssigneeMatcher((_, _) -> Map.of(), merged);

        assertThat(after.suggest("xy", "các thôn", AFTER))
                .extracting(AssigneeMatcherIT::text)
                .containsExactly("GROUP gx");
        assertThat(after.suggest("xy", "Thôn 1", AFTER))
                .extracting(Suggestion::reason)
                .containsOnly(Reason.SIMILAR);
    }

    @Test
    void aProvinceWithManyUnitsIsSearchedInNoTime() {
        Told told = new Told().unit("p", UnitKind.PROVINCE, "Tỉnh Lam Sơn", null);
        for (int i = 0; i < 150; i++) {
            told.unit("c" + i, UnitKind.COMMUNE, "Xã Số " + i, "p").post("h" + i, "c" + i, "Chủ tịch UBND");
            for (int j = 0; j < 10; j++) {
                told.unit("v" + i + "-" + j, UnitKind.VILLAGE, "Thôn " + j, "c" + i);
            }
        }
        var many = new AssigneeMatcher(
                (_, _) -> Map.of(), told.directory(Backends.freshDatabase(AssigneeMatcherIT.class)));
        List<String> words = new ArrayList<>(List.of("UBND các xã", "Chủ tịch UBND các xã", "Sở Y tế"));
        for (int i = 0; i < 150; i++) {
            words.add("UBND xã Số " + i);
        }

        long began = System.nanoTime();
        Map<String, List<Suggestion>> found = many.suggestAll("p", words, DAY);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);

        assertThat(targets(found, "UBND các xã")).hasSize(150);
        assertThat(targets(found, "Chủ tịch UBND các xã")).hasSize(150);
        assertThat(found).containsEntry("Sở Y tế", List.of());
        assertThat(targets(found, "UBND xã Số 7")).extracting(Target::id).containsExactly("c7");
        assertThat(millis).as("ms for %s words", words.size()).isLessThan(5_000);
    }

    private static List<Target> targets(Map<String, List<Suggestion>> found, String words) {
        return Objects.requireNonNull(found.get(words), words).getFirst().targets();
    }

    @Test
    void reasonsAreOrderedByHowSureTheyAre() {
        assertThat(Reason.values()).startsWith(Reason.REMEMBERED).endsWith(Reason.SIMILAR);
    }

    @Test
    void allWordsOfADocumentAreAnsweredAtOnceInTheirOrder() {
        assertThat(matcher.suggestAll("a", List.of("các thôn", "nobody", "Công an xã"), DAY)
                        .keySet())
                .containsExactly("các thôn", "nobody", "Công an xã");
    }
}
