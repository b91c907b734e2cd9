package vn.thidua.platform.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.poifs.crypt.temp.SXSSFWorkbookWithCustomZipEntrySource;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Lists as files. Rows are taken one by one and never kept together in memory; what POI lays aside on disk meanwhile is
 * encrypted with a key that only this process has, for lists hold names.
 */
public final class SheetWriter {
    /** What a sheet can hold below its header. */
    public static final int MOST_ROWS = 1_048_575;

    private static final int ROWS_IN_MEMORY = 100;
    private static final int MOST_LETTERS = 32_767;
    private static final String OPENERS = "=+-@\t\r";

    private SheetWriter() {}

    /**
     * Writes a workbook with one sheet; the stream stays open.
     *
     * @param name of the sheet
     * @throws IllegalArgumentException if there are more rows than {@link #MOST_ROWS}
     */
    public static <R> void xlsx(OutputStream out, String name, List<Column<R>> columns, Iterator<R> rows)
            throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbookWithCustomZipEntrySource()) {
            SXSSFSheet sheet = book.createSheet(WorkbookUtil.createSafeSheetName(name));
            sheet.setRandomAccessWindowSize(ROWS_IN_MEMORY);
            Styles styles = new Styles(book);
            Row header = sheet.createRow(0);
            for (int i = 0; i < columns.size(); i++) {
                sheet.setColumnWidth(i, Math.min(255, columns.get(i).width() + 2) * 256);
                Cell cell = header.createCell(i);
                cell.setCellValue(columns.get(i).title());
                cell.setCellStyle(styles.header());
            }
            sheet.createFreezePane(0, 1);
            int number = 0;
            while (rows.hasNext()) {
                if (++number > MOST_ROWS) {
                    throw new IllegalArgumentException("more rows than a sheet can hold");
                }
                R each = rows.next();
                Row row = sheet.createRow(number);
                for (int i = 0; i < columns.size(); i++) {
                    Object value = columns.get(i).value().apply(each);
                    if (value != null) {
                        fill(row.createCell(i), columns.get(i).type(), value, styles);
                    }
                }
            }
            sheet.setAutoFilter(new CellRangeAddress(0, number, 0, columns.size() - 1));
            book.write(out);
        }
    }

    private static void fill(Cell cell, Column.Type type, Object value, Styles styles) {
        cell.setCellStyle(styles.of(type));
        switch (value) {
            case LocalDate date -> cell.setCellValue(date);
            case BigDecimal number -> cell.setCellValue(number.doubleValue());
            default -> {
                String text = value.toString();
                // a text cell is never calculated; the mark keeps it so after somebody has edited it
                if (opensFormula(text)) {
                    cell.setCellStyle(styles.quoted());
                }
                cell.setCellValue(text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS - 1) + "…" : text);
            }
        }
    }

    private static boolean opensFormula(String text) {
        return !text.isEmpty() && OPENERS.indexOf(text.charAt(0)) >= 0;
    }

    /** Writes UTF-8 with a byte order mark and semicolons, as Vietnamese Excel opens it; the stream stays open. */
    public static <R> void csv(OutputStream out, List<Column<R>> columns, Iterator<R> rows) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        CSVFormat format = CSVFormat.EXCEL.builder().setDelimiter(';').get();
        CSVPrinter printer = new CSVPrinter(writer, format);
        for (Column<R> column : columns) {
            printer.print(column.title());
        }
        printer.println();
        while (rows.hasNext()) {
            R row = rows.next();
            for (Column<R> column : columns) {
                printer.print(written(column.type(), column.value().apply(row)));
            }
            printer.println();
        }
        printer.flush();
    }

    private static String written(Column.Type type, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case LocalDate date -> Days.written(date);
            case BigDecimal number ->
                type == Column.Type.PERCENT
                        ? number.movePointRight(2)
                                        .stripTrailingZeros()
                                        .toPlainString()
                                        .replace('.', ',') + "%"
                        : number.toPlainString().replace('.', ',');
            default -> opensFormula(value.toString()) ? "'" + value : value.toString();
        };
    }
}
