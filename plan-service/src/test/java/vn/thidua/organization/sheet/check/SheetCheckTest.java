package vn.thidua.organization.sheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.organization.domain.DerivedId;
import vn.thidua.organization.domain.unit.TierChain;
import vn.thidua.organization.domain.unit.UnitKind;
import vn.thidua.organization.sheet.InventedLists;
import vn.thidua.organization.sheet.SheetLimits;
import vn.thidua.organization.sheet.check.RowReport.Outcome;
import vn.thidua.organization.sheet.read.SheetReader;

class SheetCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    private static final LocalDate OLD = LocalDate.of(2010, 1, 1);
    private static final LocalDate NEW_ORDER = LocalDate.of(2025, 7, 1);
    private static final String UNITS = "Mã;Tên đơn vị;Loại;Thuộc;Từ ngày;Đến ngày;Sáp nhập vào\n";
    private static final String PEOPLE =
            "Họ và tên;CCCD;Ngày sinh;Giới tính;Chức vụ;Đơn vị;Thuộc;Loại;Từ ngày;Đến ngày\n";

    private static final TierChain CHAIN = new TierChain(List.of(
            new TierChain.Order(
                    null,
                    NEW_ORDER.minusDays(1),
                    Set.of(UnitKind.PROVINCE, UnitKind.DISTRICT, UnitKind.COMMUNE),
                    Map.of(
                            UnitKind.DISTRICT, Set.of(UnitKind.PROVINCE),
                            UnitKind.COMMUNE, Set.of(UnitKind.DISTRICT),
                            UnitKind.VILLAGE, Set.of(UnitKind.COMMUNE),
                            UnitKind.BODY, Set.of(UnitKind.COMMUNE, UnitKind.BODY))),
            new TierChain.Order(
                    NEW_ORDER,
                    null,
                    Set.of(UnitKind.PROVINCE, UnitKind.COMMUNE),
                    Map.of(
                            UnitKind.COMMUNE, Set.of(UnitKind.PROVINCE),
                            UnitKind.VILLAGE, Set.of(UnitKind.COMMUNE),
                            UnitKind.BODY, Set.of(UnitKind.COMMUNE, UnitKind.BODY)))));

    private final List<KnownTree.KnownUnit> known = new ArrayList<>();
    private final Map<String, KnownTree.KnownPerson> people = new HashMap<>();

    private void stands(String code, String name, UnitKind kind, @Nullable String parent) {
        known.add(new KnownTree.KnownUnit("id-" + code, code, List.of(name), kind, parent, OLD, null, null));
    }

    private SheetPreview check(String csv) {
        return check(csv.getBytes(StandardCharsets.UTF_8));
    }

    private SheetPreview check(byte[] file) {
        KnownTree tree = new KnownTree() {
            @Override
            public List<KnownUnit> units() {
                return known;
            }

            @Override
            public Map<String, KnownPerson> people(Set<String> indexes) {
                Map<String, KnownPerson> found = new HashMap<>(people);
                found.keySet().retainAll(indexes);
                return found;
            }
        };
        return new SheetCheck(tree, CHAIN, number -> "blind " + number)
                .check(new SheetReader(SheetLimits.STANDARD).read(file), TODAY, key -> DerivedId.of("test", key));
    }

    private static List<String> errors(SheetPreview preview) {
        return preview.rows().stream()
                .flatMap(row -> row.findings().stream()
                        .filter(Finding::error)
                        .map(finding -> row.row() + " " + finding.column() + ": " + finding.message()))
                .toList();
    }

    private static void refusedBecause(SheetPreview preview, String... words) {
        assertThat(preview.steps()).as("an error anywhere, and nothing is done").isEmpty();
        assertThat(errors(preview)).singleElement().asString().contains(words);
    }

    private static List<List<Outcome>> outcomes(SheetPreview preview) {
        return preview.rows().stream().map(RowReport::outcomes).toList();
    }

    // units

    @Test
    void parentsComeBeforeWhatIsBelowThemWhateverTheOrderOfTheRows() {
        SheetPreview preview =
                check(UNITS + "V;Thôn 1;Thôn;X;01/07/2025\nX;Xã A;Xã;tỉnh b;01/07/2025\nT;Tỉnh B;Tỉnh;;01/01/2010\n");

        assertThat(errors(preview)).isEmpty();
        assertThat(preview.steps())
                .extracting(step -> ((Step.NewUnit) step).code())
                .containsExactly("T", "X", "V");
        Step.NewUnit commune = (Step.NewUnit) preview.steps().get(1);
        assertThat(commune.parent()).isEqualTo(((Step.NewUnit) preview.steps().getFirst()).id());
        assertThat(commune.kind()).isEqualTo(UnitKind.COMMUNE);
        assertThat(preview.undoable()).isTrue();
    }

    @Test
    void theKindIsReadFromTheNameWhereNobodySaysIt() {
        SheetPreview preview = check(UNITS + "T;Thành phố Mẫu;;;01/01/2010\nX;UBND phường A;;T;01/07/2025\n"
                + "V;Tổ dân phố số 3;;X;01/07/2025\nB;Ủy ban Mặt trận Tổ quốc;;X;01/07/2025\n");

        assertThat(errors(preview)).isEmpty();
        assertThat(preview.steps())
                .extracting(step -> ((Step.NewUnit) step).kind())
                .containsExactly(UnitKind.PROVINCE, UnitKind.COMMUNE, UnitKind.VILLAGE, UnitKind.BODY);
    }

    @Test
    void aVillageWithoutACodeGetsOne() {
        stands("X1", "Xã A", UnitKind.COMMUNE, null);
        SheetPreview preview = check(UNITS + ";Thôn Đông;;X1;01/07/2025\n;Thôn Động;;X1;01/07/2025\n");

        assertThat(errors(preview)).isEmpty();
        assertThat(preview.steps())
                .extracting(step -> ((Step.NewUnit) step).code())
                .containsExactly("X1.THON-DONG", "X1.THON-DONG-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A B;Xã A;Xã;T;01/07/2025|Mã đơn vị chỉ gồm",
                "A;;Xã;T;01/07/2025|còn trống",
                "A;Khối 9;;T;01/07/2025|Chưa ghi loại",
                "A;Xã A;Liên xã;T;01/07/2025|Không hiểu loại đơn vị",
                "A;Xã A;Xã;T;|Hiệu lực từ",
                "A;Xã A;Xã;T;31/02/2025|không phải là ngày có thật",
                "A;Xã A;Xã;T;2025|chỉ ghi năm",
                "A;Xã A;Xã;T;01/07/0025|ngoài khoảng hợp lý",
                "A;Xã A;Xã;T;01/07/2025;30/06/2025|trước Hiệu lực từ",
                "A;Xã A;Xã;T;01/07/2025;;T|phải ghi Hiệu lực đến",
                "A;Thôn A;Thôn;;01/07/2025|phải có đơn vị cấp trên",
                "A;Thôn A;Thôn;T;01/07/2025|không thể thuộc đơn vị cấp tỉnh",
                "A;Xã A;Xã;T;01/01/2009|chỉ có từ ngày 01/01/2010",
                "A;Xã A;Xã;A;01/07/2025|chính nó",
                "A;Xã A;Xã;Tỉnh Mãu;01/07/2025|Có phải là \"Tỉnh Mẫu\"?",
                "A;Xã A;Xã;T;01/07/2025;31/12/2025;T|không sáp nhập vào đơn vị cấp tỉnh",
            })
    void aUnitThatCannotBeIsRefusedWithTheReason(String row, String reason) {
        stands("T", "Tỉnh Mẫu", UnitKind.PROVINCE, null);
        refusedBecause(check(UNITS + row + "\n"), reason, "");
    }

    @Test
    void twoUnitsCannotShareACode() {
        stands("T", "Tỉnh Mẫu", UnitKind.PROVINCE, null);
        refusedBecause(
                check(UNITS + "A;Xã A;Xã;T;01/07/2025\na;Xã B;Xã;T;01/07/2025\n"), "3 Mã đơn vị", "trùng với dòng 2");
    }

    @Test
    void unitsThatStandUnderEachOtherAreNamed() {
        stands("X", "Xã A", UnitKind.COMMUNE, null);
        SheetPreview preview = check(UNITS + "A;Ban A;Cơ quan;B;01/07/2025\nB;Ban B;Cơ quan;A;01/07/2025\n"
                + "C;Ban C;Cơ quan;B;01/07/2025\n");

        assertThat(preview.steps()).isEmpty();
        assertThat(errors(preview)).hasSize(2).allSatisfy(error -> assertThat(error)
                .contains("thành vòng", "→"));
    }

    @Test
    void whatStandsAlreadyIsLeftAlone() {
        stands("T", "Tỉnh Hoà Bình Mẫu", UnitKind.PROVINCE, null);
        SheetPreview preview = check(UNITS + "T;Tỉnh Hòa Bình Mẫu;Tỉnh;;01/01/2010\n");

        assertThat(outcomes(preview)).containsExactly(List.of(Outcome.NOTHING));
        assertThat(preview.steps()).isEmpty();
    }

    @Test
    void anotherNameFromADayOnIsARenaming() {
        stands("T", "Tỉnh Mẫu", UnitKind.PROVINCE, null);
        stands("X", "Xã A", UnitKind.COMMUNE, "id-T");
        SheetPreview preview = check(UNITS + "X;Phường A;;T;01/01/2026\n");

        assertThat(preview.steps()).containsExactly(new Step.Rename("id-X", "Phường A", LocalDate.of(2026, 1, 1)));
        assertThat(preview.undoable()).isFalse();
        refusedBecause(check(UNITS + "X;Phường A;;T;01/01/2010\n"), "đang là \"Xã A\"");
    }

    @Test
    void anotherParentFromADayOnIsAMove() {
        stands("T", "Tỉnh Mẫu", UnitKind.PROVINCE, null);
        stands("H", "Huyện Mẫu", UnitKind.DISTRICT, "id-T");
        stands("X", "Xã A", UnitKind.COMMUNE, "id-H");
        SheetPreview preview = check(UNITS + "X;Xã A;Xã;T;01/07/2025\nH;Huyện Mẫu;Huyện;T;01/01/2010;30/06/2025\n");

        assertThat(errors(preview)).isEmpty();
        assertThat(preview.steps())
                .containsExactly(new Step.Move("id-X", "id-T", NEW_ORDER), new Step.End("id-H", NEW_ORDER));
    }

    @Test
    void aUnitThatEndsMustNotLeaveOthersWithoutAPlace() {
        stands("T", "Tỉnh Mẫu", UnitKind.PROVINCE, null);
        stands("H", "Huyện Mẫu", UnitKind.DISTRICT, "id-T");
        stands("X", "Xã A", UnitKind.COMMUNE, "id-H");
        refusedBecause(
                check(UNITS + "H;Huyện Mẫu;Huyện;T;01/01/2010;30/06/2025\n"), "Xã A", "không còn đơn vị cấp trên");
    }

    @Test
    void rowsOfOneCodeAreOneUnitThroughTime() {
        SheetPreview preview = check(UNITS + "T;Tỉnh Mẫu;Tỉnh;;01/01/2010\nH;Huyện Mẫu;Huyện;T;01/01/2010;30/06/2025\n"
                + "X;Phường A;;T;01/07/2025\nX;Thị trấn A;;H;01/01/2010;30/06/2025\n");

        assertThat(errors(preview)).isEmpty();
        Step.NewUnit unit = preview.steps().stream()
                .filter(Step.NewUnit.class::isInstance)
                .map(Step.NewUnit.class::cast)
                .filter(each -> each.code().equals("X"))
                .findFirst()
                .orElseThrow();
        assertThat(unit.name()).isEqualTo("Thị trấn A");
        assertThat(unit.until()).isNull();
        assertThat(unit.later()).singleElement().satisfies(place -> assertThat(place.from())
                .isEqualTo(NEW_ORDER));
        assertThat(preview.steps()).last().isEqualTo(new Step.Rename(unit.id(), "Phường A", NEW_ORDER));
        assertThat(preview.undoable()).isTrue();
        refusedBecause(
                check(UNITS + "X;Xã A;Xã;;01/01/2010;30/06/2025\nX;Xã B;Xã;;01/08/2025\n"),
                "không nối liền",
                "01/07/2025");
    }

    @Test
    void aParentThatEndsAsksForTheNextOne() {
        SheetPreview preview = check(UNITS + "T;Tỉnh Mẫu;Tỉnh;;01/01/2010\nH;Huyện Mẫu;Huyện;T;01/01/2010;30/06/2025\n"
                + "X;Xã A;Xã;H;01/01/2010\n");

        refusedBecause(preview, "chỉ tồn tại đến ngày 30/06/2025", "thêm một dòng cùng mã từ 01/07/2025");
    }

    @Test
    void severalCommunesBecomeOneAndTheirVillagesGoAlong() {
        SheetPreview preview = check(InventedLists.merger(10, 300).xlsx());

        assertThat(errors(preview)).isEmpty();
        List<Step> units = preview.steps().stream()
                .filter(step -> !(step instanceof Step.NewPerson) && !(step instanceof Step.Post))
                .toList();
        assertThat(units).hasSize(1 + 1 + 1 + 10 + 90 + 2);
        Step.Merge merge = (Step.Merge) units.get(units.size() - 2);
        assertThat(merge.merged()).hasSize(10);
        assertThat(merge.from()).isEqualTo(NEW_ORDER);
        assertThat(units.getLast()).isInstanceOf(Step.End.class);
        assertThat(units)
                .filteredOn(Step.NewUnit.class::isInstance)
                .allSatisfy(step -> assertThat(((Step.NewUnit) step).until()).isNull());
        assertThat(preview.undoable()).isFalse();
        assertThat(preview.notes()).anySatisfy(note -> assertThat(note).contains("không rút lại"));
        assertThat(preview.counts()).containsEntry(Outcome.MERGER, 10).containsEntry(Outcome.NEW_PERSON, 300);
    }

    // people

    private SheetPreview person(String... rows) {
        known.clear();
        stands("T", "Tỉnh Mẫu", UnitKind.PROVINCE, null);
        stands("X1", "Xã Hòa Bình", UnitKind.COMMUNE, "id-T");
        stands("X2", "Xã Phúc Lộc", UnitKind.COMMUNE, "id-T");
        stands("V1", "Thôn 1", UnitKind.VILLAGE, "id-X1");
        stands("V2", "Thôn 1", UnitKind.VILLAGE, "id-X2");
        known.add(new KnownTree.KnownUnit(
                "id-E", "E", List.of("Xã Cũ"), UnitKind.COMMUNE, "id-T", OLD, LocalDate.of(2025, 6, 30), null));
        return check(PEOPLE + String.join("\n", rows) + "\n");
    }

    @Test
    void aPersonAndThePostAreNew() {
        SheetPreview preview = person(
                "Nguyễn Văn An;001080000001;05/03/1980;Nam;Văn phòng - Thống kê;Xã Hoà Bình;;Công chức;01/07/2025");

        assertThat(errors(preview)).isEmpty();
        assertThat(outcomes(preview)).containsExactly(List.of(Outcome.NEW_PERSON, Outcome.POST));
        Step.NewPerson one = (Step.NewPerson) preview.steps().getFirst();
        assertThat(one.birthYear()).isEqualTo(1980);
        assertThat(one.unit()).isEqualTo("id-X1");
        assertThat(((Step.Post) preview.steps().getLast()).person()).isEqualTo(one.id());
        assertThat(preview.rows().getFirst().findings()).isEmpty();
    }

    @Test
    void aUnitIsFoundByCodeByNameAndByWhatStandsAboveIt() {
        for (String unit : List.of(
                "x1",
                "UBND xã Hoà Bình",
                "HÒA BÌNH",
                "V1",
                "Thôn 1, xã Hòa Bình",
                "Thôn 1 (Xã Hoà Bình)",
                "Thôn 1 - Hòa Bình")) {
            SheetPreview preview = person("An;001080000001;;;Chuyên viên;" + unit + ";;Công chức;01/07/2025");
            assertThat(errors(preview)).as(unit).isEmpty();
            assertThat(((Step.Post) preview.steps().getLast()).unit()).as(unit).isIn("id-X1", "id-V1");
        }
        SheetPreview preview = person("An;001080000001;;;Trưởng thôn;Thôn 1;Xã Phúc Lộc;;01/07/2025");
        assertThat(((Step.Post) preview.steps().getLast()).unit()).isEqualTo("id-V2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ";001080000001;;;;X1|còn trống",
                "An 2;001080000001;;;;X1|có chữ số",
                "An;;;;;X1|còn trống",
                "An;00108000000;;;;X1|11 chữ số",
                "An;123456789;;;;X1|chứng minh nhân dân cũ",
                "An;00108000000X;;;;X1|chỉ gồm chữ số",
                "An;097080000001;;;;X1|không phải mã tỉnh",
                "An;001080000001;30/02/1980;;;X1|không phải là ngày có thật",
                "An;001080000001;01/01/2030;;;X1|sau ngày hôm nay",
                "An;001080000001;;Khác;;X1|Không hiểu giới tính",
                "An;001080000001;;;Văn thư;X1;;;01/07/2025|Chưa ghi loại",
                "An;001080000001;;;Văn thư;X1;;Bảo vệ;01/07/2025|Không hiểu loại",
                "An;001080000001;;;Văn thư;X1;;Công chức;|Từ ngày",
                "An;001080000001;;;Văn thư;X1;;Công chức;02/07/2025;01/07/2025|trước Từ ngày",
                "An;001080000001;;;Văn thư;;;Công chức;01/07/2025|còn trống",
                "An;001080000001;;;Văn thư;Xã Hòa Bính;;Công chức;01/07/2025|Có phải là \"Xã Hòa Bình\"?",
                "An;001080000001;;;Văn thư;Qqqqqqqq;;Công chức;01/07/2025|thêm đơn vị này vào danh sách",
                "An;001080000001;;;Trưởng thôn;Thôn 1;;;01/07/2025|Có 2 đơn vị tên",
                "An;001080000001;;;Trưởng thôn;Thôn 1;Xã Nào Đó;;01/07/2025|nào thuộc",
                "An;001080000001;;;Trưởng thôn;X1;;;01/07/2025|chỉ giữ chức vụ tại thôn",
                "An;001080000001;;;Văn thư;E;;Công chức;01/07/2025|chỉ tồn tại đến ngày 30/06/2025",
                "An;001080000001;;;Văn thư;E;;Công chức;01/07/2021|không muộn hơn",
                "An;001080000001;;;Văn thư;X1;;Công chức;01/07/2001|chỉ có từ ngày 01/01/2010",
            })
    void aPersonThatCannotBeIsRefusedWithTheReason(String row, String reason) {
        refusedBecause(person(row), reason);
    }

    @Test
    void noReasonRepeatsACitizenId() {
        SheetPreview preview = person("An;001080000001;;;;X1", "Bình;001080000001;;;;X1", "Cúc;0010800000029;;;;X1");

        assertThat(errors(preview)).hasSize(2).noneMatch(error -> error.contains("0010800"));
        assertThat(errors(preview).getFirst()).contains("trùng với dòng 2", "họ tên khác");
    }

    @Test
    void rowsOfOnePersonAreJoined() {
        SheetPreview preview = person(
                "An;001080000001;05/03/1980;Nam;Văn thư;X1;;Công chức;01/01/2020;30/06/2025",
                "AN;001 080 000 001;;;Chủ tịch;X1;;Cán bộ;01/07/2025");

        assertThat(errors(preview)).isEmpty();
        assertThat(outcomes(preview))
                .containsExactly(List.of(Outcome.NEW_PERSON, Outcome.POST), List.of(Outcome.SAME_PERSON, Outcome.POST));
        assertThat(preview.steps()).hasSize(3);
        refusedBecause(
                person(
                        "An;001080000001;;;Văn thư;X1;;Công chức;01/01/2020",
                        "An;001080000001;;;văn thư;X1;;Công chức;01/07/2025"),
                "trùng nhau ở dòng 2");
    }

    @Test
    void aPersonThatIsKnownGetsOnlyWhatIsNew() {
        people.put(
                "blind 001080000001",
                new KnownTree.KnownPerson(
                        "p1", List.of(new KnownTree.KnownPost("id-X1", "Văn thư", LocalDate.of(2020, 1, 1), null))));
        SheetPreview preview = person(
                "An;001080000001;;;Văn thư;X1;;Công chức;01/01/2020",
                "An;001080000001;;;Chủ tịch;X2;;Cán bộ;01/07/2025");

        assertThat(outcomes(preview))
                .containsExactly(
                        List.of(Outcome.KNOWN_PERSON, Outcome.NOTHING), List.of(Outcome.KNOWN_PERSON, Outcome.POST));
        assertThat(preview.steps()).singleElement().satisfies(step -> assertThat(((Step.Post) step).person())
                .isEqualTo("p1"));
        refusedBecause(person("An;001080000001;;;Văn thư;X1;;Công chức;01/01/2021"), "đã giữ chức vụ đó", "01/01/2020");
    }

    @Test
    void doubtsAboutANumberAreSaidButStopNothing() {
        SheetPreview preview = person("An;001180000001;05/03/1980;Nam;;X1", "Bình;001075000002;05/03/1980;Nam;;X1");

        assertThat(errors(preview)).isEmpty();
        assertThat(preview.rows()).allSatisfy(row -> assertThat(row.findings())
                .anySatisfy(finding -> assertThat(finding.message()).contains("không khớp với số CCCD")));
    }

    @Test
    void zerosThatASpreadsheetLostComeBack() {
        byte[] file = vn.thidua.organization.sheet.Books.of(
                "DS", List.of(List.of("Họ và tên", "Số CCCD", "Đơn vị"), List.of("An", 1_080_000_001L, "X1")));
        stands("X1", "Xã A", UnitKind.COMMUNE, null);
        SheetPreview preview = check(file);

        assertThat(errors(preview)).isEmpty();
        assertThat(((Step.NewPerson) preview.steps().getFirst()).citizenId()).isEqualTo("001080000001");
    }

    // size and repetition

    @Test
    void theSameFileGivesTheSameStepsAgain() {
        byte[] file = InventedLists.of(50, 200).xlsx();
        assertThat(check(file).steps()).isEqualTo(check(file).steps()).hasSize(50 + 400);
    }

    @Test
    void aThousandUnitsAndTwentyThousandPeopleAreCheckedInSeconds() {
        byte[] file = InventedLists.of(1_000, 20_000).xlsx();
        long begin = System.nanoTime();
        SheetPreview preview = check(file);
        long millis = (System.nanoTime() - begin) / 1_000_000;

        assertThat(errors(preview)).isEmpty();
        assertThat(preview.steps()).hasSize(1_000 + 40_000);
        assertThat(millis).as("milliseconds for reading and checking").isLessThan(15_000);
    }

    @Test
    void aFileFullOfUnknownUnitsIsRefusedAsQuickly() {
        stands("T", "Tỉnh Mẫu", UnitKind.PROVINCE, null);
        for (int i = 0; i < 1_000; i++) {
            stands("Y" + i, "Xã Có Tên Khá Dài Số " + i, UnitKind.COMMUNE, "id-T");
        }
        StringBuilder csv = new StringBuilder(PEOPLE);
        for (int i = 0; i < 20_000; i++) {
            csv.append("An;")
                    .append(String.format("00108%07d", i))
                    .append(";;;;Xã Không Có Tên ")
                    .append(i)
                    .append('\n');
        }
        long begin = System.nanoTime();
        SheetPreview preview = check(csv.toString());
        assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(15_000);
        assertThat(preview.errors()).isEqualTo(20_000);
        assertThat(preview.steps()).isEmpty();
    }
}
