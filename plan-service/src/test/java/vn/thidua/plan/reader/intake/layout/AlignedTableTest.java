package vn.thidua.plan.reader.intake.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.reader.intake.layout.AlignedTable.Fragment;
import vn.thidua.plan.reader.intake.layout.AlignedTable.Line;
import vn.thidua.plan.reader.intake.layout.AlignedTable.Metric;

class AlignedTableTest {
    private static final Pattern WORD = Pattern.compile("\\S+");

    /** Lines of characters; an empty line is only distance. */
    private static List<AlignedTable.Found<String>> find(String text) {
        List<Line<String>> lines = new ArrayList<>();
        double top = 0;
        for (String row : text.split("\n")) {
            List<Fragment<String>> words = new ArrayList<>();
            Matcher matcher = WORD.matcher(row);
            while (matcher.find()) {
                words.add(new Fragment<>(matcher.start(), matcher.end(), matcher.group()));
            }
            if (!words.isEmpty()) {
                lines.add(new Line<>(words, top));
            }
            top++;
        }
        return AlignedTable.find(lines, Metric.CHARACTERS, word -> word);
    }

    private static List<String> rows(String text) {
        return find(text).stream()
                .flatMap(found -> found.rows().stream())
                .map(row -> row.stream()
                        .map(cell -> (cell.columnSpan() > 1 ? "{" + cell.columnSpan() + "}" : "")
                                + cell.lines().stream()
                                        .map(line -> line.stream()
                                                .map(Fragment::payload)
                                                .collect(Collectors.joining(" ")))
                                        .collect(Collectors.joining(" / ")))
                        .collect(Collectors.joining("|")))
                .toList();
    }

    @Test
    void ordinalsBeginRowsAndWrappedWordsStayInTheirColumn() {
        assertThat(rows("""
                TT   Nội dung                    Chủ trì        Thời gian
                1    Phát động thi đua           Văn phòng      Quý I
                     đợt 1 trong toàn xã         UBND xã
                2    Sơ kết                      Công đoàn      Quý II
                """))
                .containsExactly(
                        "TT|Nội dung|Chủ trì|Thời gian",
                        "1|Phát động thi đua / đợt 1 trong toàn xã|Văn phòng / UBND xã|Quý I",
                        "2|Sơ kết|Công đoàn|Quý II");
    }

    @Test
    void anEmptyCellStaysEmpty() {
        assertThat(rows("""
                STT  Nội dung               Chủ trì        Phối hợp       Thời gian
                1    Phát động thi đua                     Công đoàn      Quý I
                2    Sơ kết                 Văn phòng                     Quý II
                """))
                .containsExactly(
                        "STT|Nội dung|Chủ trì|Phối hợp|Thời gian",
                        "1|Phát động thi đua||Công đoàn|Quý I",
                        "2|Sơ kết|Văn phòng||Quý II");
    }

    @Test
    void aShortEntryUnderACentredHeadingIsInItsColumn() {
        assertThat(rows("""
                TT             Nội dung công việc             Thời gian
                1    Sơ kết                                   Quý II
                2    Họp                                      Quý III
                """)).containsExactly("TT|Nội dung công việc|Thời gian", "1|Sơ kết|Quý II", "2|Họp|Quý III");
    }

    @Test
    void aHeadingOfSeveralLinesIsOneRow() {
        assertThat(rows("""
                                            Đơn vị        Thời gian
                TT   Nội dung               thực hiện     hoàn thành
                1    Phát động thi đua      Văn phòng     Quý I
                2    Sơ kết                 Công đoàn     Quý II
                """))
                .containsExactly(
                        "TT|Nội dung|Đơn vị / thực hiện|Thời gian / hoàn thành",
                        "1|Phát động thi đua|Văn phòng|Quý I",
                        "2|Sơ kết|Công đoàn|Quý II");
    }

    @Test
    void aSectionRowSpansColumnsAndTheTableGoesOn() {
        assertThat(rows("""
                TT   Nội dung               Chủ trì       Thời gian
                I. CÔNG TÁC TUYÊN TRUYỀN, PHÁT ĐỘNG
                1    Phát động thi đua      Văn phòng     Quý I
                II. CÔNG TÁC KHEN THƯỞNG, TỔNG KẾT NĂM
                2    Tổng kết               Công đoàn     Quý IV
                """))
                .containsExactly(
                        "TT|Nội dung|Chủ trì|Thời gian",
                        "{3}I. CÔNG TÁC TUYÊN TRUYỀN, PHÁT ĐỘNG|",
                        "1|Phát động thi đua|Văn phòng|Quý I",
                        "{3}II. CÔNG TÁC KHEN THƯỞNG, TỔNG KẾT NĂM|",
                        "2|Tổng kết|Công đoàn|Quý IV");
    }

    @Test
    void withoutOrdinalsRowsBeginWhereTheFirstColumnHasWords() {
        assertThat(rows("""
                Nội dung              Chủ trì        Thời gian
                Phát động             Văn phòng      Quý I
                Sơ kết                Công đoàn,     Quý II
                                      Văn phòng
                Tổng kết              Văn phòng      Quý IV
                """))
                .containsExactly(
                        "Nội dung|Chủ trì|Thời gian",
                        "Phát động|Văn phòng|Quý I",
                        "Sơ kết|Công đoàn, / Văn phòng|Quý II",
                        "Tổng kết|Văn phòng|Quý IV");
    }

    @Test
    void theTextAfterATableIsNotPartOfIt() {
        List<AlignedTable.Found<String>> found = find("""
                Các nhiệm vụ cụ thể như sau:
                TT   Nội dung               Chủ trì       Thời gian
                1    Phát động thi đua      Văn phòng     Quý I
                2    Tổng kết               Công đoàn     Quý IV
                Các cơ quan, đơn vị căn cứ Kế hoạch này để tổ chức thực hiện, định kỳ báo cáo
                kết quả về Ủy ban nhân dân xã trước ngày 15 tháng 12 để tổng hợp, báo cáo.
                """);
        assertThat(found).singleElement().satisfies(table -> {
            assertThat(table.first()).isEqualTo(1);
            assertThat(table.end()).isEqualTo(4);
        });
    }

    @Test
    void runningTextIsNoTable() {
        assertThat(find("""
                Căn cứ Luật  Thi đua, khen thưởng  ngày 15 tháng 6 năm 2022;
                Thực hiện Kế hoạch số 01 của huyện, Ủy ban nhân dân xã ban hành
                Kế hoạch thi đua năm 2025 với các nội dung sau:
                """)).isEmpty();
    }
}
