package vn.thidua.platform.sheet;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** How the cells of a list look. */
public final class Styles {
    private final CellStyle header;
    private final CellStyle text;
    private final CellStyle quoted;
    private final CellStyle number;
    private final CellStyle date;
    private final CellStyle percent;

    public Styles(Workbook book) {
        Font bold = book.createFont();
        bold.setBold(true);
        header = book.createCellStyle();
        header.setFont(bold);
        header.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        header.setAlignment(HorizontalAlignment.CENTER);
        header.setVerticalAlignment(VerticalAlignment.CENTER);
        header.setBorderBottom(BorderStyle.THIN);
        header.setWrapText(true);
        text = formatted(book, "@");
        quoted = formatted(book, "@");
        quoted.setQuotePrefixed(true);
        number = formatted(book, "#,##0.##########");
        date = formatted(book, "dd/mm/yyyy");
        percent = formatted(book, "0.00%");
    }

    private static CellStyle formatted(Workbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    public CellStyle header() {
        return header;
    }

    /** For words that a spreadsheet would take for a formula. */
    public CellStyle quoted() {
        return quoted;
    }

    public CellStyle of(Column.Type type) {
        return switch (type) {
            case TEXT -> text;
            case NUMBER -> number;
            case DATE -> date;
            case PERCENT -> percent;
        };
    }
}
