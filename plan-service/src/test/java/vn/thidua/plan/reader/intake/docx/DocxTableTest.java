package vn.thidua.plan.reader.intake.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.plan.reader.intake.docx.WordFile.cell;
import static vn.thidua.plan.reader.intake.docx.WordFile.p;
import static vn.thidua.plan.reader.intake.docx.WordFile.r;
import static vn.thidua.plan.reader.intake.docx.WordFile.read;
import static vn.thidua.plan.reader.intake.docx.WordFile.row;
import static vn.thidua.plan.reader.intake.docx.WordFile.table;

import org.junit.jupiter.api.Test;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.IntakeNote;
import vn.thidua.plan.reader.source.SourceDocument;

class DocxTableTest {
    private static final String GRID =
            "<w:tblBorders><w:top w:val=\"single\"/><w:insideH w:val=\"single\"/></w:tblBorders>";
    private static final String NO_LINES =
            "<w:tblBorders><w:top w:val=\"none\"/><w:left w:val=\"nil\"/></w:tblBorders>";

    private static Block.Table only(String body) {
        return only(WordFile.body(body).read());
    }

    private static Block.Table only(SourceDocument document) {
        return (Block.Table) document.blocks().getFirst();
    }

    @Test
    void aCellMayCoverSeveralColumns() {
        Block.Table table = only(table(
                GRID,
                row(cell("<w:gridSpan w:val=\"2\"/>", p("Quý I")), cell("Ghi chú"))
                        + row(cell("1"), cell("2"), cell("3"))));
        assertThat(table.rows().getFirst().cells())
                .extracting(Block.Cell::column)
                .containsExactly(0, 2);
        assertThat(table.rows().getFirst().cells())
                .extracting(Block.Cell::columnSpan)
                .containsExactly(2, 1);
        assertThat(table.width()).isEqualTo(3);
    }

    @Test
    void aRowMayBeginFurtherIn() {
        Block.Table table = only(table(
                GRID,
                row(cell("a"), cell("b")) + "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + cell("c")
                        + "</w:tr>"));
        assertThat(table.rows().getLast().cells())
                .extracting(Block.Cell::column)
                .containsExactly(1);
    }

    @Test
    void aCellThatGoesOnFromAboveHasNoLines() {
        Block.Table table = only(table(
                GRID,
                row(cell("<w:vMerge w:val=\"restart\"/>", p("Quý I")), cell("a"))
                        + row(cell("<w:vMerge/>", p("giấu")), cell("b"))));
        assertThat(table.rows().getLast().cells().getFirst().merged()).isTrue();
        assertThat(table.rows().getLast().cells().getFirst().lines()).isEmpty();
        assertThat(table.rows().getFirst().cells().getFirst().merged()).isFalse();
    }

    @Test
    void aCellThatGoesOnFromNowhereIsACellOfItsOwn() {
        Block.Cell cell = only(table(GRID, row(cell("<w:vMerge/>", p("Quý I")), cell("a"))))
                .rows()
                .getFirst()
                .cells()
                .getFirst();
        assertThat(cell.merged()).isFalse();
        assertThat(cell.lines()).hasSize(1);
    }

    @Test
    void oldStyleSidewaysMergingIsASpan() {
        Block.Row row = only(table(
                        GRID,
                        row(cell("<w:hMerge w:val=\"restart\"/>", p("a")), cell("<w:hMerge/>", p("")), cell("c"))))
                .rows()
                .getFirst();
        assertThat(row.cells()).extracting(Block.Cell::columnSpan).containsExactly(2, 1);
    }

    @Test
    void anAbsurdSpanIsCutToWhatATableCanHave() {
        String wide = cell("<w:gridSpan w:val=\"100000\"/>", p("a"));
        assertThat(only(table(GRID, row(cell("1"), cell("2")) + row(wide, cell("b"))))
                        .width())
                .isEqualTo(64);
        assertThat(read(table(GRID, row(cell("1"), cell("2")) + row(wide, cell("b")))))
                .containsExactly("1 | 2 || a / b");
    }

    @Test
    void linesComeFromTheTableItsStyleOrMostOfItsCells() {
        String cells = row(cell("a"), cell("b"));
        assertThat(only(table(GRID, cells)).ruled()).isTrue();
        assertThat(only(table("", cells)).ruled()).isFalse();
        assertThat(only(table(NO_LINES, cells)).ruled()).isFalse();
        String boxed = "<w:tcBorders><w:top w:val=\"single\"/><w:left w:val=\"single\"/></w:tcBorders>";
        assertThat(only(table("", row(cell(boxed, p("a")), cell(boxed, p("b")))))
                        .ruled())
                .isTrue();
        String underlined = "<w:tcBorders><w:bottom w:val=\"single\"/></w:tcBorders>";
        assertThat(only(table("", row(cell(underlined, p("a")), cell("b")))).ruled())
                .isFalse();
    }

    @Test
    void aTableStyleRulesUnlessTheTableTakesItsLinesAway() {
        String styles = "<w:style w:styleId=\"TableGrid\" w:type=\"table\"><w:tblPr>" + GRID + "</w:tblPr></w:style>"
                + "<w:style w:styleId=\"Mine\" w:type=\"table\"><w:basedOn w:val=\"TableGrid\"/></w:style>";
        String cells = row(cell("a"), cell("b"));
        assertThat(only(WordFile.body(table("<w:tblStyle w:val=\"Mine\"/>", cells))
                                .styles(styles)
                                .read())
                        .ruled())
                .isTrue();
        assertThat(only(WordFile.body(table("<w:tblStyle w:val=\"Mine\"/>" + NO_LINES, cells))
                                .styles(styles)
                                .read())
                        .ruled())
                .isFalse();
    }

    @Test
    void deletedRowsAreGoneAndInsertedRowsAreThere() {
        SourceDocument document = WordFile.body(table(
                        GRID,
                        row(cell("a"), cell("b")) + "<w:tr><w:trPr><w:del/></w:trPr>" + cell("x") + cell("y")
                                + "</w:tr><w:tr><w:trPr><w:ins/></w:trPr>" + cell("c") + cell("d") + "</w:tr>"))
                .read();
        assertThat(WordFile.show(document)).containsExactly("a | b || c | d");
        assertThat(document.notes()).containsExactly(IntakeNote.TRACKED_CHANGES);
    }

    @Test
    void rowsAndCellsInsideOfContentControlsAreRead() {
        assertThat(read(table(
                        GRID,
                        "<w:sdt><w:sdtContent>"
                                + row(cell("a"), "<w:sdt><w:sdtContent>" + cell("b") + "</w:sdtContent></w:sdt>")
                                + "</w:sdtContent></w:sdt>")))
                .containsExactly("a | b");
    }

    @Test
    void theParagraphsAndBreaksOfACellAreItsLines() {
        assertThat(read(table(
                        GRID,
                        row(
                                "<w:tc>" + p("Phòng Nội vụ") + "<w:p>" + r("Công an xã") + "<w:r><w:br/></w:r>"
                                        + r("Xã đội") + "<w:r><w:br/></w:r>" + r("và các thôn") + "</w:p></w:tc>",
                                cell("")))))
                .containsExactly("Phòng Nội vụ / Công an xã / Xã đội và các thôn | ");
    }

    @Test
    void aFrameOfOneCellIsNoTable() {
        assertThat(read(table(
                        GRID,
                        row("<w:tc>" + p("KẾ HOẠCH") + table(GRID, row(cell("a"), cell("b"))) + p("cuối")
                                + "</w:tc>"))))
                .containsExactly("KẾ HOẠCH", "a | b", "cuối");
    }

    @Test
    void aTableInsideOfACellBecomesLinesOfTheCell() {
        assertThat(read(table(
                        GRID,
                        row(
                                "<w:tc>" + p("Đợt")
                                        + table("", row(cell("1"), cell("20/5")) + row(cell("2"), cell("2/9"))) + p("")
                                        + "</w:tc>",
                                cell("b")))))
                .containsExactly("Đợt / 1 20/5 / 2 2/9 | b");
    }

    @Test
    void aTableWithoutWordsIsNothing() {
        assertThat(read(table(GRID, row(cell(""), cell(""))) + p("a"))).containsExactly("a");
    }

    @Test
    void aTextBoxInACellIsALineOfTheCell() {
        assertThat(read(table(
                        GRID,
                        row(
                                "<w:tc><w:p>" + r("UBND XÃ") + "<w:r><w:pict><v:textbox><w:txbxContent>" + p("DỰ THẢO")
                                        + "</w:txbxContent></v:textbox></w:pict></w:r></w:p></w:tc>",
                                cell("b")))))
                .containsExactly("UBND XÃ / DỰ THẢO | b");
    }
}
