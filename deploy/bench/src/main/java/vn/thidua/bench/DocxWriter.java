package vn.thidua.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import vn.thidua.bench.Part.Look;
import vn.thidua.bench.Part.Paragraph;
import vn.thidua.bench.Part.SideBySide;
import vn.thidua.bench.Part.Table;

/** Writes by the library that the reader is compared with, so that neither is at an advantage. */
final class DocxWriter {
    /** Twentieths of a point: the text width of A4 between the usual margins. */
    private static final long WIDTH = 9300;

    private DocxWriter() {}

    static byte[] write(List<Part> parts) {
        try (XWPFDocument document = new XWPFDocument()) {
            for (Part part : parts) {
                switch (part) {
                    case Paragraph paragraph -> fill(document.createParagraph(), paragraph.look(), paragraph.text());
                    case SideBySide pair -> pair(document, pair);
                    case Table table -> table(document, table);
                }
            }
            document.getProperties().getCoreProperties().setCreated(Optional.of(new Date(1_767_225_600_000L)));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void pair(XWPFDocument document, SideBySide pair) {
        XWPFTable table = grid(document, 1, List.of(50, 50));
        table.removeBorders();
        XWPFTableRow row = table.getRow(0);
        lines(row.getCell(0), pair.left());
        lines(row.getCell(1), pair.right());
    }

    private static void table(XWPFDocument document, Table table) {
        XWPFTable written = grid(document, 1, table.shares());
        for (int number = 0; number < table.rows().size(); number++) {
            // a row that createRow returns is known; getRow would search the whole table each time
            XWPFTableRow row = number == 0 ? written.getRow(0) : written.createRow();
            List<String> cells = table.rows().get(number);
            for (int column = 0; column < cells.size(); column++) {
                fill(
                        row.getCell(column).getParagraphs().getFirst(),
                        number == 0 ? Look.TITLE : Look.BODY,
                        cells.get(column));
            }
            if (number == 0) {
                row.setRepeatHeader(true);
            }
        }
    }

    private static XWPFTable grid(XWPFDocument document, int rows, List<Integer> shares) {
        XWPFTable table = document.createTable(rows, shares.size());
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        for (int share : shares) {
            grid.addNewGridCol().setW(BigInteger.valueOf(WIDTH * share / 100));
        }
        return table;
    }

    private static void lines(XWPFTableCell cell, List<String> lines) {
        for (int line = 0; line < lines.size(); line++) {
            XWPFParagraph paragraph = line == 0 ? cell.getParagraphs().getFirst() : cell.addParagraph();
            fill(paragraph, Look.BODY, lines.get(line));
            paragraph.setAlignment(ParagraphAlignment.CENTER);
        }
    }

    private static void fill(XWPFParagraph paragraph, Look look, String text) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontFamily("Times New Roman");
        if (look != Look.BODY) {
            run.setBold(true);
        }
        if (look == Look.TITLE) {
            paragraph.setAlignment(ParagraphAlignment.CENTER);
        }
    }
}
