package vn.thidua.plan.reader.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.plan.reader.Reading;

/** Tables as long and as wide as no plan has them. */
class LargeTableTest {
    enum Kind {
        TABS("\t", "", ""),
        PIPES(" | ", "| ", " |"),
        HTML("</td><td>", "<tr><td>", "</td></tr>"),
        BLANKS("      ", "", ""),
        WORD("", "", "");

        private final String between;
        private final String before;
        private final String after;

        Kind(String between, String before, String after) {
            this.between = between;
            this.before = before;
            this.after = after;
        }

        String row(String... cells) {
            return this == WORD ? Zipped.row(cells) : before + String.join(between, cells) + after;
        }

        byte[] file(String rows) {
            if (this == WORD) {
                return Zipped.word(Zipped.paragraphs(HostileText.plan("")) + "<w:tbl>" + rows + "</w:tbl>");
            }
            String table = this == HTML ? "<table>" + rows + "</table>" : rows;
            return HostileText.plan("2. Các nhiệm vụ:\n\n" + table + "\n\n").getBytes(StandardCharsets.UTF_8);
        }

        byte[] rows(int count) {
            return file(row("TT ", "Nội dung công việc        ", "Chủ trì      ", "Thời gian") + "\n"
                    + lines(
                            count,
                            i -> row(
                                    String.format("%-3d", i), "Tổ chức phong trào thi đua", "Phòng Nội vụ ", "Quý I")));
        }

        private static String lines(int count, IntFunction<String> line) {
            return IntStream.rangeClosed(1, count).mapToObj(line).collect(Collectors.joining("\n"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "BLANKS", mode = EnumSource.Mode.EXCLUDE)
    void aTableOfFiveThousandRowsIsReadWhole(Kind kind) {
        assertThat(Guarded.proposal(kind.rows(5000)).tasks()).hasSize(5000).allSatisfy(task -> assertThat(task.lead())
                .containsExactly("Phòng Nội vụ"));
    }

    @Test
    void aTableOfFiveThousandRowsSetWithBlanksIsReadOrRefused() {
        Guarded.read(Kind.BLANKS.rows(5000));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aTableOfTwentyThousandRowsIsReadOrRefused(Kind kind) {
        Guarded.read(kind.rows(20_000));
    }

    @Test
    void aDrawnTableOfFiveThousandRowsIsReadOrRefused() {
        if (Guarded.read(HostilePdf.ruledTable(5000)) instanceof Reading.Proposed proposed) {
            assertThat(proposed.proposal().tasks()).hasSize(5000);
        }
    }

    /** Each row only goes on with the one above. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void oneRowTornIntoFiveThousandIsReadOrRefused(Kind kind) {
        Guarded.read(kind.file(kind.row("TT", "Nội dung", "Chủ trì", "Thời gian") + "\n"
                + kind.row("1", "Tổ chức", "Phòng Nội vụ", "Quý I") + "\n"
                + (kind.row("", "phong trào thi đua", "và các phòng", "") + "\n").repeat(5000)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aRowOfAHundredThousandCellsIsReadOrRefused(Kind kind) {
        String[] cells = "a ".repeat(100_000).split(" ");
        Guarded.read(kind.file(kind.row(cells)));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1000, 50_000})
    void tablesInsideOfTablesAreReadOrRefused(int depth) {
        Guarded.read(Kind.HTML.file("<tr><td>a<table>".repeat(depth) + "b" + "</table></td></tr>".repeat(depth)));
        Guarded.read(HostileText.plan("<ul><li>a".repeat(depth) + "</li></ul>".repeat(depth)));
        Guarded.read(HostileText.plan("<table><tr><td rowspan=999 colspan=999>a".repeat(depth)));
        Guarded.read(HostileText.plan(
                "<table>" + "<tr>" + "<td rowspan=\"999\">a</td>".repeat(64) + "<tr><td>b".repeat(depth)));
    }
}
