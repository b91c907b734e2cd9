package vn.thidua.plan.reader.intake.docx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.IntakeNote;
import vn.thidua.plan.reader.source.Passage;
import vn.thidua.plan.reader.source.SourceDocument;
import vn.thidua.plan.reader.source.SourceRange;

/** A whole plan as an office would lay it out, written by another hand than the one that reads it. */
class DocxByPoiTest {
    private final XWPFDocument document = new XWPFDocument();

    private SourceDocument read() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            document.write(out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return DocxIntake.read(out.toByteArray(), WordFile.budget());
    }

    private XWPFParagraph paragraph(String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.createRun().setText(text);
        return paragraph;
    }

    private static void fill(XWPFTableRow row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            row.getCell(i).setText(texts[i]);
        }
    }

    private BigInteger list() {
        CTAbstractNum list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.ZERO);
        STNumberFormat.Enum[] formats = {STNumberFormat.UPPER_ROMAN, STNumberFormat.DECIMAL, STNumberFormat.LOWER_LETTER
        };
        String[] texts = {"%1.", "%2.", "%3)"};
        for (int i = 0; i < formats.length; i++) {
            CTLvl level = list.addNewLvl();
            level.setIlvl(BigInteger.valueOf(i));
            level.addNewStart().setVal(BigInteger.ONE);
            level.addNewNumFmt().setVal(formats[i]);
            level.addNewLvlText().setVal(texts[i]);
        }
        return document.createNumbering().addNum(document.getNumbering().addAbstractNum(new XWPFAbstractNum(list)));
    }

    private void item(BigInteger list, int level, String text) {
        XWPFParagraph paragraph = paragraph(text);
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(level));
    }

    @Test
    void aPlanIsReadInItsOrderWithOrdinalsAndTables() {
        XWPFTable header = document.createTable(1, 2);
        header.removeBorders();
        fill(header.getRow(0), "UBND XÃ XUÂN SƠN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        header.getRow(0).getCell(0).addParagraph().createRun().setText("Số: 01/KH-UBND");
        XWPFParagraph title = paragraph("KẾ HOẠCH");
        title.setAlignment(ParagraphAlignment.CENTER);
        title.getRuns().getFirst().setBold(true);
        BigInteger list = list();
        item(list, 0, "MỤC ĐÍCH, YÊU CẦU");
        item(list, 1, "Mục đích");
        item(list, 1, "Yêu cầu");
        item(list, 0, "NHIỆM VỤ");
        item(list, 1, "Tổ chức phong trào");
        item(list, 2, "Quý I");
        XWPFRun run = document.createParagraph().createRun();
        run.addBreak(BreakType.PAGE);
        run.setText("Phụ lục");
        XWPFTable tasks = document.createTable(3, 3);
        fill(tasks.getRow(0), "TT", "Nhiệm vụ", "Thời hạn");
        fill(tasks.getRow(1), "1", "Phát động thi đua", "Quý I");
        fill(tasks.getRow(2), "2", "Sơ kết", "");
        tasks.getRow(1).getCell(2).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.RESTART);
        tasks.getRow(2).getCell(2).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.CONTINUE);
        document.createHeader(HeaderFooterType.DEFAULT)
                .createParagraph()
                .createRun()
                .setText("đầu trang");

        SourceDocument read = read();

        assertThat(WordFile.show(read))
                .containsExactly(
                        "UBND XÃ XUÂN SƠN / Số: 01/KH-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "KẾ HOẠCH",
                        "I. MỤC ĐÍCH, YÊU CẦU",
                        "1. Mục đích",
                        "2. Yêu cầu",
                        "II. NHIỆM VỤ",
                        "1. Tổ chức phong trào",
                        "a) Quý I",
                        "<page>",
                        "Phụ lục",
                        "TT | Nhiệm vụ | Thời hạn || 1 | Phát động thi đua | Quý I || 2 | Sơ kết | ");
        assertThat(((Block.Table) read.blocks().getFirst()).ruled()).isFalse();
        Block.Table table = (Block.Table) read.blocks().getLast();
        assertThat(table.ruled()).isTrue();
        assertThat(table.rows().get(2).cells().get(2).merged()).isTrue();
        Block.Paragraph heading = (Block.Paragraph) read.blocks().get(1);
        assertThat(heading.bold()).isTrue();
        assertThat(heading.centred()).isTrue();
    }

    @Test
    void everyPassageStandsInTheTextWhereItSays() {
        paragraph("Ke\u0302\u0301 hoạch  thi đua\u00a0năm 2025");
        fill(document.createTable(1, 2).getRow(0), "1", "Tổ chức phong trào");
        SourceDocument read = read();
        for (Block block : read.blocks()) {
            if (block instanceof Block.Paragraph paragraph) {
                stands(paragraph.words(), read.text());
            } else if (block instanceof Block.Table table) {
                table.rows().forEach(row -> row.cells()
                        .forEach(cell -> cell.lines().forEach(line -> stands(line, read.text()))));
            }
        }
        assertThat(read.text()).isEqualTo("Kế hoạch  thi đua năm 2025\n1\tTổ chức phong trào\n");
    }

    private static void stands(Passage words, String text) {
        SourceRange range = words.ranges(text).getFirst();
        assertThat(text.substring(range.start(), range.end())).isEqualTo(words.toString());
    }

    @Test
    void footnotesAreLeftOutAndSaidSo() {
        XWPFParagraph paragraph = paragraph("Nhiệm vụ");
        paragraph.addFootnoteReference(document.createFootnote());
        SourceDocument read = read();
        assertThat(WordFile.show(read)).containsExactly("Nhiệm vụ");
        assertThat(read.notes()).containsExactly(IntakeNote.NOTES_LEFT_OUT);
    }
}
